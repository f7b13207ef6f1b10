import { notWritable, type Refuse, type Target } from './issue.js'
import type { WireScalar, WireShape } from './types.js'

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/** The text of a scalar; of anything else, which no style reaches into, its JSON. */
export function textOf(value: unknown, target: Target): string {
  if (typeof value === 'string') return wellFormed(value, target)
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw notWritable(target, 'a finite number')
    return String(value)
  }
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw notWritable(target, 'a valid date')
    return value.toISOString()
  }
  return jsonOf(value, target)
}

export function jsonOf(value: unknown, target: Target): string {
  let json: string | undefined
  try {
    json = JSON.stringify(value)
  } catch {
    // The engine's message names properties of the value: not passed on.
  }
  if (json === undefined) throw notWritable(target, 'a value that JSON can carry')
  return json
}

function wellFormed(text: string, target: Target): string {
  // Without lone surrogates, which have no UTF-8.
  if (/\p{Surrogate}/u.test(text)) throw notWritable(target, 'well-formed Unicode text')
  return text
}

/** A text as one of the types, the most particular first. `any` and no types at all leave it as it is. */
export function parseScalar(text: string, types: readonly WireScalar[], refuse: Refuse): unknown {
  if (types.length === 0 || types.includes('any')) return text
  const asString = types.includes('string')
  if (types.includes('null') && !asString && text === 'null') return null
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true'
  if ((types.includes('integer') || types.includes('number')) && jsonNumber.test(text)) {
    const number = Number(text)
    // An integer beyond 2^53 would silently become another one.
    const fits = types.includes('number') ? Number.isFinite(number) : Number.isSafeInteger(number)
    if (fits) return number
    if (!asString) return refuse('type', types.includes('number') ? 'a number' : 'an integer of at most 53 bits')
  }
  return asString ? text : refuse('type', types.join(' or '))
}

export function parseJson(text: string, refuse: Refuse): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return refuse('type', 'JSON')
  }
}

/** `null` is written as such where the shape has it as a type of its own; elsewhere it is left out (RFC 6570, section 2.3). */
export function isLeftOut(value: unknown, shape: WireShape | undefined): boolean {
  if (value === undefined) return true
  return value === null && !(shape && (shape.kind === 'json' || typesOf(shape).includes('null')))
}

export function typesOf(shape: WireShape | undefined): readonly WireScalar[] {
  if (shape?.kind === 'scalar') return shape.types
  return shape?.kind === 'object' ? (shape.or ?? []) : []
}
