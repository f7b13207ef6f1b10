/** Where a node stands: the document it was read from and its JSON Pointer there. Lines are looked up when needed. */
export interface Origin {
  /** Identity of the document: its path relative to the contract's root with `/`, or its URL. */
  readonly document: string
  readonly pointer: string
}
