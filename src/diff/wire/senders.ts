import type { JsonType, Schema } from '../../contract/model/index.js'
import type { JsonValue } from '../../util/own.js'
import type { SchemaSide } from '../containment/types.js'
import { textOf } from './encode.js'
import { mapParts } from './map-parts.js'
import { integerTexts, isTextBounded, numberTexts } from './texts-of-numbers.js'
import { allTypes, typesOf } from './value-kinds.js'

/** What the texts of a schema stand for. */
export interface TextKinds {
  /** Types of the value itself, of its items and of its members, lists and objects aside. */
  readonly types: ReadonlySet<JsonType>
  /** Whether a text must have a pattern, a length or a format. */
  readonly bounded: boolean
}

export function textKinds({ schema, schemas }: SchemaSide): TextKinds {
  const types = new Set<JsonType>([...typesOf(schema, schemas)].filter(isScalar))
  let bounded = false
  mapParts(schema, schemas, (part) => {
    const found = part.enum || part.types ? typesOf(part, schemas) : new Set(part.always === false ? [] : allTypes)
    for (const type of found) if (isScalar(type)) types.add(type)
    bounded ||= found.has('string') && isTextBounded(part)
    return part
  })
  return { types, bounded }
}

function isScalar(type: JsonType): boolean {
  return type !== 'array' && type !== 'object'
}

/** Numbers and truth values as the texts that they are sent as: all of them, and where it cannot be told exactly, more. */
export function asTexts({ schema, schemas }: SchemaSide): Schema {
  return mapParts(schema, schemas, (part) => {
    const { at } = part
    if (part.enum) {
      return { kind: 'schema', at, enum: part.enum.map((value) => (isText(value) ? textOf(value) : value)) }
    }
    const types = new Set(part.types)
    const texts = types.has('integer') ? integerTexts(part) : types.has('number') ? numberTexts(part) : undefined
    const truths: Schema = { kind: 'schema', at, types: ['string'], enum: ['true', 'false'] }
    const found = [...(texts ? [texts.schema] : []), ...(types.has('boolean') ? [truths] : [])]
    if (found.length === 0) return part
    const others = [...types].filter((type) => type !== 'integer' && type !== 'number' && type !== 'boolean')
    if (others.length === 0 && found.length === 1) return found[0] as Schema
    return { kind: 'schema', at, anyOf: [...found, ...(others.length > 0 ? [{ ...part, types: others }] : [])] }
  })
}

function isText(value: JsonValue): boolean {
  return typeof value === 'number' || typeof value === 'boolean'
}

/** Listed texts that are numbers or truth values, as what a reader without strings takes them for. */
export function readNumbersAsSuch({ schema, schemas }: SchemaSide): Schema {
  return mapParts(schema, schemas, (part) => {
    const changed = part.enum?.map(asNumber)
    if (!changed?.some((value, index) => value !== part.enum?.[index])) return part
    return { kind: 'schema', at: part.at, enum: changed }
  })
}

function asNumber(value: JsonValue): JsonValue {
  if (value === 'true' || value === 'false') return value === 'true'
  const number = Number(value)
  return typeof value === 'string' && String(number) === value && Number.isFinite(number) ? number : value
}
