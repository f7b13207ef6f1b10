import type { JsonValue } from '../../util/own.js'
import type { Schema } from '../model/index.js'

/** A schema while it is being read. Once the reader has emptied its work list nobody writes to it any more. */
export type Draft = { -readonly [Field in keyof Schema]: Schema[Field] }

/** Keywords whose meaning depends on others of the same schema; settled when all of them have been seen. */
export interface Loose {
  nullable: boolean
  const: { readonly value: JsonValue } | undefined
  exclusiveMinimum: boolean
  exclusiveMaximum: boolean
  additionalItems: Schema | undefined
  enumNames: JsonValue | undefined
  enumDescriptions: JsonValue | undefined
}

/** Empties it for the next schema. */
export function resetLoose(loose: Loose): Loose {
  loose.nullable = false
  loose.const = undefined
  loose.exclusiveMinimum = false
  loose.exclusiveMaximum = false
  loose.additionalItems = undefined
  loose.enumNames = undefined
  loose.enumDescriptions = undefined
  return loose
}
