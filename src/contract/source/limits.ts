/** How much a contract may ask of us before it is refused. Every limit has its own code. */
export interface Limits {
  /** Bytes of one document. Default: 64 MB. */
  readonly documentBytes: number
  /** Bytes of the contract with all the documents it refers to. Default: 256 MB. */
  readonly totalBytes: number
  /** Levels of nesting, aliases of YAML followed. Default: 2,000. */
  readonly depth: number
  /** Values in all documents together, aliases of YAML followed. Default: 1,000,000. */
  readonly nodes: number
  /** Uses of one YAML anchor. Default: 100. */
  readonly aliasExpansions: number
  /** How many times larger than written a document may get by its aliases; small ones may anyway. Default: 10. */
  readonly aliasGrowth: number
  /** References in a row. Default: 10,000. */
  readonly referenceDepth: number
  /** Milliseconds for parsing all documents of one contract, checked after each. Default: 10,000. */
  readonly parseTime: number
  /** Milliseconds for fetching one remote document, redirects included. Default: 10,000. */
  readonly fetchTime: number
  /** Redirects followed for one remote document. Default: 5. */
  readonly redirects: number
  /** Steps in evaluating one JSONPath of an overlay. Default: 20,000,000. */
  readonly querySteps: number
}

const megabyte = 1024 * 1024

export const defaultLimits: Limits = {
  documentBytes: 64 * megabyte,
  totalBytes: 256 * megabyte,
  depth: 2_000,
  nodes: 1_000_000,
  aliasExpansions: 100,
  aliasGrowth: 10,
  referenceDepth: 10_000,
  parseTime: 10_000,
  fetchTime: 10_000,
  redirects: 5,
  querySteps: 20_000_000,
}
