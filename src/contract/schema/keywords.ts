import { escapeToken } from '../../util/json-pointer.js'
import { isArray, isObject, type JsonObject, type JsonValue } from '../../util/own.js'
import type { Schema } from '../model/index.js'
import { type Dialect, traitsOf } from './dialect.js'
import type { Draft, Loose } from './draft.js'
import { readTypes } from './types.js'

/** What the handler of a keyword sees of the schema that is being read. */
export interface Cursor {
  readonly draft: Draft
  readonly loose: Loose
  /** The schema `value`, which stands at `path` (escaped, with a leading `/`) below this one. */
  child(value: JsonValue, path: string): Schema
  /** The schemas in the map `value`, which stands at `path`. */
  entries(value: JsonObject, path: string): ReadonlyMap<string, Schema>
  /** A schema that has a name of its own, in `$defs`. */
  define(name: string, value: JsonValue, path: string): void
  dynamicRef(value: string, keyword: string): void
  discriminator(value: JsonValue): void
  /** The value of `keyword` is not what it should be; it is left out. */
  wrong(keyword: string, expected: string): void
  /** The value of `keyword` is written in another way than it should be, but clear. */
  unusual(keyword: string, expected: string): void
}

type Keyword = (cursor: Cursor, value: JsonValue, keyword: string) => void

type Fields<T> = {
  [F in keyof Draft]-?: Exclude<Draft[F], undefined> extends T
    ? T extends Exclude<Draft[F], undefined>
      ? F
      : never
    : never
}[keyof Draft]

/** Every keyword that means something, whatever its dialect. Not here: `$ref`, `$schema` and what only annotates. */
export const keywords: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  ['title', text('title')],
  ['description', text('description')],
  ['format', text('format')],
  ['pattern', text('pattern')],
  ['contentEncoding', text('contentEncoding')],
  ['contentMediaType', text('contentMediaType')],
  ['type', readTypes],
  ['enum', readEnum],
  ['const', (cursor, value) => void (cursor.loose.const = { value })],
  ['nullable', (cursor, value, keyword) => void (cursor.loose.nullable ||= flag(cursor, value, keyword) ?? false)],
  ['x-nullable', (cursor, value, keyword) => void (cursor.loose.nullable ||= flag(cursor, value, keyword) ?? false)],
  ['default', (cursor, value) => void (cursor.draft.default = value)],
  ['example', (cursor, value) => void (cursor.draft.examples = [...(cursor.draft.examples ?? []), value])],
  ['examples', readExamples],
  ['deprecated', annotation('deprecated')],
  ['readOnly', annotation('readOnly')],
  ['writeOnly', annotation('writeOnly')],
  ['uniqueItems', annotation('uniqueItems')],
  ['minimum', number('minimum')],
  ['maximum', number('maximum')],
  ['exclusiveMinimum', exclusive('exclusiveMinimum')],
  ['exclusiveMaximum', exclusive('exclusiveMaximum')],
  ['multipleOf', number('multipleOf')],
  ...(
    [
      'minLength',
      'maxLength',
      'minItems',
      'maxItems',
      'minContains',
      'maxContains',
      'minProperties',
      'maxProperties',
    ] as const
  ).map((field) => [field, count(field)] as const),
  ...(
    [
      'contentSchema',
      'contains',
      'unevaluatedItems',
      'additionalProperties',
      'propertyNames',
      'unevaluatedProperties',
      'not',
      'if',
      'then',
      'else',
    ] as const
  ).map((field) => [field, single(field)] as const),
  ...(['prefixItems', 'allOf', 'anyOf', 'oneOf'] as const).map((field) => [field, list(field)] as const),
  ...(['properties', 'patternProperties', 'dependentSchemas'] as const).map((field) => [field, map(field)] as const),
  ['items', readItems],
  ['additionalItems', (cursor, value) => void (cursor.loose.additionalItems = cursor.child(value, '/additionalItems'))],
  ['required', readRequired],
  ['dependentRequired', readDependencies],
  ['dependencies', readDependencies],
  ['$defs', readDefinitions],
  ['definitions', readDefinitions],
  ['$dynamicRef', readDynamicRef],
  ['$recursiveRef', readDynamicRef],
  ['discriminator', (cursor, value) => cursor.discriminator(value)],
  ['x-enum-varnames', enumTexts('enumNames')],
  ['x-enumNames', enumTexts('enumNames')],
  ['x-enum-descriptions', enumTexts('enumDescriptions')],
  ['x-enumDescriptions', enumTexts('enumDescriptions')],
])

