/** One file of a published contract. */
export interface BundleDocument {
  /** Relative, with `/`, normalised; never leads out of the bundle. */
  readonly path: string
  readonly text: string
}

/** All that a contract consists of, byte for byte as it was published. */
export interface Bundle {
  /** The contract's own document first, then those that it refers to. */
  readonly documents: readonly BundleDocument[]
  /** Applied in this order. */
  readonly overlays: readonly BundleDocument[]
}
