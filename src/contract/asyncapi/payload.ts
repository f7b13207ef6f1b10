import { isObject, type JsonValue, own } from '../../util/own.js'
import type { Origin, Schema } from '../model/index.js'
import { below, type Reading } from './reading.js'
import { refOf } from './reference.js'
import { dialectOfFormat } from './schema-format.js'

export interface Payload {
  readonly schema: Schema
  readonly schemaFormat?: string
}

/** The schema of a payload or of headers, in whatever format it says it is written. */
export function readPayload(reading: Reading, value: JsonValue, at: Origin, schemaFormat?: string): Payload {
  const multi = reading.major === 3 ? multiFormat(reading, value, at) : undefined
  if (multi) return readFormat(reading, multi.value, multi.at, multi.format)
  return schemaFormat === undefined
    ? { schema: reading.schemas.read(value, at) }
    : readFormat(reading, value, at, schemaFormat)
}

/** Schemas of `components` take their names now, so that their order is that of the document. */
export function registerSchema(reading: Reading, name: string, value: JsonValue, at: Origin): void {
  const multi = reading.major === 3 ? multiFormat(reading, value, at) : undefined
  if (!multi) {
    reading.schemas.register(name, value, at)
    return
  }
  const dialect = dialectOfFormat(multi.format)
  if (dialect) reading.schemas.register(name, multi.value, multi.at, dialect)
}

function readFormat(reading: Reading, value: JsonValue, at: Origin, format: string): Payload {
  const dialect = dialectOfFormat(format)
  if (dialect) return { schema: reading.schemas.read(value, at, dialect), schemaFormat: format }
  reading.tally.count('TK1207', { format }, { at })
  return { schema: { kind: 'schema', at, foreign: { format, value } }, schemaFormat: format }
}

interface MultiFormat {
  readonly format: string
  readonly value: JsonValue
  readonly at: Origin
}

/** AsyncAPI 3, Multi Format Schema Object: `{schemaFormat, schema}`, here or where a reference leads. */
function multiFormat(reading: Reading, value: JsonValue, at: Origin): MultiFormat | undefined {
  const ref = refOf(value)
  const found = ref === undefined ? { value, at } : reading.sources.resolve(ref, at)
  if (!found || !isObject(found.value)) return undefined
  const format = own(found.value, 'schemaFormat')
  const schema = own(found.value, 'schema')
  if (typeof format !== 'string' || schema === undefined) return undefined
  return { format, value: schema, at: below(found.at, 'schema') }
}
