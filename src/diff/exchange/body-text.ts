import type { MediaType, Schema } from '../../contract/model/index.js'
import { anything } from '../../contract/schema/index.js'
import { isArray, isObject, type JsonObject, type JsonValue, own } from '../../util/own.js'
import { encode, encodingLanguage, textOf } from '../wire/index.js'
import { item, type Step } from './place-in.js'
import type { Samples } from './samples.js'

/** A place in a body that must be there, and which values of it will do. */
export interface Member {
  readonly path: readonly Step[]
  readonly fits: (value: JsonValue) => boolean
  /** Tried before others. Default: none. */
  readonly values?: readonly JsonValue[]
}

type Content = Pick<MediaType, 'mediaType' | 'schema'> & Partial<Pick<MediaType, 'encoding'>>

/** What a body has beyond what it must have. */
export interface BodyNeeds {
  readonly member?: Member | undefined
  /** The body itself, in place of a sample. */
  readonly value?: JsonValue | undefined
}

/**
 * A body with the line of the head that says what it is; undefined when no value of its schema is known. What is no
 * text, or a language that samples are not written in, is three dots.
 */
export function bodyText(content: Content, samples: Samples, needs: BodyNeeds = {}): readonly string[] | undefined {
  const { mediaType, schema } = content
  const isAny = mediaType === '*/*' || mediaType === 'application/*'
  const line = `Content-Type: ${isAny ? 'application/json' : mediaType}`
  const write = writerOf(mediaType)
  if (!write) return [line, '', '…']
  const sample = (): JsonValue | undefined => (schema ? bodyValue(schema, samples, needs.member) : {})
  const value = needs.value === undefined ? sample() : needs.value
  return value === undefined ? undefined : [line, '', ...write(value, content)]
}

/** Whether bodies of this type are written as JSON. */
export function isJson(mediaType: string): boolean {
  return /^application\/json$|\+json$|^\*\/\*$|^application\/\*$/.test(mediaType.split(';', 1)[0] ?? '')
}

/** A smallest value of a body; with the place in it, or that with a value of the place which shows more. */
export function bodyValue(schema: Schema, samples: Samples, member?: Member): JsonValue | undefined {
  if (!member) return samples.ofBody(schema)
  const { at } = schema
  const { path, fits, values = [] } = member
  const whole: Schema = { kind: 'schema', at, allOf: [schema, reaching(path, at)] }
  const value = samples.ofBody(whole)
  if (value === undefined) return undefined
  const known = valueAt(value, path)
  if (known !== undefined && fits(known) && values.length === 0) return value
  const wide = (found: JsonValue): JsonValue => withValueAt(value, path, found)
  const found = samples.ofParameter(
    { schema: anything(at), examples: [...values, ...(known === undefined ? [] : [known])] },
    (each) => fits(each) && samples.accepts(whole, wide(each)),
  )
  return found === undefined ? undefined : wide(found)
}

/** Asks for no more than that the place is there. */
function reaching([step, ...rest]: readonly Step[], at: Schema['at']): Schema {
  if (step === undefined) return anything(at)
  const below = reaching(rest, at)
  return step === item
    ? { kind: 'schema', at, types: ['array'], minItems: 1, items: below }
    : { kind: 'schema', at, types: ['object'], required: [step], properties: new Map([[step, below]]) }
}

/** The value of a place; of items the first. */
export function valueAt(value: JsonValue, path: readonly Step[]): JsonValue | undefined {
  let found: JsonValue | undefined = value
  for (const step of path) {
    if (step === item) found = isArray(found) ? found[0] : undefined
    else found = isObject(found) ? own(found, step) : undefined
  }
  return found
}

function withValueAt(whole: JsonValue, [step, ...rest]: readonly Step[], value: JsonValue): JsonValue {
  if (step === undefined) return value
  if (step === item) {
    const [first = null, ...others] = isArray(whole) ? whole : []
    return [withValueAt(first, rest, value), ...others]
  }
  const members = isObject(whole) ? whole : {}
  return { ...members, [step]: withValueAt(own(members, step) ?? null, rest, value) }
}

type Write = (value: JsonValue, content: Content) => readonly string[]

/** By the name of the media type (RFC 6838, RFC 6839). */
function writerOf(mediaType: string): Write | undefined {
  const [name = ''] = mediaType.split(';', 1)
  if (isJson(name)) return (value) => [JSON.stringify(value)]
  if (name === 'application/x-www-form-urlencoded') return onObject(form)
  if (name.startsWith('multipart/')) return onObject(parts)
  return name === 'text/plain' ? (value) => [textOf(value)] : undefined
}

function onObject(write: (value: JsonObject, content: Content) => readonly string[]): Write {
  return (value, content) => (isObject(value) ? write(value, content) : [textOf(value)])
}

function form(value: JsonObject, { encoding }: Content): readonly string[] {
  const pairs = Object.entries(value).map(([name, member]) =>
    encode(encodingLanguage(name, encoding?.get(name)), member),
  )
  return [pairs.filter((pair) => pair !== '').join('&')]
}

/** The boundary is of no interest (RFC 7578). */
function parts(value: JsonObject, { encoding }: Content): readonly string[] {
  return Object.entries(value).flatMap(([name, member]) => {
    const [contentType] = encoding?.get(name)?.contentType?.split(/\s*,\s*/) ?? []
    return [
      `--`,
      `Content-Disposition: form-data; name=${JSON.stringify(name)}`,
      ...(contentType === undefined ? [] : [`Content-Type: ${contentType}`]),
      '',
      textOf(member),
    ]
  })
}
