/** Percent-encoding, RFC 3986, sections 2.1 to 2.4. */

/** Everything but unreserved characters; what is no Unicode text is replaced, as browsers do. */
export function escapeText(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\u{fffd}')).replaceAll(/[!'()*]/g, hexByte)
}

function hexByte(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}

/** Everything but unreserved and `kept` characters; triplets pass unchanged (RFC 6570, section 3.2.3). */
export function escapeExcept(kept: string): (text: string) => string {
  return (text) =>
    text.replaceAll(/%[\da-f]{2}|[^]/giu, (piece) =>
      piece.length === 3 || kept.includes(piece) ? piece : escapeText(piece),
    )
}
