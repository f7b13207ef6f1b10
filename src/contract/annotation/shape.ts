import type { Severity } from '../../diagnostic/index.js'
import { didYouMean } from '../../util/did-you-mean.js'
import { child } from '../../util/json-pointer.js'
import { isArray, isObject, type JsonObject, type JsonValue, own } from '../../util/own.js'
import type { Origin } from '../model/index.js'
import type { Problems } from '../problem.js'

/**
 * The grammar of a value of the vocabulary: it reads a value of a contract, and says the same as JSON Schema 2020-12,
 * so that editors and the reader cannot disagree.
 */
export interface Shape<T> {
  /** For messages: what stands here, with its article. */
  readonly expected: string
  readonly schema: JsonObject
  /** Undefined when the value is not of this shape: then that has been reported. */
  read(value: JsonValue, place: ReadingPlace): T | undefined
}

export interface ReadingPlace {
  /** As shown in messages: `x-idempotency`, `x-idempotency.key`. */
  readonly extension: string
  readonly at: Origin
  readonly problems: Problems
  /** `warning` for spellings that are not ours: their owner may mean something else by them. Default: error. */
  readonly severity?: Severity
}

export type ValueOf<S> = S extends Shape<infer T> ? T : never

/** One of a closed list of words. */
export function choice<const T extends string>(values: readonly T[], article = 'one of'): Shape<T> {
  const expected = `${article} ${values.join(', ')}`
  return {
    expected,
    schema: { enum: values },
    read(value, place) {
      const known = values.find((candidate) => candidate === value)
      return known ?? refuse(value, expected, place, typeof value === 'string' ? didYouMean(value, values) : undefined)
    },
  }
}

/** A text of a pattern. The pattern is anchored and holds no more than JSON Schema can say. */
export function text(
  expected: string,
  pattern: RegExp,
  options: { readonly maxLength?: number; readonly format?: string; readonly check?: (text: string) => boolean } = {},
): Shape<string> {
  const { maxLength = 2_000, format, check } = options
  return {
    expected,
    schema: { type: 'string', maxLength, pattern: pattern.source, ...(format !== undefined && { format }) },
    read(value, place) {
      const holds =
        typeof value === 'string' && value.length <= maxLength && pattern.test(value) && (check?.(value) ?? true)
      return holds ? value : refuse(value, expected, place)
    },
  }
}

export const flag: Shape<boolean> = {
  expected: 'true or false',
  schema: { type: 'boolean' },
  read: (value, place) => (typeof value === 'boolean' ? value : refuse(value, 'true or false', place)),
}

export function number(
  expected: string,
  bounds: { readonly type: 'integer' | 'number'; readonly minimum: number; readonly maximum: number },
): Shape<number> {
  return {
    expected,
    schema: bounds,
    read(value, place) {
      const holds =
        typeof value === 'number' &&
        value >= bounds.minimum &&
        value <= bounds.maximum &&
        (bounds.type === 'number' || Number.isInteger(value))
      return holds ? value : refuse(value, expected, place)
    },
  }
}

/** A list; one member may stand for a list of one where `single` says so. */
export function list<T>(member: Shape<T>, expected: string, options: { single?: boolean } = {}): Shape<readonly T[]> {
  const schema = { type: 'array', items: member.schema, minItems: 1, maxItems: 1_000 }
  return {
    expected,
    schema: options.single ? { anyOf: [member.schema, schema] } : schema,
    read(value, place) {
      if (options.single && !isArray(value)) return single(member.read(value, place))
      if (!isArray(value) || value.length === 0 || value.length > 1_000) return refuse(value, expected, place)
      const read = value.map((item, index) => member.read(item, inside(place, index)))
      return read.some((item) => item === undefined) ? undefined : (read as T[])
    },
  }
}

type Fields = Readonly<Record<string, Shape<unknown>>>
export type RecordOf<F extends Fields, Required extends keyof F> = {
  readonly [K in Required]: ValueOf<F[K]>
} & { readonly [K in Exclude<keyof F, Required>]?: ValueOf<F[K]> }

