import { isLeftOut } from '../../contract/annotation/index.js'
import type { Schema, SchemaId } from '../../contract/model/index.js'
import { follow } from '../../contract/schema/index.js'
import { type Judgement, judge } from '../../contract/schema/judge/index.js'
import { child } from '../../util/json-pointer.js'
import { isArray, isObject, type JsonValue, own } from '../../util/own.js'
import type { Projection, SchemaSide } from './types.js'

/** Has a validator judge values, as plain JSON Schema. */
export type JudgeInParts = (side: SchemaSide, value: JsonValue, projection: Projection) => Judgement

/** Smaller members and items are judged with what holds them. */
const smallest = 60

/**
 * Judges large values in parts: a member by the schema that `properties` has for it, an item by `items`, and the rest
 * without them. That is what these keywords say. A validator takes a tenth of a second to compile the schema of a large
 * value; witnesses of one contract are made of the same parts, each of which is judged once.
 */
export function createJudgeInParts(): JudgeInParts {
  const judged = new WeakMap<Schema, Map<string, Judgement>>()
  return judgeInParts

  function judgeInParts({ schema: written, schemas }: SchemaSide, value: JsonValue, projection: Projection): Judgement {
    const schema = follow(written, schemas)
    const known = judged.get(schema) ?? new Map<string, Judgement>()
    judged.set(schema, known)
    const key = `${projection} ${JSON.stringify(value)}`
    const judgement = known.get(key) ?? judgeOnce({ schema, schemas }, value, projection)
    known.set(key, judgement)
    return judgement
  }

  function judgeOnce({ schema, schemas }: SchemaSide, value: JsonValue, projection: Projection): Judgement {
    const { rest, parts } = split(schema, value, schemas, projection)
    let judgement = judge({ schema: rest, schemas }, value, { projection, closed: false })
    for (const part of parts) {
      if (judgement.kind !== 'accepted') break
      judgement = judgeInParts({ schema: part.schema, schemas }, part.value, projection)
      if (judgement.kind === 'refused') judgement = { ...judgement, pointer: child('', part.token) + judgement.pointer }
    }
    return judgement
  }
}

interface Part {
  readonly schema: Schema
  readonly value: JsonValue
  readonly token: string | number
}

interface Split {
  /** The schema without what it says of the parts. */
  readonly rest: Schema
  readonly parts: readonly Part[]
}

function split(
  schema: Schema,
  value: JsonValue,
  schemas: ReadonlyMap<SchemaId, Schema>,
  projection: Projection,
): Split {
  if (isArray(value)) return splitItems(schema, value)
  const { properties } = schema
  // What holds together with it may leave out a member.
  const isShared = projection !== 'none' && (schema.allOf !== undefined || schema.ref !== undefined)
  if (!properties || !isObject(value) || isShared) return { rest: schema, parts: [] }
  const direction = projection === 'to-server' ? 'input' : 'output'
  const parts: Part[] = []
  const remaining = new Map(properties)
  for (const [name, member] of properties) {
    const there = own(value, name)
    if (there === undefined || !isLarge(there)) continue
    if (projection !== 'none' && isLeftOut(member, direction, schemas)) continue
    parts.push({ schema: member, value: there, token: name })
    remaining.set(name, anything(member))
  }
  return { rest: parts.length > 0 ? { ...schema, properties: remaining } : schema, parts }
}

function splitItems(schema: Schema, value: readonly JsonValue[]): Split {
  const { items, prefixItems = [] } = schema
  const rest = value.slice(prefixItems.length)
  if (!items || !rest.some(isLarge)) return { rest: schema, parts: [] }
  const parts = rest.map((item, index) => ({ schema: items, value: item, token: prefixItems.length + index }))
  return { rest: { ...schema, items: anything(items) }, parts }
}

function anything({ at }: Schema): Schema {
  return { kind: 'schema', at, always: true }
}

function isLarge(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null && JSON.stringify(value).length > smallest
}
