import { didYouMean } from '../../util/did-you-mean.js'
import { child } from '../../util/json-pointer.js'
import { isArray, isObject, type JsonObject, type JsonValue, own } from '../../util/own.js'
import type { Alike } from '../alike/index.js'
import type { Origin } from '../model/index.js'
import type { Problems } from '../problem.js'
import type { SchemaReader, Tally } from '../schema/index.js'
import type { Sources } from '../source/document.js'
import { fieldsOf, type ObjectName } from './fields.js'
import type { OpenApiVersion } from './version.js'

/** What all parts of the reader share while one contract is read. */
export interface Reading {
  readonly version: OpenApiVersion
  readonly sources: Sources
  readonly problems: Problems
  readonly tally: Tally
  readonly schemas: SchemaReader
  /** Parts that have been read for another contract. */
  readonly alike: Alike | undefined
  /** What has been read already of objects that several references lead to, by kind. */
  readonly known: Map<ObjectName, Map<JsonObject, unknown>>
}

/** An object of the document, with its place. */
export interface Node {
  readonly value: JsonObject
  readonly at: Origin
}

/** Any value of the document, with its place. */
export interface Entry {
  readonly key: string
  readonly value: JsonValue
  readonly at: Origin
}

export function below(at: Origin, ...tokens: readonly (string | number)[]): Origin {
  return { document: at.document, pointer: tokens.reduce<string>(child, at.pointer) }
}

/** Names fields that the standard does not know, with the near miss; once per object and field in a document. */
export function checkFields({ version, tally }: Reading, { value, at }: Node, object: ObjectName): void {
  const known = fieldsOf(object, version)
  for (const field in value) {
    if (known.has(field) || field.startsWith('x-')) continue
    const help = () => suggest(field, known)
    tally.count('TK1105', { field, object: withArticle(object), version }, { at: below(at, field), part: 'key', help })
  }
}

/** A text that only describes: anything else is a warning and left out. */
export function textOf(reading: Reading, { value, at }: Node, field: string): string | undefined {
  const text = own(value, field)
  if (text === undefined || typeof text === 'string') return text
  const expected = 'a text'
  reading.problems.report('TK1104', { field, found: kindOf(text), expected }, { at: below(at, field) })
  return typeof text === 'number' || typeof text === 'boolean' ? String(text) : undefined
}

/** A text that something depends on: anything else is an error. */
export function nameOf(reading: Reading, node: Node, field: string): string | undefined {
  const text = own(node.value, field)
  if (text === undefined || typeof text === 'string') return text
  wrongKind(reading, field, text, 'a text', below(node.at, field))
  return undefined
}

/** Like `nameOf`, for what the standard requires. */
export function requiredNameOf(reading: Reading, node: Node, field: string, object: string): string | undefined {
  if (!Object.hasOwn(node.value, field)) reading.problems.report('TK1106', { object, field }, { at: node.at })
  return nameOf(reading, node, field)
}

export function flagOf(reading: Reading, { value, at }: Node, field: string): boolean | undefined {
  const flag = own(value, field)
  if (flag === undefined || typeof flag === 'boolean') return flag
  const expected = 'true or false'
  if (flag !== 'true' && flag !== 'false') {
    wrongKind(reading, field, flag, expected, below(at, field))
    return undefined
  }
  reading.problems.report('TK1104', { field, found: 'a text', expected }, { at: below(at, field) })
  return flag === 'true'
}

/**
 * The object in a field. The standard allows no reference in most of them, but many contracts that are split into files
 * have one, and nothing else can be meant: it is followed.
 */
export function objectOf(reading: Reading, { value, at }: Node, field: string): Node | undefined {
  const found = own(value, field)
  if (found === undefined) return undefined
  const node = asObject(reading, field, found, below(at, field))
  return node && followMisplaced(reading, field, node)
}