const ofDialects = new Map<Dialect, ReadonlyMap<string, Keyword>>()

/** Those that are at home in a dialect, with those of them that say nothing. */
export function keywordsOf(dialect: Dialect): ReadonlyMap<string, Keyword> {
  let known = ofDialects.get(dialect)
  if (!known) {
    known = new Map([...traitsOf(dialect).keywords].map((keyword) => [keyword, keywords.get(keyword) ?? ignore]))
    ofDialects.set(dialect, known)
  }
  return known
}

function ignore(): void {}

/** Keywords that are known and say nothing about instances. */
export const silentKeywords: ReadonlySet<string> = new Set([
  ...['$ref', '$schema', '$id', 'id', '$anchor', '$dynamicAnchor', '$recursiveAnchor', '$vocabulary', '$comment'],
  ...['xml', 'externalDocs'],
])

function text(field: 'title' | 'description' | 'format' | 'pattern' | 'contentEncoding' | 'contentMediaType'): Keyword {
  return (cursor, value) => {
    if (typeof value === 'string') cursor.draft[field] = value
    else if (field === 'title' || field === 'description') cursor.unusual(field, 'a text')
    else cursor.wrong(field, 'a text')
  }
}

function flag(cursor: Cursor, value: JsonValue, keyword: string): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (value === 'true' || value === 'false') {
    cursor.unusual(keyword, 'true or false')
    return value === 'true'
  }
  cursor.wrong(keyword, 'true or false')
  return undefined
}

function annotation(field: 'deprecated' | 'readOnly' | 'writeOnly' | 'uniqueItems'): Keyword {
  return (cursor, value) => {
    const set = flag(cursor, value, field)
    if (set) cursor.draft[field] = set
  }
}

function number(field: Fields<number>): Keyword {
  return (cursor, value) => {
    const bound = asNumber(cursor, value, field, 'a number')
    if (bound === undefined) return
    if (field === 'multipleOf' && bound <= 0) cursor.wrong(field, 'a number above 0')
    else cursor.draft[field] = bound
  }
}

function count(field: Fields<number>): Keyword {
  return (cursor, value) => {
    const bound = asNumber(cursor, value, field, 'a whole number of at least 0')
    if (bound === undefined) return
    if (!Number.isInteger(bound) || bound < 0) cursor.wrong(field, 'a whole number of at least 0')
    else cursor.draft[field] = bound
  }
}

function asNumber(cursor: Cursor, value: JsonValue, keyword: string, expected: string): number | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) {
    cursor.unusual(keyword, expected)
    return Number(value)
  }
  cursor.wrong(keyword, expected)
  return undefined
}

/** A flag beside `minimum` up to draft 4 and OpenAPI 3.0, a bound of its own since. */
function exclusive(field: 'exclusiveMinimum' | 'exclusiveMaximum'): Keyword {
  return (cursor, value) => {
    if (typeof value === 'boolean') cursor.loose[field] = value
    else number(field)(cursor, value, field)
  }
}

function single(field: Fields<Schema>): Keyword {
  const path = `/${field}`
  return (cursor, value) => {
    cursor.draft[field] = cursor.child(value, path)
  }
}

function list(field: 'prefixItems' | 'allOf' | 'anyOf' | 'oneOf'): Keyword {
  return (cursor, value) => {
    if (!isArray(value)) {
      cursor.wrong(field, 'a list of schemas')
      return
    }
    // An empty list is not allowed by any dialect; it constrains nothing that could be meant.
    if (value.length === 0) {
      cursor.unusual(field, 'a list of at least one schema')
      return
    }
    cursor.draft[field] = value.map((item, index) => cursor.child(item, `/${field}/${index}`))
  }
}

