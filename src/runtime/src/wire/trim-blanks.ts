/**
 * Without the spaces and tabs around it: what HTTP lets stand around a value (RFC 9110, section 5.6.3), and nothing else.
 * `trim` would also take a no-break space, and so make one tenant of two. A loop, because a pattern for the end is quadratic.
 */
export function trimBlanks(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isBlank(text.charCodeAt(start))) start += 1
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1
  return text.slice(start, end)
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09
}
