/** Offset behind the closing quote of a JSON string; `from` is the offset behind the opening one. */
export function endOfString(bytes: Uint8Array, from: number): number {
  let at = from
  for (; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === 0x22) break
    if (byte === 0x5c) at++
  }
  return at + 1
}

/** The next offset that is no JSON white space. */
export function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from
  for (; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) break
  }
  return at
}
