/** JSON Pointer, RFC 6901. */

export function escapeToken(token: string): string {
  return token.includes('~') || token.includes('/') ? token.replaceAll('~', '~0').replaceAll('/', '~1') : token
}

export function unescapeToken(token: string): string {
  // ~1 first: `~01` is the text `~1`, not a slash (RFC 6901, section 4).
  return token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token
}

/** `child('/paths', '/orders')` is `/paths/~1orders`. */
export function child(pointer: string, token: string | number): string {
  return `${pointer}/${typeof token === 'number' ? token : escapeToken(token)}`
}

/** `parentOf('/paths/~1orders')` is `/paths`; the root is its own. */
export function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')))
}

/** The unescaped tokens of a pointer; the empty pointer has none. */
export function tokensOf(pointer: string): string[] {
  return pointer === '' ? [] : pointer.slice(1).split('/').map(unescapeToken)
}
