import type { JsonValue } from '../../../util/own.js'
import type { UnknownReason } from '../types.js'

/**
 * A schema by its meaning on the wire. Nodes are interned: two schemas with the same structure, in whichever document,
 * are the same node, so that comparing them is comparing ids. References are gone: a child is the node it leads to, and
 * a recursive schema is a cycle.
 */
export interface Node {
  readonly id: number
  /** Bits of the kinds that may be accepted at all. */
  readonly kinds: number
  /** Accepted values by their key. */
  readonly values?: ReadonlyMap<string, JsonValue>
  readonly text?: TextFacet
  readonly number?: NumberFacet
  readonly array?: ArrayFacet
  readonly object?: ObjectFacet
  readonly allOf: readonly Node[]
  readonly anyOf: readonly Node[]
  readonly oneOf: readonly Node[]
  readonly not?: Node
  readonly condition?: { readonly if: Node; readonly then: Node; readonly else: Node }
  /** Something in it cannot be understood: what else it says still holds. */
  readonly opaque?: UnknownReason
}

export interface TextFacet {
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly format?: string
}

export interface NumberFacet {
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly multipleOf?: number
  readonly format?: string
}

export interface ArrayFacet {
  readonly prefix: readonly Node[]
  readonly items?: Node
  readonly minItems: number
  readonly maxItems: number
  readonly unique: boolean
  readonly contains?: { readonly node: Node; readonly minimum: number; readonly maximum: number }
  readonly unevaluated?: Node
}

export interface ObjectFacet {
  readonly properties: ReadonlyMap<string, Node>
  /** Whether `properties` is written and names something, even if the projection leaves all of it out. */
  readonly declares: boolean
  /** Whether it says itself what becomes of names that it does not name, so that no closing is meant. */
  readonly writesOut: boolean
  readonly required: readonly string[]
  readonly patterns: ReadonlyMap<string, Node>
  readonly additional?: Node
  readonly names?: Node
  readonly minProperties: number
  readonly maxProperties: number
  readonly dependentRequired: ReadonlyMap<string, readonly string[]>
  readonly dependentSchemas: ReadonlyMap<string, Node>
  readonly unevaluated?: Node
}
