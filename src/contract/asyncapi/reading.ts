import { didYouMean } from '../../util/did-you-mean.js'
import { child } from '../../util/json-pointer.js'
import { isArray, isObject, type JsonObject, type JsonValue, own } from '../../util/own.js'
import type { Origin } from '../model/index.js'
import type { Problems } from '../problem.js'
import type { SchemaReader, Tally } from '../schema/index.js'
import type { Sources } from '../source/document.js'
import { fieldsOf, type ObjectName } from './fields.js'
import type { MajorVersion } from './version.js'

/** What all parts of the reader share while one contract is read. */
export interface Reading {
  readonly major: MajorVersion
  readonly specVersion: string
  readonly defaultContentType: string | undefined
  readonly sources: Sources
  readonly problems: Problems
  readonly tally: Tally
  readonly schemas: SchemaReader
}

/** An object of the document, with its place. */
export interface Node {
  readonly value: JsonObject
  readonly at: Origin
  /** Where a field stands when it came from a trait: the trait's place. */
  readonly places?: ReadonlyMap<string, Origin>
  /** The object and its traits, the one that speaks first at the end; absent: the object alone. */
  readonly layers?: readonly Node[]
}

export interface Entry {
  readonly key: string
  readonly value: JsonValue
  readonly at: Origin
}

export function below(at: Origin, ...tokens: readonly (string | number)[]): Origin {
  return { document: at.document, pointer: tokens.reduce<string>(child, at.pointer) }
}

/** The place of a field, which may have come from a trait. */
export function fieldAt({ at, places }: Node, field: string): Origin {
  return below(places?.get(field) ?? at, field)
}

/** Names fields that the standard does not know, with the near miss. */
export function checkFields({ major, specVersion, tally }: Reading, node: Node, object: ObjectName): void {
  const known = fieldsOf(object, major)
  for (const field of Object.keys(node.value)) {
    if (known.has(field) || field.startsWith('x-')) continue
    const help = () => {
      const near = didYouMean(field, known)
      return near === undefined ? undefined : `Did you mean \`${near}\`?`
    }
    const what = /^[aeiou]/i.test(object) ? `an ${object}` : `a ${object}`
    tally.count('TK1202', { field, object: what, version: specVersion }, { at: fieldAt(node, field), help })
  }
}

/** A text that only describes: anything else is a warning and left out. */
export function textOf({ problems }: Reading, node: Node, field: string): string | undefined {
  const text = own(node.value, field)
  if (text === undefined || typeof text === 'string') return text
  problems.report('TK1104', { field, found: kindOf(text), expected: 'a text' }, { at: fieldAt(node, field) })
  return typeof text === 'number' || typeof text === 'boolean' ? String(text) : undefined
}

/** A text that something depends on: anything else is an error. */
export function nameOf(reading: Reading, node: Node, field: string): string | undefined {
  const text = own(node.value, field)
  if (text === undefined || typeof text === 'string') return text
  return wrongKind(reading, field, text, 'a text', fieldAt(node, field))
}

export function requiredNameOf(reading: Reading, node: Node, field: string, object: string): string | undefined {
  if (!Object.hasOwn(node.value, field)) reading.problems.report('TK1106', { object, field }, { at: node.at })
  return nameOf(reading, node, field)
}

export function objectOf(reading: Reading, node: Node, field: string): Node | undefined {
  const found = own(node.value, field)
  return found === undefined ? undefined : asObject(reading, field, found, fieldAt(node, field))
}

export function asObject(reading: Reading, field: string, value: JsonValue, at: Origin): Node | undefined {
  return isObject(value) ? { value, at } : wrongKind(reading, field, value, 'an object', at)
}

/** The entries of a map in document order, extensions left out where they cannot be names. */
export function entriesOf(reading: Reading, node: Node, field: string, names = false): readonly Entry[] {
  const map = objectOf(reading, node, field)
  if (!map) return []
  const keys = Object.keys(map.value).filter((key) => names || !key.startsWith('x-'))
  return keys.map((key) => ({ key, value: own(map.value, key) as JsonValue, at: below(map.at, key) }))
}

export function listOf(reading: Reading, node: Node, field: string): readonly Entry[] | undefined {
  const list = own(node.value, field)
  if (list === undefined) return undefined
  if (!isArray(list)) return wrongKind(reading, field, list, 'a list', fieldAt(node, field))
  return list.map((value, index) => ({ key: String(index), value, at: below(fieldAt(node, field), index) }))
}

/** Reports it; an empty value, which YAML writes as nothing, is only a warning and as good as absent. */
export function wrongKind<T>(
  { problems }: Reading,
  field: string,
  value: JsonValue,
  expected: string,
  at: Origin,
): T | undefined {
  problems.report(value === null ? 'TK1104' : 'TK1103', { field, found: kindOf(value), expected }, { at })
  return undefined
}

function kindOf(value: JsonValue): string {
  if (value === null) return 'empty'
  if (isArray(value)) return 'a list'
  if (isObject(value)) return 'an object'
  return typeof value === 'string' ? 'a text' : typeof value === 'number' ? 'a number' : 'a truth value'
}

/** Leaves out what is undefined, so that absent stays absent under `exactOptionalPropertyTypes`. */
export function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>
}

type Present<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K]
} & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> }
