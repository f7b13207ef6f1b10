import type { CarriedData } from './flows.js'

/** What has a page of its own: an operation, or a schema that something refers to. */
export type PartKind = 'operation' | 'schema'

/** Which part of a version is meant. */
export interface PartName {
  readonly kind: PartKind
  /** Made of its id or name: a segment of a path, bounded, the same in every version. */
  readonly key: string
}

/** A part as others refer to it. */
export interface PartLink extends PartName {
  readonly label: string
}

/** Words of a type; those that name a schema with a page of its own say which. */
export interface TypeWord {
  readonly text: string
  /** Key of the schema. */
  readonly schema?: string
}

/** A value that can be sent: a parameter, a header, a property. */
export interface PartRow {
  /** `lines[].sku`. */
  readonly name: string
  readonly type: readonly TypeWord[]
  readonly required?: true
  readonly description?: string
  /** `at most 64 characters`, `read only`, `in the path`. */
  readonly notes: readonly string[]
  readonly sensitivity?: string
  readonly category?: string
}

/** A body, a message, or the parameters. */
export interface PartSection {
  /** `Response 200, application/json`. */
  readonly title: string
  /** Of what is sent as a whole; absent where only the rows are. */
  readonly type?: readonly TypeWord[]
  readonly description?: string
  readonly notes: readonly string[]
  readonly rows: readonly PartRow[]
}

/** What is declared of an operation beside its data: `Idempotency`: `required, by the header Idempotency-Key`. */
export interface PartStatement {
  readonly name: string
  readonly text: string
  /** Contracts that it names. */
  readonly contracts?: readonly { readonly namespace: string; readonly name: string }[]
}

/** All that the page of an operation or schema shows of the contract; plain data, every text bounded. */
export interface Part extends PartLink {
  /** Id of the operation, or name of the schema. */
  readonly name: string
  readonly summary?: string
  readonly description?: string
  readonly deprecated?: true
  readonly lifecycle?: string
  readonly tags: readonly string[]
  readonly scope?: string
  /** Of a schema. */
  readonly sensitivity?: string
  readonly category?: string
  /** What an operation is given, and what it gives. */
  readonly takes?: CarriedData
  readonly gives?: CarriedData
  readonly statements: readonly PartStatement[]
  readonly sections: readonly PartSection[]
  /** Whether there are more rows than are kept. */
  readonly isCut?: true
  /** Of a schema: what refers to it, and the operations that it reaches by whatever way. */
  readonly referrers?: PartLinks
  readonly operations?: PartLinks
  /** JSON Pointer in the contract's own document, or `file#pointer`. */
  readonly pointer: string
  /** Where that is, counted from 1. Absent for what an overlay has put there. */
  readonly line?: number
}

export interface PartLinks {
  readonly links: readonly PartLink[]
  readonly hasMore: boolean
}

/** The parts of a version, laid into shelves of bounded size, so that nobody reads all of them to show one. */
export type Shelves = readonly string[]
