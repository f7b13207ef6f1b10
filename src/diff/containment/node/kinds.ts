import type { JsonType } from '../../../contract/model/index.js'
import { isArray, type JsonValue } from '../../../util/own.js'

/** The JSON types, each of which a question is asked for on its own. Whole and broken numbers are halves of one kind. */
export type Kind = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object'

/** Simplest first: the first witness that is found should be the simplest one. */
export const kinds: readonly Kind[] = ['null', 'boolean', 'number', 'string', 'array', 'object']

export const wholeNumber = 4
export const brokenNumber = 8

/** Bits of a set of kinds. */
export const bitsOf: Readonly<Record<Kind, number>> = {
  null: 1,
  boolean: 2,
  number: wholeNumber | brokenNumber,
  string: 16,
  array: 32,
  object: 64,
}

export const everyKind = 127

const bitsOfType: Readonly<Record<JsonType, number>> = { ...bitsOf, integer: wholeNumber }

export function bitsOfTypes(types: readonly JsonType[] | undefined): number {
  if (!types) return everyKind
  let bits = 0
  for (const type of types) bits |= bitsOfType[type]
  return bits
}

function kindOf(value: JsonValue): Kind {
  if (value === null) return 'null'
  if (isArray(value)) return 'array'
  return typeof value as 'boolean' | 'number' | 'string' | 'object'
}

/** `1.0` is a whole number: JSON does not tell it from `1`. */
export function bitsOfValue(value: JsonValue): number {
  if (typeof value === 'number') return Number.isInteger(value) ? wholeNumber : brokenNumber
  return bitsOf[kindOf(value)]
}