/** The object itself, or where the reference leads that stands in its place. */
function followMisplaced(reading: Reading, field: string, node: Node): Node | undefined {
  const ref = own(node.value, '$ref')
  if (typeof ref !== 'string') return node
  reading.tally.count('TK1131', { field }, { at: below(node.at, '$ref') })
  const resolved = reading.sources.resolve(ref, node.at)
  return resolved && asObject(reading, field, resolved.value, resolved.at)
}

/** Reads an object once, however many references lead to it. */
export function once<T>({ known }: Reading, kind: ObjectName, node: Node, read: () => T): T {
  let ofKind = known.get(kind)
  if (!ofKind) {
    ofKind = new Map()
    known.set(kind, ofKind)
  }
  // A reference with a description of its own makes another object of the same target.
  if ('description' in node || 'summary' in node) return read()
  if (!ofKind.has(node.value)) ofKind.set(node.value, read())
  return ofKind.get(node.value) as T
}

function suggest(field: string, known: Iterable<string>): string | undefined {
  const near = didYouMean(field, known)
  return near === undefined ? undefined : `Did you mean \`${near}\`?`
}

function withArticle(object: string): string {
  return `${/^[aeiou]/i.test(object) ? 'an' : 'a'} ${object}`
}

/** The value as an object; anything else is an error. */
export function asObject(reading: Reading, field: string, value: JsonValue, at: Origin): Node | undefined {
  if (isObject(value)) return { value, at }
  wrongKind(reading, field, value, 'an object', at)
  return undefined
}

/** The entries of a map in document order, extensions left out. `named`: its keys are names, which may begin with `x-`. */
export function entriesOf(reading: Reading, node: Node, field: string, named = false): readonly Entry[] {
  const map = objectOf(reading, node, field)
  return map ? entriesIn(map, named) : []
}

export function entriesIn({ value, at }: Node, named = false): readonly Entry[] {
  const keys = Object.keys(value).filter((key) => named || !key.startsWith('x-'))
  return keys.map((key) => ({ key, value: value[key] as JsonValue, at: below(at, key) }))
}

export function listOf(reading: Reading, { value, at }: Node, field: string): readonly Entry[] | undefined {
  const list = own(value, field)
  if (list === undefined) return undefined
  if (!isArray(list)) {
    wrongKind(reading, field, list, 'a list', below(at, field))
    return undefined
  }
  return list.map((item, index) => ({ key: String(index), value: item, at: below(at, field, index) }))
}

export function objectsOf(reading: Reading, node: Node, field: string): readonly Node[] | undefined {
  return listOf(reading, node, field)?.flatMap((item) => asObject(reading, `${field} item`, item.value, item.at) ?? [])
}

export function textsOf(reading: Reading, node: Node, field: string): readonly string[] | undefined {
  return listOf(reading, node, field)?.flatMap(({ value, at }) => {
    if (typeof value === 'string') return [value]
    wrongKind(reading, `${field} item`, value, 'a text', at)
    return []
  })
}

/** Reports it; an empty value, which YAML writes as nothing, is only a warning and as good as absent. */
function wrongKind({ problems }: Reading, field: string, value: JsonValue, expected: string, at: Origin): undefined {
  problems.report(value === null ? 'TK1104' : 'TK1103', { field, found: kindOf(value), expected }, { at })
}

/** Reports a text that is none of the few that have a meaning. */
export function wrongChoice({ problems }: Reading, field: string, value: string, choices: string, at: Origin): void {
  problems.report('TK1103', { field, found: `\`${value.slice(0, 40)}\``, expected: `one of ${choices}` }, { at })
}

function kindOf(value: JsonValue): string {
  if (value === null) return 'empty'
  if (isArray(value)) return 'a list'
  return { string: 'a text', number: 'a number', boolean: 'a truth value', object: 'an object' }[
    typeof value as 'string' | 'number' | 'boolean' | 'object'
  ]
}

/** Leaves out what is undefined, so that absent stays absent under `exactOptionalPropertyTypes`. */
export function present<T extends object>(fields: T): Present<T> {
  const kept: Record<string, unknown> = {}
  for (const key in fields) if (fields[key] !== undefined) kept[key] = fields[key]
  return kept as Present<T>
}

type Present<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K]
} & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> }
