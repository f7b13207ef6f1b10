import type { Diagnostic } from '../diagnostic/index.js'
import type { Contract, ScopeName } from './model/index.js'
import type { Problems } from './problem.js'
import type { SourceDocument, Sources } from './source/document.js'
import type { ReadCatalog } from './source/input/read-catalog-argument.js'
import type { ReadStdin } from './source/input/read-stdin.js'
import type { RawDocument } from './source/open-document.js'

export interface LoadOptions {
  /** Directory that relative paths are taken from. Default: the process's. */
  readonly cwd?: string
  /** Nothing outside this directory is read. Default: the directory of the contract, or the git root's tree for `git:`. */
  readonly root?: string
  /** Overlay documents (OpenAPI Overlay 1.0 or 1.1), applied in order. */
  readonly overlays?: readonly string[]
  /** What `-` reads. Default: the process's standard input. */
  readonly stdin?: ReadStdin
  /** What `catalog:namespace/name@version` reads. Default: nothing; such an argument is an error. */
  readonly catalog?: ReadCatalog
  /** Allow `https` references and arguments. Default: false. */
  readonly allowRemote?: boolean
  /** Scope of operations for which nothing is declared. Default: none, so they are an error for `generate`. */
  readonly defaultScope?: ScopeName
  /**
   * Whether the named parsers validate behind our reading. `auto`: for documents up to 2 MB, with the outcome cached by
   * content; `always`; `never`. Default: `auto`.
   */
  readonly validation?: 'auto' | 'always' | 'never'
  /**
   * Which problems that are no errors are told, by code: to find the place of one costs a pass over the text. Default:
   * all.
   */
  readonly isTold?: (code: string) => boolean
  /** Unclassified fields and the like become errors. Default: false. */
  readonly strict?: boolean
  /**
   * Another version of the contract: where both say the same, the objects of that one are handed out, which saves reading
   * them again. Default: none.
   */
  readonly beside?: Loaded
  /** What the argument leads to, when it has been read already. Default: it is read. */
  readonly raw?: RawDocument
}

/** The outcome of reading a contract. Without a contract there is at least one error. */
export interface Loaded {
  readonly contract?: Contract
  readonly diagnostics: readonly Diagnostic[]
  /** Every file that took part, the contract's own first; overlays included. */
  readonly documents: readonly SourceDocument[]
  /** Positions for problems that a later stage finds in the contract. */
  readonly located: (problems: Problems) => readonly Diagnostic[]
  /** The places of nodes of the contract. */
  readonly spans: Sources['spans']
}

export type LoadContract = (reference: string, options?: LoadOptions) => Promise<Loaded>
