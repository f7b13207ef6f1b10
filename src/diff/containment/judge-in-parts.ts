import { isLeftOut } from '../../contract/annotation/index.js'
import type { Schema, SchemaId } from '../../contract/model/index.js'
import { anything, follow } from '../../contract/schema/index.js'
import { type Judgement, judge, leftOutMembers, type Refused } from '../../contract/schema/judge/index.js'
import { child } from '../../util/json-pointer.js'
import { isArray, isObject, type JsonValue } from '../../util/own.js'
import type { Projection, SchemaSide } from './types.js'

/** Has a validator judge values, as plain JSON Schema. */
export type JudgeInParts = (side: SchemaSide, value: JsonValue, projection: Projection) => Judgement

/** Values above this are judged after what holds them, and only if that is accepted. */
const smallest = 60

/**
 * Judges large values in parts: a member by the schema that `properties` has for it, an item by `items`, the whole by
 * each of many alternatives, and the rest without them. That is what these keywords say. A validator takes a tenth of a
 * second to compile the schema of a large value; witnesses of one contract are made of the same parts, each of which is
 * judged once, and most schemas of members are one of a few.
 */
export function createJudgeInParts(): JudgeInParts {
  const judged = new WeakMap<Schema, Map<string, Judgement>>()
  return judgeInParts

  function judgeInParts({ schema: written, schemas }: SchemaSide, value: JsonValue, projection: Projection): Judgement {
    const schema = follow(written, schemas)
    const known = judged.get(schema) ?? new Map<string, Judgement>()
    judged.set(schema, known)
    const key = `${projection} ${JSON.stringify(value)}`
    const found = known.get(key)
    if (found) return found
    // An alternative that leads back to itself has no answer.
    known.set(key, { kind: 'unjudged', why: 'endless' })
    const judgement = judgeOnce({ schema, schemas }, value, projection)
    known.set(key, judgement)
    return judgement
  }

  function judgeOnce({ schema, schemas }: SchemaSide, value: JsonValue, projection: Projection): Judgement {
    const { rest: single, conjuncts, choices } = splitAlternatives({ schema, schemas }, value, projection)
    const { rest, parts } = split(single, value, schemas, projection)
    const branch = (part: Schema) => judgeInParts({ schema: part, schemas }, value, projection)
    const inPart = (part: Part) =>
      below(judgeInParts({ schema: part.schema, schemas }, part.value, projection), part.token)
    const whole = judge({ schema: rest, schemas }, value, { projection, closed: false })
    let judgement = together([whole, ...parts.filter((part) => !part.isLarge).map(inPart)])
    for (const conjunct of conjuncts) if (judgement.kind === 'accepted') judgement = branch(conjunct)
    for (const choice of choices) if (judgement.kind === 'accepted') judgement = choose(choice, branch)
    for (const part of parts) if (part.isLarge && judgement.kind === 'accepted') judgement = inPart(part)
    return judgement
  }
}

function below(judgement: Judgement, token: string | number): Judgement {
  if (judgement.kind !== 'refused') return judgement
  return { ...judgement, pointer: child('', token) + judgement.pointer, weight: judgement.weight + 1 }
}

/** What several say of one value: of all refusals the first that tells most. */
function together(judgements: readonly Judgement[]): Judgement {
  let told: Judgement = { kind: 'accepted' }
  for (const judgement of judgements) {
    if (judgement.kind === 'unjudged') return judgement
    const isMore = judgement.kind === 'refused' && (told.kind !== 'refused' || judgement.weight > told.weight)
    if (isMore) told = judgement
  }
  return told
}

interface Choice {
  readonly branches: readonly Schema[]
  /** How many of them may accept: one, or any number. */
  readonly most: number
}

interface Apart {
  readonly rest: Schema
  /** Branches of `allOf`. */
  readonly conjuncts: readonly Schema[]
  readonly choices: readonly Choice[]
}

/** Fewer alternatives are as quickly judged together. */
const many = 4

/**
 * Takes out what a value is judged by as a whole. What is evaluated is told by all of it together, and which members are
 * left out by all that hold together: then it stays in one piece.
 */
