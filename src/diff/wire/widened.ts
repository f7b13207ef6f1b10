import type { JsonType, Schema } from '../../contract/model/index.js'
import type { JsonValue } from '../../util/own.js'
import type { SchemaSide } from '../containment/types.js'
import { textOf } from './encode.js'
import { mapParts } from './map-parts.js'
import { integerTexts, isTextBounded, numberTexts } from './texts-of-numbers.js'
import type { WireLanguage } from './types.js'

/**
 * What a reader accepts of the texts that arrive: a string takes the text of a number, a number the text that is one.
 * Never more than it accepts, so that what is proved to fit does; where it may be less, `Wire.readings` tell.
 */
export function widened({ schema, schemas }: SchemaSide, { explode }: WireLanguage): Schema {
  return mapParts(schema, schemas, (part) => {
    if (part.always !== undefined) return part
    if (part.enum) return withReadings(part, part.enum)
    const types = new Set(part.types)
    const more: JsonType[] = []
    if (types.has('string') && !isTextBounded(part)) {
      more.push('boolean', 'null', 'number')
      // Not taken apart: the whole of a list is one text.
      if (!explode && !types.has('array')) more.push('array')
    }
    const wide = more.length > 0 ? withTypes(part, more) : part
    const texts = types.has('string') ? [] : [...truthTexts(types), ...numericTexts(part, types)]
    return texts.length > 0 ? { kind: 'schema', at: part.at, anyOf: [wide, ...texts] } : wide
  })
}

function withReadings(part: Schema, values: readonly JsonValue[]): Schema {
  const types = new Set<JsonType>(part.types ?? ['boolean', 'number', 'string', 'null'])
  const known = new Set(values.map((value) => JSON.stringify(value)))
  const more: JsonValue[] = []
  for (const value of values) {
    for (const reading of readingsOf(value, types)) {
      if (known.has(JSON.stringify(reading))) continue
      known.add(JSON.stringify(reading))
      more.push(reading)
    }
  }
  if (more.length === 0) return part
  return { kind: 'schema', at: part.at, anyOf: [part, { kind: 'schema', at: part.at, enum: more }] }
}

function readingsOf(value: JsonValue, types: ReadonlySet<JsonType>): readonly JsonValue[] {
  if (typeof value === 'number') return types.has('number') || types.has('integer') ? [textOf(value)] : []
  if (typeof value === 'boolean') return types.has('boolean') ? [textOf(value)] : []
  if (typeof value !== 'string' || !types.has('string')) return []
  if (value === 'true' || value === 'false') return [value === 'true']
  const number = Number(value)
  return value.length < 30 && String(number) === value && Number.isFinite(number) ? [number] : []
}

function withTypes(part: Schema, more: readonly JsonType[]): Schema {
  const types = new Set([...(part.types ?? []), ...more])
  // `number` covers `integer`; the two never stand together.
  if (types.has('number')) types.delete('integer')
  // Bounds of numbers say nothing about texts, but would about the numbers that are texts now.
  const plain: Schema = { kind: 'schema', at: part.at, types: [...types].sort() }
  return isNumericBounded(part)
    ? { kind: 'schema', at: part.at, anyOf: [part, { ...plain, types: more }] }
    : { ...part, ...plain }
}

function isNumericBounded(part: Schema): boolean {
  const bounds = [
    part.minimum,
    part.maximum,
    part.exclusiveMinimum,
    part.exclusiveMaximum,
    part.multipleOf,
    part.format,
  ]
  return bounds.some((bound) => bound !== undefined) || part.items !== undefined || part.minItems !== undefined
}

function truthTexts(types: ReadonlySet<JsonType>): readonly Schema[] {
  return types.has('boolean') ? [{ kind: 'schema', at: nowhere, types: ['string'], enum: ['true', 'false'] }] : []
}

function numericTexts(part: Schema, types: ReadonlySet<JsonType>): readonly Schema[] {
  const texts = types.has('integer') ? integerTexts(part) : types.has('number') ? numberTexts(part) : undefined
  return texts?.exact ? [texts.schema] : []
}

const nowhere = { document: '', pointer: '' }
