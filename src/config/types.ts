import type { ScopeName } from '../contract/model/index.js'

export type DiffLevel = 'breaking' | 'warning' | 'info' | 'off'

export type ConfigTarget = 'types' | 'client' | 'server' | 'events'

/** What `tenantkit.config.{ts,js,mjs,json,yaml,yml}` says. Paths are relative to the configuration's folder. */
export interface ConfigInput {
  /** What to generate code from. May be left out by those who only compare. */
  readonly contracts?: readonly ContractInput[]
  /** How `tenantkit diff` judges. Default: see each field. */
  readonly diff?: DiffInput
  /** Where `catalog:NAMESPACE/NAME@VERSION` is read from, and where contracts are published. Default: none. */
  readonly catalog?: { readonly url: string }
  /** Folder with own versions of single output skeletons, by name. Default: none. */
  readonly templates?: string
  /** Whether the named parsers validate, too: for documents up to 2 MB, always, or never. Default: `auto`. */
  readonly validation?: 'auto' | 'always' | 'never'
  /** Allow https references. Default: false. */
  readonly allowRemote?: boolean
}

/** Flags of the command line win over all of these. */
export interface DiffInput {
  /** The least level that fails. Default: `breaking`. */
  readonly failOn?: 'breaking' | 'warning' | 'info' | 'none'
  /** How producers are read: they send what their schema declares, or all that plain JSON Schema lets them. Default: `exchange`. */
  readonly view?: 'exchange' | 'strict'
  /** Levels by rule (`property-became-required`), rule and direction (`request-property-became-required`) or code. Default: what the rules say. */
  readonly levels?: Readonly<Record<string, DiffLevel>>
  /** File of approvals. Default: `.tenantkit/approvals.yaml`. */
  readonly approvals?: string
  /** Whether a version that does not fit the changes fails, is only told, or is not looked at. Default: `report`. */
  readonly semver?: 'require' | 'report' | 'off'
  /** Days that must lie between the announcement of a sunset and the removal. Default: 0. */
  readonly grace?: number
}

export interface ContractInput {
  /** The contract: a path, `git:REF:path`, `catalog:NAMESPACE/NAME@VERSION` or an https URL. */
  readonly path: string
  /** Folder for the generated code. It belongs to tenantkit: files that are not planned any more are removed. */
  readonly out: string
  /** What to generate. Default: `types` and `client`. */
  readonly targets?: readonly ConfigTarget[]
  /** File with the handlers, which belongs to you: missing ones are added as stubs, nothing else is touched. */
  readonly handlers?: string
  /** Overlay documents, applied in order. Default: none. */
  readonly overlays?: readonly string[]
  /** Scope of operations that declare none, for contracts that are not yours. Default: none, which is an error. */
  readonly defaultScope?: ScopeName
  /** Name of the API in generated code: `orders` gives `createOrdersClient`. Default: from the contract's title. */
  readonly name?: string
  /** Directory that `$ref` may not leave. Default: the contract's. */
  readonly root?: string
}

/** The configuration with every default filled in and every path absolute; frozen. */
export interface Config {
  /** The configuration's own path; absent when everything came from the command line. */
  readonly file?: string
  /** Directory that paths were resolved against. */
  readonly directory: string
  readonly contracts: readonly ContractConfig[]
  readonly diff: DiffConfig
  readonly catalog?: { readonly url: string }
  readonly templates?: string
  readonly validation: 'auto' | 'always' | 'never'
  readonly allowRemote: boolean
}

export interface DiffConfig extends Omit<DiffInput, 'levels'> {
  readonly levels: ReadonlyMap<string, DiffLevel>
}

export interface ContractConfig {
  /** Absolute path, or the reference as given when it is none. */
  readonly reference: string
  readonly out: string
  readonly targets: readonly ConfigTarget[]
  readonly handlers?: string
  readonly overlays: readonly string[]
  readonly defaultScope?: ScopeName
  readonly name?: string
  readonly root?: string
}
