import type { DocumentStore, ReadBytes, ReadFailure } from './store.js'

export interface MemoryStoreOptions {
  /** As shown to the user; documents are shown as `name#path`. */
  readonly name: string
}

/** Documents that are in memory, by normalised relative path. There is nothing outside of them that could be read. */
export function createMemoryStore(documents: ReadonlyMap<string, string>, { name }: MemoryStoreOptions): DocumentStore {
  return {
    root: name,
    read(path, maxBytes): ReadBytes | ReadFailure {
      const text = documents.get(path)
      if (text === undefined) return isFolder(documents, path) ? { kind: 'not-a-file', what: 'a folder' } : missing
      const bytes = Buffer.from(text)
      return bytes.length > maxBytes ? { kind: 'too-large' } : { kind: 'read', path, bytes }
    },
    label: (path) => `${name}#${path}`,
    identify: (path) => `${name}#${path}`,
  }
}

const missing: ReadFailure = { kind: 'missing' }

function isFolder(documents: ReadonlyMap<string, string>, path: string): boolean {
  for (const name of documents.keys()) if (name.startsWith(`${path}/`)) return true
  return false
}