function map(field: 'properties' | 'patternProperties' | 'dependentSchemas'): Keyword {
  const path = `/${field}`
  return (cursor, value) => {
    if (!isObject(value)) {
      cursor.wrong(field, 'a map of schemas')
      return
    }
    const read = cursor.entries(value, path)
    const known = field === 'dependentSchemas' ? cursor.draft[field] : undefined
    cursor.draft[field] = known ? new Map([...known, ...read]) : read
  }
}

/** Up to 2019-09 a list of `items` is what 2020-12 calls `prefixItems`. */
function readItems(cursor: Cursor, value: JsonValue): void {
  if (isArray(value)) {
    cursor.draft.prefixItems = value.map((item, index) => cursor.child(item, `/items/${index}`))
  } else {
    cursor.draft.items = cursor.child(value, '/items')
  }
}

function readRequired(cursor: Cursor, value: JsonValue): void {
  const names = texts(value)
  if (names) {
    if (names.length > 0) cursor.draft.required = sortedUnique(names)
  } else if (typeof value === 'boolean' || value === null) {
    // A habit from draft 3: on the property itself, where it has had no meaning since.
    cursor.unusual('required', 'the list of required property names, on the object that has them')
  } else {
    cursor.wrong('required', 'a list of property names')
  }
}

function readEnum(cursor: Cursor, value: JsonValue): void {
  if (!isArray(value)) cursor.wrong('enum', 'a list of values')
  else if (value.length === 0) cursor.unusual('enum', 'a list of at least one value')
  else cursor.draft.enum = value
}

function readExamples(cursor: Cursor, value: JsonValue): void {
  if (isArray(value)) cursor.draft.examples = [...(cursor.draft.examples ?? []), ...value]
  else cursor.unusual('examples', 'a list of values')
}

/** `dependencies` of draft 7 and before holds both kinds, told apart by their form. */
function readDependencies(cursor: Cursor, value: JsonValue, keyword: string): void {
  if (!isObject(value)) {
    cursor.wrong(keyword, 'a map')
    return
  }
  const required = new Map(cursor.draft.dependentRequired)
  const schemas = new Map(cursor.draft.dependentSchemas)
  for (const name of Object.keys(value)) {
    const dependency = value[name] as JsonValue
    const names = texts(dependency)
    if (names) required.set(name, sortedUnique(names))
    else if (keyword === 'dependentRequired') cursor.wrong(keyword, 'a map of lists of property names')
    else schemas.set(name, cursor.child(dependency, `/${keyword}/${escapeToken(name)}`))
  }
  if (required.size > 0) cursor.draft.dependentRequired = required
  if (schemas.size > 0) cursor.draft.dependentSchemas = schemas
}

function readDefinitions(cursor: Cursor, value: JsonValue, keyword: string): void {
  if (!isObject(value)) {
    cursor.wrong(keyword, 'a map of schemas')
    return
  }
  for (const name of Object.keys(value))
    cursor.define(name, value[name] as JsonValue, `/${keyword}/${escapeToken(name)}`)
}

function readDynamicRef(cursor: Cursor, value: JsonValue, keyword: string): void {
  if (typeof value === 'string') cursor.dynamicRef(value, keyword)
  else cursor.wrong(keyword, 'a reference')
}

function enumTexts(field: 'enumNames' | 'enumDescriptions'): Keyword {
  return (cursor, value) => void (cursor.loose[field] = value)
}

function texts(value: JsonValue): readonly string[] | undefined {
  return isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined
}

/** In the order of `compareText`, which is what sorting texts does by itself, and faster. */
function sortedUnique(names: readonly string[]): readonly string[] {
  // Most lists are short, and many in order: a set and a sorted copy of each would be a tenth of what reading allocates.
  if (isRising(names)) return names
  const sorted = [...names].sort()
  return isRising(sorted) ? sorted : [...new Set(sorted)]
}

function isRising(names: readonly string[]): boolean {
  for (let index = 1; index < names.length; index++) {
    if ((names[index - 1] as string) >= (names[index] as string)) return false
  }
  return true
}
