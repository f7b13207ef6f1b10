import { isArray, isObject, type JsonObject, type JsonValue } from '../../../../src/util/own.js'
import { mapDocument } from './map-schemas.js'
import { createRandom, type Random, shuffled } from './random.js'

/** Puts everything whose order says nothing into another one: keys everywhere, and the lists that are sets. */
export function reorder(document: JsonObject, seed: number): JsonObject {
  const random = createRandom(seed)
  const lists = (names: ReadonlySet<string>) => (object: JsonObject) =>
    Object.fromEntries(
      Object.entries(object).map(([key, value]) => [
        key,
        names.has(key) && isArray(value) ? shuffled(value, random) : value,
      ]),
    )
  const listed = mapDocument(document, { schema: lists(setsOfSchemas), node: lists(setsOfNodes) })
  return shuffleKeys(listed, random) as JsonObject
}

const setsOfSchemas: ReadonlySet<string> = new Set(['required', 'enum', 'type', 'oneOf', 'anyOf', 'allOf'])
const setsOfNodes: ReadonlySet<string> = new Set(['parameters', 'tags', 'security', 'required', 'oneOf', 'messages'])

function shuffleKeys(value: JsonValue, random: Random): JsonValue {
  if (isArray(value)) return value.map((each) => shuffleKeys(each, random))
  if (!isObject(value)) return value
  return Object.fromEntries(
    shuffled(Object.entries(value), random).map(([key, each]) => [key, shuffleKeys(each, random)]),
  )
}
