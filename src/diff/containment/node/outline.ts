import type { Schema, SchemaId } from '../../../contract/model/index.js'
import { canonicalText } from '../../../util/canonical-text.js'
import { compareText } from '../../../util/compare.js'
import type { JsonValue } from '../../../util/own.js'
import type { UnknownReason } from '../types.js'
import { flatten } from './flatten.js'
import { bitsOf, bitsOfTypes, bitsOfValue, everyKind } from './kinds.js'
import type { LeftOut } from './left-out.js'

/** What a schema says on the wire: of itself in one text, and by the schemas in it. */
export interface Outline {
  /** The schema, with what others say that hold together with it. */
  readonly said: Schema
  readonly kinds: number
  readonly values: ReadonlyMap<string, JsonValue> | undefined
  /** Every keyword that names no schema, in a fixed order. Equal texts mean the same. */
  readonly facts: string
  readonly parts: readonly Part[]
  /** Names that must be there, without those that the projection leaves out. */
  readonly required: readonly string[]
  /** By the name that asks for the others, sorted. */
  readonly dependentRequired: readonly (readonly [string, readonly string[]])[]
  /** Absent when the format is a mere annotation. */
  readonly format: string | undefined
  readonly opaque: UnknownReason | undefined
  /** Whether another projection may leave out something else of the schema itself. */
  readonly isMarked: boolean
}

/** A schema in a schema. Parts are sorted by role and key; those of a composition have no key. */
export interface Part {
  readonly role: Role
  readonly key: string
  readonly schema: Schema
}

export type Role =
  | 'additionalProperties'
  | 'allOf'
  | 'anyOf'
  | 'contains'
  | 'dependentSchemas'
  | 'else'
  | 'if'
  | 'items'
  | 'not'
  | 'oneOf'
  | 'patternProperties'
  | 'prefixItems'
  | 'properties'
  | 'propertyNames'
  | 'then'
  | 'unevaluatedItems'
  | 'unevaluatedProperties'

export interface OutlineOptions {
  readonly leftOut: LeftOut
  readonly schemas: ReadonlyMap<SchemaId, Schema>
  /** Whether the format asserts anything. Others are annotations. */
  readonly isKnownFormat: (format: string) => boolean
}

export function outline(written: Schema, options: OutlineOptions): Outline {
  const schema = flatten(written, options.schemas)
  if (schema !== written) options.leftOut.standIn(written, schema)
  if (schema.always === false) return nothing
  let kinds = bitsOfTypes(schema.types)
  const values = schema.enum && valuesOf(schema.enum, kinds)
  if (values) kinds = bitsOfValues(values)
  if (kinds === 0) return nothing
  const draft: Draft = {
    schema,
    options,
    away: options.leftOut.names(schema),
    facts: [],
    parts: [],
    required: none,
    dependentRequired: none,
    isMarked: false,
    isInOrder: true,
  }
  for (const field in schema) {
    const known = fields.get(field)
    if (known && (known.about & kinds) !== 0) known.read(draft, field)
  }
  const { facts, parts, required, dependentRequired, format, opaque, isMarked } = draft
  if (kinds !== everyKind) state(facts, kindFacts[kinds] as string)
  if (values) state(facts, `enum ${[...values.keys()].sort().join()}`)
  if (!draft.isInOrder) parts.sort(byRoleAndKey)
  const marked = isMarked || options.leftOut.isCopy(schema)
  return {
    said: schema,
    kinds,
    values,
    facts: facts.length === 1 ? (facts[0] as string) : facts.join('\n'),
    parts,
    required,
    dependentRequired,
    format,
    opaque,
    isMarked: marked,
  }
}

interface Draft {
  readonly schema: Schema
  readonly options: OutlineOptions
  /** Names of members that the projection leaves out. */
  readonly away: ReadonlySet<string>
  readonly facts: string[]
  readonly parts: Part[]
  required: readonly string[]
  dependentRequired: NonNullable<Outline['dependentRequired']>
  format?: string
  opaque?: UnknownReason
  isMarked: boolean
  /** Whether the parts are: those of one keyword come so, and most schemas have one such keyword. */
  isInOrder: boolean
}

const none: readonly never[] = []

const kindFacts: readonly string[] = Array.from({ length: everyKind }, (_, kinds) => `kinds ${kinds}`)

const nothing: Outline = {
  said: { kind: 'schema', at: { document: '', pointer: '' }, always: false },
  kinds: 0,
  values: undefined,
  facts: 'kinds 0',
  parts: [],
  required: [],
  dependentRequired: [],
  format: undefined,
  opaque: undefined,
  isMarked: false,
}

interface Field {
  /** The kinds that the keyword is about: of values of others it says nothing, so that there it is left out. */
  readonly about: number
  readonly read: (draft: Draft, field: string) => void
}

const { string, number, array, object } = bitsOf

