import type { PartName } from './part.js'

export type EntryKind = 'contract' | 'operation' | 'field'

/** What can be found and counted in a version: the contract itself, its operations, its fields. */
export interface CatalogEntry {
  readonly kind: EntryKind
  /** `GET /orders`, `send orders.placed`, or the field's path: `Order.email`. */
  readonly label: string
  /** Words to be found by: ids, summaries, descriptions; bounded. */
  readonly text: string
  /** Tenant scope of an operation. */
  readonly scope?: string
  readonly sensitivity?: string
  readonly category?: string
  /** The operation itself, or what the field is in; absent where that has no page. */
  readonly part?: PartName
  /** JSON Pointer in the contract's own document, or `file#pointer`. */
  readonly pointer: string
}

export interface Facts {
  readonly operations: number
  /** Operations with a tenant scope, declared or inherited. */
  readonly scoped: number
  readonly fields: number
  /** Fields with a data classification, declared or by default of what holds them. */
  readonly classified: number
}
