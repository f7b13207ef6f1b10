import { isArray, isObject, type JsonObject, type JsonValue } from '../../../util/own.js'

const strangers: readonly JsonValue[] = ['x', 1, true, null, {}, []]

/** Values that differ from this one by one edit, at the deepest `depth` levels down. */
export function* mutantsOf(value: JsonValue, depth = 4): Iterable<JsonValue> {
  if (isObject(value)) {
    const entries = Object.entries(value)
    for (const [name] of entries) yield Object.fromEntries(entries.filter(([other]) => other !== name))
    yield { ...value, 'x-unknown': 1 }
    for (const [name, member] of entries) {
      for (const mutant of depth > 0 ? mutantsOf(member, depth - 1) : []) yield replaced(value, name, mutant)
    }
  } else if (isArray(value)) {
    for (const index of value.keys()) yield value.toSpliced(index, 1)
    if (value.length > 0) yield [...value, value[0] as JsonValue]
    yield [...value, 'x']
    for (const [index, item] of [...value.entries()].slice(0, 3)) {
      for (const mutant of depth > 0 ? mutantsOf(item, depth - 1) : []) yield value.with(index, mutant)
    }
  } else if (typeof value === 'string') {
    yield* [`${value}x`, value.slice(0, -1), value.toUpperCase(), ''].filter((one) => one !== value)
  } else if (typeof value === 'number') {
    yield* [value + 1, value - 1, value + 0.5, -value].filter((one) => one !== value)
  }
  for (const stranger of strangers) if (kindOf(stranger) !== kindOf(value)) yield stranger
}

function replaced(value: JsonObject, name: string, member: JsonValue): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([other, old]) => [other, other === name ? member : old]))
}

function kindOf(value: JsonValue): string {
  return value === null ? 'null' : isArray(value) ? 'array' : typeof value
}