function splitAlternatives({ schema, schemas }: SchemaSide, value: JsonValue, projection: Projection): Apart {
  const { unevaluatedProperties, unevaluatedItems } = schema
  if (unevaluatedProperties || unevaluatedItems || !isLarge(value)) return { rest: schema, conjuncts: [], choices: [] }
  let rest = schema
  const choices: Choice[] = []
  if (hasMany(rest)) {
    const { oneOf = [], anyOf = [], ...others } = rest
    choices.push({ branches: oneOf, most: 1 }, { branches: anyOf, most: anyOf.length })
    rest = others
  }
  const { allOf = [], ...others } = rest
  const isApart = allOf.some((branch) => hasMany(follow(branch, schemas)))
  if (!isApart || leftOutMembers(schema, schemas, projection).size > 0) return { rest, conjuncts: [], choices }
  return { rest: others, conjuncts: allOf, choices }
}

function hasMany({ oneOf = [], anyOf = [] }: Schema): boolean {
  return oneOf.length >= many || anyOf.length >= many
}

/** What alternatives come to. */
function choose({ branches, most }: Choice, judgeBranch: (branch: Schema) => Judgement): Judgement {
  let accepted = 0
  let unjudged: Judgement | undefined
  const refusals: Refused[] = []
  for (const branch of branches) {
    const judgement = judgeBranch(branch)
    if (judgement.kind === 'unjudged') unjudged ??= judgement
    else if (judgement.kind === 'refused') refusals.push(judgement)
    else if (++accepted > most) return { ...unmatched, reason: 'must match only one of the alternatives' }
    else if (most === branches.length) return judgement
  }
  if (unjudged) return unjudged
  return accepted > 0 || branches.length === 0 ? { kind: 'accepted' } : (theMeant(refusals) ?? unmatched)
}

const unmatched: Refused = { kind: 'refused', reason: 'must match one of the alternatives', pointer: '', weight: 1.5 }

/** Of all refusals the one that tells most; none where several tell as much, each of something else. */
function theMeant(refusals: readonly Refused[]): Refused | undefined {
  const weight = Math.max(...refusals.map((refusal) => refusal.weight))
  const [first, ...others] = refusals.filter((refusal) => refusal.weight === weight)
  const isSole = others.every(({ pointer, reason }) => pointer === first?.pointer && reason === first.reason)
  return isSole ? first : undefined
}

interface Part {
  readonly schema: Schema
  readonly value: JsonValue
  readonly token: string | number
  readonly isLarge: boolean
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
  // Whether the others depend on which names there are schemas for.
  const isCounted = schema.additionalProperties !== undefined || schema.unevaluatedProperties !== undefined
  const parts: Part[] = []
  // What is said of members that are not there says nothing of the value, unless it is that they need not be there.
  const remaining = leftOut(properties, schemas, projection)
  for (const name of Object.keys(value)) {
    const member = properties.get(name)
    if (!member || remaining.has(name)) continue
    const there = value[name] as JsonValue
    parts.push({ schema: member, value: there, token: name, isLarge: isLarge(there) })
    if (isCounted) remaining.set(name, anything(member.at))
  }
  return { rest: parts.length > 0 ? { ...schema, properties: remaining } : schema, parts }
}

function leftOut(
  properties: ReadonlyMap<string, Schema>,
  schemas: ReadonlyMap<SchemaId, Schema>,
  projection: Projection,
): Map<string, Schema> {
  const found = new Map<string, Schema>()
  if (projection === 'none') return found
  const direction = projection === 'to-server' ? 'input' : 'output'
  for (const [name, member] of properties) if (isLeftOut(member, direction, schemas)) found.set(name, member)
  return found
}

function splitItems(schema: Schema, value: readonly JsonValue[]): Split {
  const { items, prefixItems = [] } = schema
  const rest = value.slice(prefixItems.length)
  if (!items || !rest.some(isLarge)) return { rest: schema, parts: [] }
  const parts = rest.map((item, index) => {
    return { schema: items, value: item, token: prefixItems.length + index, isLarge: true }
  })
  return { rest: { ...schema, items: anything(items.at) }, parts }
}

function isLarge(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null && JSON.stringify(value).length > smallest
}
