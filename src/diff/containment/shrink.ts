import { isArray, isObject, type JsonObject, type JsonValue } from '../../util/own.js'

/** So many simpler values are tried, and none for a value of more characters: that is large because it must be. */
const most = { attempts: 200, length: 1_000 } as const

/**
 * A simpler value that still does: without members and items that are not needed, with shorter texts and rounder
 * numbers. What is tried first is what makes most of a difference.
 */
export function shrink(start: JsonValue, does: (value: JsonValue) => boolean): JsonValue {
  if (JSON.stringify(start).length > most.length) return start
  let attempts = 0
  let value = start
  for (let simpler = next(value); simpler !== undefined; simpler = next(value)) value = simpler
  return value

  function next(current: JsonValue): JsonValue | undefined {
    for (const simpler of simplerThan(current)) {
      if (attempts++ >= most.attempts) return undefined
      if (does(simpler)) return simpler
    }
    return undefined
  }
}

function* simplerThan(value: JsonValue): Iterable<JsonValue> {
  if (isArray(value)) {
    for (const index of value.keys()) yield value.toSpliced(index, 1)
    for (const [index, item] of value.entries())
      for (const simpler of simplerThan(item)) yield value.with(index, simpler)
  } else if (isObject(value)) {
    for (const name of Object.keys(value)) yield without(value, name)
    for (const name of Object.keys(value))
      for (const simpler of simplerThan(value[name] as JsonValue)) yield { ...value, [name]: simpler }
  } else if (typeof value === 'string') {
    const points = Array.from(value)
    if (points.length > 1) yield points.slice(0, points.length >> 1).join('')
    if (points.length > 0) yield points.slice(0, -1).join('')
  } else if (typeof value === 'number') {
    for (const simpler of [0, 1, Math.trunc(value), Math.trunc(value / 2)]) if (isSimpler(simpler, value)) yield simpler
  }
}

/** Fewer digits are simpler, and of as many the number that is nearer to zero. */
function isSimpler(one: number, other: number): boolean {
  const [digits, others] = [String(one).length, String(other).length]
  return digits < others || (digits === others && Math.abs(one) < Math.abs(other))
}

function without(value: JsonObject, name: string): JsonObject {
  const { [name]: _, ...rest } = value
  return rest
}
