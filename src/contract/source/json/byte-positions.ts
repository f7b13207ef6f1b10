import { lineAt, type PositionOf } from '../positions.js'

/** Of offsets in the bytes of a text, whose lines start at the given ones. */
export function bytePositions(bytes: Uint8Array, lines: Int32Array): PositionOf {
  return (offset) => {
    const line = lineAt(lines, offset)
    return { line: line + 1, column: codeUnits(bytes, lines[line] ?? 0, offset) + 1 }
  }
}

/** How many code units of UTF-16 the characters between two offsets are: what columns count, as editors do. */
function codeUnits(bytes: Uint8Array, from: number, to: number): number {
  let units = 0
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number
    // Bytes that go on with a character count nothing, those that begin one beyond the basic plane twice.
    if (byte < 0x80 || byte >= 0xc0) units += byte >= 0xf0 ? 2 : 1
  }
  return units
}
