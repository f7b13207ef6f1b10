/** Percent-encoding, RFC 3986, sections 2.1 to 2.4. A text is encoded once, piece by piece, before delimiters are added. */

export type Escape = (text: string) => string

/** Everything but unreserved characters. The text must be well-formed UTF-16. */
export function escapeText(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, hexByte)
}

function hexByte(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}

/**
 * Reserved expansion (RFC 6570, section 3.2.3): `kept` characters and percent-encoded triplets pass unchanged. What would
 * end or split the place that the text stands in must not be among `kept`.
 */
export function escapeExcept(kept: string): Escape {
  return (text) =>
    text.replace(/%[\da-f]{2}|[^]/giu, (piece) => {
      const isTriplet = piece.length === 3
      return isTriplet || kept.includes(piece) ? piece : escapeText(piece)
    })
}

/** Undefined for malformed sequences and for bytes that are no UTF-8. */
export function unescapeText(text: string): string | undefined {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** As in queries and forms, where `+` is a space (URL Standard, section 5.1). */
export function unescapeQuery(text: string): string | undefined {
  return unescapeText(text.includes('+') ? text.replaceAll('+', ' ') : text)
}
