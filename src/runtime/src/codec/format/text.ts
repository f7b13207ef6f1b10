/** `uuid`, `json-pointer`, `regex` and `byte`. */

const uuid = /^[\dA-Fa-f]{8}-[\dA-Fa-f]{4}-[\dA-Fa-f]{4}-[\dA-Fa-f]{4}-[\dA-Fa-f]{12}$/

/** RFC 4122, in any case and of any version. */
export function isUuid(text: string): boolean {
  return text.length === 36 && uuid.test(text)
}

/** RFC 6901, as a text of JSON rather than a fragment. */
export function isJsonPointer(text: string): boolean {
  return (text === '' || text.startsWith('/')) && !/~(?![01])/.test(text)
}

/** ECMA-262, with the flag `u`. */
export function isRegex(text: string): boolean {
  if (text.length > 10_000) return false
  try {
    return new RegExp(text, 'u') instanceof RegExp
  } catch {
    return false
  }
}

/** Base64 with padding, RFC 4648, section 4. Read by hand: such texts are long, and patterns keep a stack. */
export function isByte(text: string): boolean {
  const { length } = text
  if (length % 4 !== 0) return false
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  for (let index = 0; index < length - padding; index++) {
    const code = text.charCodeAt(index)
    const inAlphabet =
      (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 47 && code <= 57) || code === 43
    if (!inAlphabet) return false
  }
  return true
}
