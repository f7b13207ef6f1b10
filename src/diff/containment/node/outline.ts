import type { Schema, SchemaId } from '../../../contract/model/index.js'
import { compareText } from '../../../util/compare.js'
import type { JsonValue } from '../../../util/own.js'
import type { UnknownReason } from '../types.js'
import { bitsOf, bitsOfTypes, bitsOfValue, everyKind } from './kinds.js'
import type { LeftOut } from './left-out.js'
import { valueKey } from './value-key.js'

/** What a schema says on the wire: of itself in one text, and by the schemas in it. */
export interface Outline {
  readonly kinds: number
  readonly values?: ReadonlyMap<string, JsonValue>
  /** Every keyword that names no schema, in a fixed order. Equal texts mean the same. */
  readonly facts: string
  readonly parts: readonly Part[]
  /** Names that must be there, without those that the projection leaves out. */
  readonly required: readonly string[]
  readonly dependentRequired?: readonly (readonly [string, readonly string[]])[]
  /** Absent when the format is a mere annotation. */
  readonly format?: string
  readonly opaque?: UnknownReason
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

export function outline(schema: Schema, options: OutlineOptions): Outline {
  if (schema.always === false) return nothing
  let kinds = bitsOfTypes(schema.types)
  const values = schema.enum && valuesOf(schema.enum, kinds)
  if (values) kinds = bitsOfValues(values)
  if (kinds === 0) return nothing
  const required =
    schema.required && kinds & bitsOf.object ? without(schema.required, options.leftOut.names(schema)) : []
  const dependentRequired = kinds & bitsOf.object ? dependentNames(schema, options) : undefined
  const format = schema.format !== undefined && options.isKnownFormat(schema.format) ? schema.format : undefined
  const facts: string[] = []
  const parts: Part[] = []
  let opaque: UnknownReason | undefined
  for (const field in schema) {
    const about = kindsOfField.get(field)
    if (about === undefined || (about & kinds) === 0) continue
    if (field === 'ref') opaque = readReference(schema, options, parts, facts) ?? opaque
    else if (field === 'dynamicRef') opaque = 'dynamic-reference'
    else if (field === 'foreign') opaque = 'foreign-schema'
    else readField(schema, field as Field, options, parts, facts)
  }
  if (opaque) facts.push(`opaque ${valueKey([opaque, schema.dynamicRef ?? '', foreignOf(schema)])}`)
  if (dependentRequired?.length) facts.push(`dependentRequired ${JSON.stringify(dependentRequired)}`)
  if (required.length > 0) facts.push(`required ${JSON.stringify(required)}`)
  if (format !== undefined) facts.push(`format ${JSON.stringify(format)}`)
  if (kinds !== everyKind) facts.push(`kinds ${kinds}`)
  if (values) facts.push(`enum ${[...values.keys()].sort(compareText).join()}`)
  if (facts.length > 1) facts.sort(compareText)
  if (parts.length > 1) parts.sort(byRoleAndKey)
  return {
    kinds,
    facts: facts.join('\n'),
    parts,
    required,
    ...(dependentRequired && { dependentRequired }),
    ...(values && { values }),
    ...(format !== undefined && { format }),
    ...(opaque && { opaque }),
  }
}

const nothing: Outline = { kinds: 0, facts: 'kinds 0', parts: [], required: [] }

type Field = keyof Schema & (ScalarField | SingleField | ListField | MapField)
type ScalarField = (typeof scalars)[number][0]
type SingleField = (typeof singles)[number][0]
type ListField = (typeof lists)[number][0]
type MapField = (typeof maps)[number][0]

const scalars = [
  ...(['minLength', 'maxLength', 'pattern'] as const).map((field) => [field, bitsOf.string] as const),
  ...(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'] as const).map(
    (field) => [field, bitsOf.number] as const,
  ),
  ...(['minItems', 'maxItems', 'uniqueItems', 'minContains', 'maxContains'] as const).map(
    (field) => [field, bitsOf.array] as const,
  ),
  ...(['minProperties', 'maxProperties'] as const).map((field) => [field, bitsOf.object] as const),
]
const singles = [
  ...(['items', 'contains', 'unevaluatedItems'] as const).map((field) => [field, bitsOf.array] as const),
  ...(['additionalProperties', 'propertyNames', 'unevaluatedProperties'] as const).map(
    (field) => [field, bitsOf.object] as const,
  ),
  ...(['not', 'if', 'then', 'else'] as const).map((field) => [field, everyKind] as const),
]
const lists = [
  ['prefixItems', bitsOf.array] as const,
  ...(['allOf', 'anyOf', 'oneOf'] as const).map((field) => [field, everyKind] as const),
]
const maps = (['properties', 'patternProperties', 'dependentSchemas'] as const).map(
  (field) => [field, bitsOf.object] as const,
)

/** Which kinds a keyword is about. It says nothing of values of other kinds, so that there it is left out. */
const kindsOfField: ReadonlyMap<string, number> = new Map<string, number>([
  ...scalars,
  ...singles,
  ...lists,
  ...maps,
  ['ref', everyKind],
  ['dynamicRef', everyKind],
  ['foreign', everyKind],
])

const isList: ReadonlySet<string> = new Set(lists.map(([field]) => field))
const isMap: ReadonlySet<string> = new Set(maps.map(([field]) => field))
const isSingle: ReadonlySet<string> = new Set(singles.map(([field]) => field))

/** Bounds that every value keeps. */
const idle: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ...['minLength', 'minItems', 'minProperties'].map((field) => [field, 0] as const),
  ['minContains', 1],
  ['uniqueItems', false],
])