/** An object with these keys and no others; keys that begin with `x-` are somebody else's. */
export function record<F extends Fields, Required extends keyof F & string = never>(
  fields: F,
  required: readonly Required[] = [],
): Shape<RecordOf<F, Required>> {
  const names = Object.keys(fields)
  const expected = `an object of ${names.join(', ')}`
  return {
    expected,
    schema: {
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, fields[name]?.schema ?? true])),
      ...(required.length > 0 && { required }),
      patternProperties: { '^x-': true },
      additionalProperties: false,
    },
    read(value, place) {
      if (!isObject(value)) return refuse(value, expected, place)
      const read = new Map<string, unknown>()
      let sound = true
      for (const key of Object.keys(value)) {
        const field = Object.hasOwn(fields, key) ? fields[key] : undefined
        if (field) {
          const part = field.read(value[key] as JsonValue, inside(place, key))
          sound &&= part !== undefined
          read.set(key, part)
        } else if (!key.startsWith('x-')) {
          sound = unknownKey(key, names, place)
        }
      }
      for (const key of required) if (own(value, key) === undefined) sound = missingKey(key, fields[key], place)
      return sound ? (Object.fromEntries(read) as RecordOf<F, Required>) : undefined
    },
  }
}

/** An object whose keys are names given by the author. */
export function dictionary<T>(key: Shape<string>, member: Shape<T>): Shape<ReadonlyMap<string, T>> {
  const expected = `an object whose keys are each ${key.expected}`
  return {
    expected,
    schema: { type: 'object', propertyNames: key.schema, additionalProperties: member.schema, maxProperties: 1_000 },
    read(value, place) {
      if (!isObject(value) || Object.keys(value).length > 1_000) return refuse(value, expected, place)
      const entries = Object.keys(value).map((name) => {
        const place2 = inside(place, name)
        return [key.read(name, place2), member.read(value[name] as JsonValue, place2)] as const
      })
      const sound = entries.every(([name, part]) => name !== undefined && part !== undefined)
      return sound ? new Map(entries as (readonly [string, T])[]) : undefined
    },
  }
}

/** A shorthand, or the object that it stands for. */
export function either<Short, Long>(short: Shape<Short>, long: Shape<Long>): Shape<Short | Long> {
  const expected = `${short.expected}, or ${long.expected}`
  return {
    expected,
    schema: { anyOf: [short.schema, long.schema] },
    read(value, place) {
      if (isObject(value)) return long.read(value, place)
      return short.read(value, place)
    },
  }
}

/** The same shape with another value made of it; undefined refuses it. */
export function map<From, To>(shape: Shape<From>, change: (value: From) => To | undefined): Shape<To> {
  return {
    ...shape,
    read(value, place) {
      const read = shape.read(value, place)
      return read === undefined ? undefined : (change(read) ?? refuse(value, shape.expected, place))
    },
  }
}

/** The same shape with a description for those who read its JSON Schema. */
export function about<T>(description: string, shape: Shape<T>): Shape<T> {
  return { ...shape, schema: { description, ...shape.schema } }
}

function inside(place: ReadingPlace, key: string | number): ReadingPlace {
  const { document, pointer } = place.at
  const extension = typeof key === 'number' ? `${place.extension}[${key}]` : `${place.extension}.${shown(key)}`
  return { ...place, extension, at: { document, pointer: child(pointer, key) } }
}

/** Reports that a value is not what is expected; there is nothing to go on with. */
export function refuse<T>(value: JsonValue, expected: string, place: ReadingPlace, near?: string): T | undefined {
  const help = near === undefined ? undefined : `Did you mean \`${near}\`?`
  place.problems.report(
    'TK1302',
    { extension: place.extension, given: given(value), expected },
    { at: place.at, part: 'value', help, severity: place.severity },
  )
  return undefined
}

/** A value as shown in a message: short, and without anything that could move a cursor. */
export function given(value: JsonValue): string {
  if (isArray(value)) return 'a list'
  if (isObject(value)) return 'an object'
  return typeof value === 'string' ? `\`${shown(value)}\`` : `\`${String(value)}\``
}

function shown(value: string): string {
  const short = value.length > 60 ? `${value.slice(0, 60)}…` : value
  return short.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, '\u{fffd}')
}

function unknownKey(key: string, names: readonly string[], place: ReadingPlace): false {
  const near = didYouMean(key, names)
  place.problems.report(
    'TK1303',
    { extension: place.extension, key: shown(key), known: names.join(', ') },
    {
      at: inside(place, key).at,
      part: 'key',
      help: near === undefined ? undefined : `Did you mean \`${near}\`?`,
      severity: place.severity,
    },
  )
  return false
}

function missingKey(key: string, field: Shape<unknown> | undefined, place: ReadingPlace): false {
  const expected = field?.expected ?? 'a value'
  place.problems.report(
    'TK1304',
    { extension: place.extension, key, expected },
    { at: place.at, part: 'key', severity: place.severity },
  )
  return false
}

function single<T>(value: T | undefined): readonly T[] | undefined {
  return value === undefined ? undefined : [value]
}
