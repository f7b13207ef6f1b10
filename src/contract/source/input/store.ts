/** Why a document could not be read. */
export type ReadFailure =
  | { readonly kind: 'missing' }
  | { readonly kind: 'not-a-file'; readonly what: string }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'outside' }
  | { readonly kind: 'too-large' }

export interface ReadBytes {
  readonly kind: 'read'
  /** The path that the document is known by: relative to the root, with `/`, links followed. */
  readonly path: string
  readonly bytes: Buffer
}

/** One tree of files that documents may be read from, and nothing outside of it. */
export interface DocumentStore {
  /** As shown to the user. */
  readonly root: string
  /** Reads the file at a normalised path relative to the root. */
  read(path: string, maxBytes: number): ReadBytes | ReadFailure
  /** How a path is shown to the user. */
  label(path: string): string
  /** What a path stands for outside of this store; it may lead out of it. */
  identify(path: string): string
}
