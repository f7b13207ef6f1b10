import { posix } from 'node:path'

/** Letters of one path at most. */
const longest = 400

/**
 * Whether a text names a file inside a bundle in the one way there is to write it: relative, with `/`, normalised, leading
 * nowhere else on any system. Its first segment has no colon (RFC 3986, section 4.2), or it could be taken for a URL.
 */
export function isBundlePath(path: string): boolean {
  if (path === '' || path.length > longest || unsafe.test(path)) return false
  if (/^[^/]*:/.test(path) || path.startsWith('/') || path.endsWith('/')) return false
  return posix.normalize(path) === path && !path.split('/').some((segment) => segment === '..' || segment === '.')
}

// Backslashes are separators elsewhere; control characters end names, or hide them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unsafe = /[\\\u0000-\u001f\u007f]/
