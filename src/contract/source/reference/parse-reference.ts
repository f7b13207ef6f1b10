import { posix } from 'node:path'
import type { Base } from '../open-document.js'
import { failure, type ReferenceFailure } from './reference-failure.js'

/** The document that a reference names, before anything is read. */
export type Target =
  | { readonly kind: 'same' }
  | { readonly kind: 'local'; readonly path: string }
  | { readonly kind: 'remote'; readonly url: string }

/** Splits a reference at its first `#`. */
export function splitReference(ref: string): { readonly uri: string; readonly fragment: string } {
  const hash = ref.indexOf('#')
  return hash < 0 ? { uri: ref, fragment: '' } : { uri: ref.slice(0, hash), fragment: ref.slice(hash + 1) }
}

/**
 * Resolves the part of a reference before the `#` against the place of the document that holds it (RFC 3986, section 5),
 * and refuses what must not be followed from there.
 */
export function parseReference(uri: string, base: Base, allowRemote: boolean): Target | ReferenceFailure {
  if (uri === '') return { kind: 'same' }
  if (uri.includes('\\')) return failure('TK1046', { ref: uri })
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(uri)?.[1]?.toLowerCase()
  if (scheme !== undefined) return withScheme(uri, scheme, allowRemote)
  return base.kind === 'remote' ? remote(uri, base.url) : local(uri, base.path, base.store.root)
}

function withScheme(uri: string, scheme: string, allowRemote: boolean): Target | ReferenceFailure {
  switch (scheme) {
    case 'https':
      return allowRemote ? remote(uri) : failure('TK1032', { url: withoutCredentials(uri) })
    case 'http':
      return failure('TK1052', { ref: withoutCredentials(uri) })
    case 'file':
      return failure('TK1045', { ref: uri })
    default:
      // `C:/models.yaml`: the drive of a Windows path looks like a scheme.
      return scheme.length === 1 ? failure('TK1045', { ref: uri }) : failure('TK1047', { ref: shortened(uri), scheme })
  }
}

function remote(uri: string, base?: string): Target | ReferenceFailure {
  if (!URL.canParse(uri, base)) return failure('TK1040', { ref: uri, reason: 'it is not a URL' })
  const url = new URL(uri, base)
  if (url.protocol !== 'https:') return failure('TK1052', { ref: withoutCredentials(url.href) })
  if (url.username !== '' || url.password !== '') return failure('TK1053', { ref: withoutCredentials(url.href) })
  url.hash = ''
  return { kind: 'remote', url: url.href }
}

function local(uri: string, from: string, root: string): Target | ReferenceFailure {
  if (uri.startsWith('//')) return failure('TK1046', { ref: uri })
  if (uri.startsWith('/')) return failure('TK1045', { ref: uri })
  if (uri.includes('?')) return failure('TK1040', { ref: uri, reason: 'a file has no query' })
  if (/%(?:2e|2f|5c|7f|[01][0-9a-f])/i.test(uri)) return failure('TK1048', { ref: uri })
  const path = decoded(uri)
  if (path === undefined) return failure('TK1040', { ref: uri, reason: 'a `%` in it starts no valid escape' })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\u0000-\u001f\u007f]/.test(path)) return failure('TK1048', { ref: uri })
  const joined = posix.join(posix.dirname(from), path)
  if (joined === '..' || joined.startsWith('../')) return failure('TK1044', { ref: uri, root })
  return { kind: 'local', path: joined }
}

/** Percent-decodes; undefined when that is not possible. */
export function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function withoutCredentials(uri: string): string {
  return uri.replace(/^(https?:\/\/)[^/?#]*@/i, '$1…@')
}

/** A `data:` URI can be of any length. */
function shortened(uri: string): string {
  return uri.length > 80 ? `${uri.slice(0, 80)}…` : uri
}
