/** What a contract argument names (see the command line's documentation). */
export type ContractArgument =
  | { readonly kind: 'stdin' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'git'; readonly ref: string; readonly path: string }
  | { readonly kind: 'remote'; readonly url: string }
  | { readonly kind: 'catalog'; readonly coordinates: string }

/**
 * `-`, `git:REF:path`, `catalog:...`, a URL, a path, or `REF:path`. A file that exists under the whole text wins over
 * the last reading, so `exists` is asked before it.
 */
export function parseArgument(reference: string, exists: (path: string) => boolean): ContractArgument {
  if (reference === '-') return { kind: 'stdin' }
  if (/^https?:\/\//i.test(reference)) return { kind: 'remote', url: reference }
  if (reference.startsWith('catalog:')) return { kind: 'catalog', coordinates: reference.slice('catalog:'.length) }
  const revision = /^(?:git:)?([^:]+):(.+)$/s.exec(reference)
  const [, ref, path] = revision ?? []
  if (ref === undefined || path === undefined) return { kind: 'file', path: reference }
  if (reference.startsWith('git:')) return { kind: 'git', ref, path }
  const isWindowsPath = /^[A-Za-z]:[\\/]/.test(reference)
  return isWindowsPath || exists(reference) ? { kind: 'file', path: reference } : { kind: 'git', ref, path }
}
