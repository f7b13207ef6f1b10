import type { MediaType, Schema } from '../../contract/model/index.js'
import { isObject, type JsonObject, type JsonValue } from '../../util/own.js'
import { encode, encodingLanguage, textOf } from '../wire/index.js'
import type { Samples } from './samples.js'

/** A member of a body that must be there, and which values of it will do. */
export interface Member {
  readonly name: string
  readonly fits: (value: JsonValue) => boolean
}

type Content = Pick<MediaType, 'mediaType' | 'schema'> & Partial<Pick<MediaType, 'encoding'>>

/**
 * A body with the line of the head that says what it is; undefined when no value of its schema is known. What is no
 * text, or a language that samples are not written in, is three dots. `member`: what must be in it.
 */
export function bodyText(content: Content, samples: Samples, member?: Member): readonly string[] | undefined {
  const { mediaType, schema } = content
  const line = `Content-Type: ${mediaType}`
  const write = writerOf(mediaType)
  if (!write) return [line, '', '…']
  const value = schema ? (member ? holding(schema, member, samples) : samples.ofBody(schema)) : {}
  return value === undefined ? undefined : [line, '', ...write(value, content)]
}

/** A value with the member in it: a smallest one, or that with a value of the member which shows more. */
function holding(schema: Schema, { name, fits }: Member, samples: Samples): JsonValue | undefined {
  const { at } = schema
  const whole: Schema = { kind: 'schema', at, allOf: [schema, { kind: 'schema', at, required: [name] }] }
  const value = samples.ofBody(whole)
  if (!isObject(value) || fits(value[name] ?? null)) return value
  const wide = (member: JsonValue): JsonObject => ({ ...value, [name]: member })
  const found = samples.ofParameter(
    { schema: anything(at) },
    (member) => fits(member) && samples.accepts(whole, wide(member)),
  )
  return found === undefined ? undefined : wide(found)
}

function anything(at: Schema['at']): Schema {
  return { kind: 'schema', at, always: true }
}

type Write = (value: JsonValue, content: Content) => readonly string[]

/** By the name of the media type (RFC 6838, RFC 6839). */
function writerOf(mediaType: string): Write | undefined {
  const [name = ''] = mediaType.split(';', 1)
  if (/^application\/json$|\+json$|^\*\/\*$|^application\/\*$/.test(name)) return (value) => [JSON.stringify(value)]
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
