import { posix } from 'node:path'

/**
 * Where a file of a report is below the root of the repository; undefined for what is no file of one (standard input, a
 * URL). `git:REF:path` has it in its name: Git counts from the root, too.
 */
export function repositoryPath(file: string, root = ''): string | undefined {
  const revision = /^git:[^:]*:(.+)$/s.exec(file)?.[1]
  if (revision !== undefined) return posix.normalize(revision)
  if (/^<.*>$/s.test(file) || /^[a-z][a-z0-9+.-]+:/i.test(file)) return undefined
  return posix.isAbsolute(file) ? file : posix.join(root, file)
}

/** A path as a relative reference, or whatever else names a file as a URI (RFC 3986). */
export function fileUri(path: string): string {
  if (/^https?:\/\//i.test(path)) return encodeURI(wellFormed(path)).replaceAll('%25', '%')
  if (posix.isAbsolute(path)) return `file://${encoded(path)}`
  return encoded(path)
}

// `:` is encoded, too: a relative reference must not seem to begin with a scheme (RFC 3986, 4.2).
function encoded(path: string): string {
  return wellFormed(path).split('/').map(encodeURIComponent).join('/')
}

/** Half of a surrogate pair is no character, and `encodeURIComponent` throws at it. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
}
