import type { ReadFailure } from './store.js'

/** What an error of the file system means; rethrows what is none. */
export function failureOf(error: unknown): ReadFailure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { kind: 'missing' }
    case 'EISDIR':
      return { kind: 'not-a-file', what: 'a folder' }
    case 'EACCES':
    case 'EPERM':
      return { kind: 'unreadable', reason: 'permission denied' }
    case 'ELOOP':
      return { kind: 'unreadable', reason: 'its symbolic links lead in a circle' }
    case 'ENAMETOOLONG':
      return { kind: 'unreadable', reason: 'the name is too long' }
    default:
      if (typeof code !== 'string') throw error
      return { kind: 'unreadable', reason: code }
  }
}