const fields: ReadonlyMap<string, Field> = new Map<string, Field>([
  ...of(string, scalar, 'minLength', 'maxLength', 'pattern'),
  ...of(number, scalar, 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'),
  ...of(array, scalar, 'minItems', 'maxItems', 'uniqueItems', 'minContains', 'maxContains'),
  ...of(object, scalar, 'minProperties', 'maxProperties'),
  ...of(string | number, readFormat, 'format'),
  ...of(array, single, 'items', 'contains', 'unevaluatedItems'),
  ...of(object, single, 'additionalProperties', 'propertyNames', 'unevaluatedProperties'),
  ...of(everyKind, single, 'not', 'if', 'then', 'else'),
  ...of(array, list, 'prefixItems'),
  ...of(everyKind, list, 'allOf', 'anyOf', 'oneOf'),
  ...of(object, map, 'patternProperties', 'dependentSchemas'),
  ...of(object, readProperties, 'properties'),
  ...of(object, readRequired, 'required'),
  ...of(object, readDependentRequired, 'dependentRequired'),
  ...of(everyKind, readReference, 'ref'),
  ...of(everyKind, readDynamicReference, 'dynamicRef'),
  ...of(everyKind, readForeign, 'foreign'),
])

function of(about: number, read: Field['read'], ...names: readonly (keyof Schema)[]): readonly [string, Field][] {
  return names.map((name) => [name, { about, read }])
}

/** Bounds that every value keeps. */
const idle: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ...['minLength', 'minItems', 'minProperties'].map((field) => [field, 0] as const),
  ['minContains', 1],
  ['uniqueItems', false],
])

function scalar({ schema, facts }: Draft, field: string): void {
  const value = schema[field as keyof Schema] as string | number | boolean
  if (idle.get(field) === value) return
  state(facts, `${field} ${typeof value === 'string' ? JSON.stringify(value) : String(value)}`)
}

function readFormat(draft: Draft): void {
  const { format } = draft.schema
  if (format === undefined || !draft.options.isKnownFormat(format)) return
  draft.format = format
  state(draft.facts, `format ${JSON.stringify(format)}`)
}

function single(draft: Draft, field: string): void {
  add(draft, field as Role, '', draft.schema[field as 'items'] as Schema)
}

function list(draft: Draft, field: string): void {
  const schemas = draft.schema[field as 'allOf'] as readonly Schema[]
  const isOrdered = field === 'prefixItems'
  // One alternative is no choice.
  const role = isOrdered || schemas.length > 1 ? (field as Role) : 'allOf'
  for (const [index, nested] of schemas.entries()) {
    add(draft, role, isOrdered ? String(index).padStart(6, '0') : '', nested)
  }
}

function map(draft: Draft, field: string): void {
  const schemas = draft.schema[field as 'patternProperties'] as ReadonlyMap<string, Schema>
  for (const key of [...schemas.keys()].sort()) add(draft, field as Role, key, schemas.get(key) as Schema)
}

function readProperties(draft: Draft): void {
  const { schema, options, away, parts, facts } = draft
  const properties = schema.properties ?? new Map<string, Schema>()
  draft.isMarked = options.leftOut.isMarked(schema)
  const before = parts.length
  for (const name of [...properties.keys()].sort()) {
    if (!away.has(name)) add(draft, 'properties', name, properties.get(name) as Schema)
  }
  if (properties.size > 0 && parts.length === before) state(facts, 'declares')
}

function readRequired(draft: Draft): void {
  const { schema, away, facts } = draft
  draft.required = without(schema.required ?? [], away)
  if (draft.required.length > 0) state(facts, `required ${JSON.stringify(draft.required)}`)
}

function readDependentRequired(draft: Draft): void {
  const { schema, away, facts } = draft
  draft.dependentRequired = [...(schema.dependentRequired ?? [])]
    .map(([name, names]) => [name, without(names, away)] as const)
    .filter(([, names]) => names.length > 0)
    .sort(([before], [after]) => compareText(before, after))
  if (draft.dependentRequired.length > 0) state(facts, `dependentRequired ${JSON.stringify(draft.dependentRequired)}`)
}

function readReference(draft: Draft): void {
  const { schema, options, facts } = draft
  const target = schema.ref === undefined ? undefined : options.schemas.get(schema.ref)
  if (target) {
    add(draft, 'allOf', '', target)
    return
  }
  draft.opaque = 'external'
  state(facts, `ref ${JSON.stringify(schema.ref)}`)
}

function readDynamicReference(draft: Draft): void {
  draft.opaque = 'dynamic-reference'
  state(draft.facts, `dynamicRef ${JSON.stringify(draft.schema.dynamicRef)}`)
}

function readForeign(draft: Draft): void {
  draft.opaque = 'foreign-schema'
  state(draft.facts, `foreign ${canonicalText(foreignOf(draft.schema))}`)
}

function add(draft: Draft, role: Role, key: string, nested: Schema): void {
  const { schema, options, parts } = draft
  const part = { role, key, schema: options.leftOut.part(nested, role, schema) }
  const last = parts.at(-1)
  if (last && byRoleAndKey(last, part) > 0) draft.isInOrder = false
  parts.push(part)
}

/** Puts it where it belongs in the order of the others, which are few. */
function state(facts: string[], fact: string): void {
  let at = facts.length
  while (at > 0 && (facts[at - 1] as string) > fact) at--
  facts.splice(at, 0, fact)
}

function without(names: readonly string[], away: ReadonlySet<string>): readonly string[] {
  return away.size === 0 ? names : names.filter((name) => !away.has(name))
}

function foreignOf({ foreign }: Schema): JsonValue {
  return foreign ? [foreign.format, foreign.value] : null
}

function valuesOf(list: readonly JsonValue[], kinds: number): ReadonlyMap<string, JsonValue> {
  const values = new Map<string, JsonValue>()
  for (const value of list) if (bitsOfValue(value) & kinds) values.set(canonicalText(value), value)
  return values
}

function bitsOfValues(values: ReadonlyMap<string, JsonValue>): number {
  let bits = 0
  for (const value of values.values()) bits |= bitsOfValue(value)
  return bits
}

function byRoleAndKey(before: Part, after: Part): number {
  return compareText(before.role, after.role) || compareText(before.key, after.key)
}