function readField(schema: Schema, field: Field, { leftOut }: OutlineOptions, parts: Part[], facts: string[]): void {
  const add = (role: Role, key: string, nested: Schema) =>
    parts.push({ role, key, schema: leftOut.part(nested, role, schema) })
  if (isSingle.has(field)) {
    add(field as Role, '', schema[field as SingleField] as Schema)
  } else if (isList.has(field)) {
    const list = schema[field as ListField] as readonly Schema[]
    // One alternative is no choice.
    const role = field === 'prefixItems' || list.length > 1 ? (field as Role) : 'allOf'
    list.forEach((item, index) => add(role, field === 'prefixItems' ? String(index).padStart(6, '0') : '', item))
  } else if (isMap.has(field)) {
    const map = schema[field as MapField] as ReadonlyMap<string, Schema>
    const away = field === 'properties' ? leftOut.names(schema) : nobody
    const before = parts.length
    for (const [key, item] of map) if (!away.has(key)) add(field as Role, key, item)
    if (field === 'properties' && map.size > 0 && parts.length === before) facts.push('declares')
  } else {
    const value = schema[field as ScalarField]
    if (idle.get(field) === value) return
    facts.push(`${field} ${typeof value === 'string' ? JSON.stringify(value) : String(value)}`)
  }
}

const nobody: ReadonlySet<string> = new Set()

function without(names: readonly string[], away: ReadonlySet<string>): readonly string[] {
  return away.size === 0 ? names : names.filter((name) => !away.has(name))
}

/** Sorted by the name that asks for the others. */
function dependentNames(schema: Schema, { leftOut }: OutlineOptions): Outline['dependentRequired'] {
  if (!schema.dependentRequired) return undefined
  const away = leftOut.names(schema)
  return [...schema.dependentRequired]
    .map(([name, names]) => [name, without(names, away)] as const)
    .filter(([, names]) => names.length > 0)
    .sort(([before], [after]) => compareText(before, after))
}

function readReference(schema: Schema, { schemas, leftOut }: OutlineOptions, parts: Part[], facts: string[]) {
  const target = schema.ref === undefined ? undefined : schemas.get(schema.ref)
  if (target) parts.push({ role: 'allOf', key: '', schema: leftOut.part(target, 'allOf', schema) })
  else facts.push(`ref ${JSON.stringify(schema.ref)}`)
  return target ? undefined : 'external'
}

function foreignOf({ foreign }: Schema): JsonValue {
  return foreign ? [foreign.format, foreign.value] : null
}

function valuesOf(list: readonly JsonValue[], kinds: number): ReadonlyMap<string, JsonValue> {
  const values = new Map<string, JsonValue>()
  for (const value of list) if (bitsOfValue(value) & kinds) values.set(valueKey(value), value)
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
