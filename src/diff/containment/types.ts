import type { Schema, SchemaId } from '../../contract/model/index.js'
import type { JsonValue } from '../../util/own.js'

/**
 * `exchange`: the producing side sends nothing that its schema does not declare; the reading side keeps its openness.
 * `strict`: plain JSON Schema on both sides.
 *
 * Exactly, a producer in `exchange` sends a value when its schema accepts it as plain JSON Schema, and in addition, at
 * each object in the value: take the schemas that apply there, and in place those of them that accept it (`allOf`, the
 * accepting branches of `anyOf` and `oneOf`, `if` with `then`, or `else`, `dependentSchemas` of present names; not what
 * is under `not`). They are read together. When one of them declares `properties` and none writes
 * `additionalProperties`, `patternProperties` or `unevaluatedProperties` out, only names that one of them declares or
 * requires are sent. Where accepting branches can be chosen so that nothing is declared (`{type: object}` beside other
 * branches), the object is a free-form map and stays open. The members that are left out by the projection count as
 * neither declared nor required; a schema all of whose `properties` are left out still declares.
 */
export type View = 'exchange' | 'strict'

/** Which members take no part: `readOnly` ones in what a client sends, `writeOnly` ones in what a server sends. */
export type Projection = 'to-server' | 'from-server' | 'none'

/** A schema with the schemas that its references lead to. */
export interface SchemaSide {
  readonly schema: Schema
  readonly schemas: ReadonlyMap<SchemaId, Schema>
}

export type Verdict = Compatible | Breaking | Unknown

/** Proved: every value that the producer may send is accepted by the reader. */
export interface Compatible {
  readonly kind: 'compatible'
}

/** Shown: a value that the producer may send and the reader refuses; a JSON Schema validator has judged both. */
export interface Breaking {
  readonly kind: 'breaking'
  readonly witness: JsonValue
  /** Why the reader refuses it, without the value: `must have required property 'sku'`. */
  readonly reason: string
  /** JSON Pointer into the witness of what is refused. */
  readonly pointer: string
}

/** An answer of which nobody but ourselves has judged the witness. */
export type Suspicion = Compatible | Unknown | Suspected

export interface Suspected {
  readonly kind: 'suspected'
  /** The simplest one that was found; it is looked for when it is asked for. */
  readonly witness: () => JsonValue
}

/** Neither proved nor shown. Never to be told as compatible. */
export interface Unknown {
  readonly kind: 'unknown'
  readonly why: UnknownReason
}

export type UnknownReason =
  | 'budget'
  | 'pattern'
  | 'format'
  | 'contains'
  | 'unevaluated'
  | 'dynamic-reference'
  | 'external'
  | 'foreign-schema'
  /** A text that a reader may take for a value that it accepts. */
  | 'wire'
  /** Our own judge and the validator disagree: a bug of ours (TK9), never dropped. */
  | 'disagreement'

/** How much one question may cost before the answer is `unknown`. */
export interface Budget {
  /** Clauses (conjunctions of constraints) looked at for one question. Default: 4,096. */
  readonly clauses: number
  /** Levels of nesting that a witness may have. Default: 64. */
  readonly depth: number
  /** States of the automaton of a pattern. Default: 2,000. */
  readonly states: number
  /** Values tried when the answer is unknown. Default: 200. */
  readonly samples: number
}

export interface ContainmentOptions {
  /** Default: `exchange`. */
  readonly view?: View
  readonly budget?: Partial<Budget>
  /** Schemas of which it is known that another one, by which they are found here, means the same. Default: none. */
  readonly twins?: ReadonlyMap<Schema, Schema>
}

/** Answers questions about schemas of two versions of a contract. What was found out once is kept. */
export interface Containment {
  readonly view: View
  /** Whether every value that `producer` may send is accepted by `reader`. */
  check(producer: SchemaSide, reader: SchemaSide, projection: Projection): Verdict
  /**
   * The same by our own word alone, without asking a validator: for a question whose answer is not shown to anybody, or
   * whose witness the caller has judged. `view`: in place of that of all questions.
   */
  suspect(producer: SchemaSide, reader: SchemaSide, projection: Projection, view?: View): Suspicion
  /** The same of the values that all of `within` accept, too. */
  suspectWithin(
    within: readonly SchemaSide[],
    producer: SchemaSide,
    reader: SchemaSide,
    projection: Projection,
    view?: View,
  ): Suspicion
  /** Whether both have the same meaning on the wire, by structure: order, references and descriptions aside. */
  same(before: SchemaSide, after: SchemaSide, projection: Projection): boolean
  /** A smallest value that the schema accepts; undefined when there is none or none was found. */
  sample(side: SchemaSide, projection: Projection): JsonValue | undefined
  /** Whether the schema accepts the value; undefined when that cannot be told. */
  accepts(side: SchemaSide, value: JsonValue, projection: Projection): boolean | undefined
}
