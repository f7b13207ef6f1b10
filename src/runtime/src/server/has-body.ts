/**
 * RFC 9112, section 6.3: a request has a body when it says so; one of no bytes when it says what they would be. Told by the
 * lines as they came: node:http makes its record of all headers when somebody asks for the first of them.
 */
export function hasBody(rawHeaders: readonly string[]): boolean {
  let length: string | undefined
  let hasType = false
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? ''
    if (name.length === 17 && name.toLowerCase() === 'transfer-encoding') return true
    if (name.length === 14 && name.toLowerCase() === 'content-length') length ??= rawHeaders[index + 1]
    else if (name.length === 12 && name.toLowerCase() === 'content-type') hasType = true
  }
  return (length ?? '0') !== '0' || (length === '0' && hasType)
}
