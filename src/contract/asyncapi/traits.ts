import { isObject, type JsonObject, type JsonValue, own, setOwn } from '../../util/own.js'
import type { Origin } from '../model/index.js'
import { fieldAt, listOf, type Node, type Reading } from './reading.js'
import { target } from './reference.js'

/**
 * The object with its traits, merged by JSON Merge Patch (RFC 7396) in their order. In AsyncAPI 2 a trait is laid over
 * the object; in AsyncAPI 3 the object comes last, so no trait overrides what it says itself.
 */
export function withTraits(reading: Reading, node: Node): Node {
  const traits = (listOf(reading, node, 'traits') ?? []).flatMap(({ value, at }) => {
    // AsyncAPI 2.0 knew a pair of a trait and its parameters.
    const trait = Array.isArray(value) ? (value[0] as JsonValue | undefined) : value
    return (trait === undefined ? undefined : target(reading, 'traits', trait, at)) ?? []
  })
  if (traits.length === 0) return node
  const layers = reading.major === 2 ? [node, ...traits] : [...traits, node]
  const value: JsonObject = {}
  const places = new Map<string, Origin>()
  for (const layer of layers) {
    for (const field of Object.keys(layer.value)) mergeField(reading, value, places, layer, field)
  }
  return { value, at: node.at, places, layers }
}

function mergeField(
  reading: Reading,
  value: JsonObject,
  places: Map<string, Origin>,
  layer: Node,
  field: string,
): void {
  const before = own(value, field)
  const after = own(layer.value, field) as JsonValue
  const place = places.get(field)
  if (isObject(before) && isObject(after) && place && place.document !== layer.at.document) {
    reading.problems.report('TK1210', { field }, { at: fieldAt(layer, field), part: 'key' })
    return
  }
  if (after === null && before === undefined) return
  setOwn(value, field, mergePatch(before, after))
  // What is merged of two has no place of its own; that of the first is as good.
  if (!(isObject(before) && isObject(after))) places.set(field, layer.at)
}

/** RFC 7396. The source stage bounds the depth of both. */
function mergePatch(before: JsonValue | undefined, patch: JsonValue): JsonValue {
  if (!isObject(patch)) return patch
  if (!isObject(before)) return patch
  const merged: JsonObject = {}
  for (const key of Object.keys(before)) setOwn(merged, key, own(before, key))
  for (const key of Object.keys(patch)) {
    const change = own(patch, key) as JsonValue
    if (change === null) Reflect.deleteProperty(merged, key)
    else setOwn(merged, key, mergePatch(own(merged, key), change))
  }
  return merged
}
