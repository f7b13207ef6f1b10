import { isArray, isObject, type JsonValue, setOwn } from '../../util/own.js'
import type { SchemaSide } from '../containment/types.js'
import { textOf } from './encode.js'
import { oneAsItem, severalOrItem } from './lists.js'
import { asTexts, readNumbersAsSuch, textKinds } from './senders.js'
import type { Wire, WireLanguage, WirePair } from './types.js'
import { typesOf } from './value-kinds.js'
import { widened } from './widened.js'

/** The languages of both sides, by who sends and who reads; `raw` writes what the sender sends. */
export interface WireOptions {
  readonly producer: WireLanguage
  readonly reader: WireLanguage
  readonly raw: Wire['raw']
}

export function createWire({ producer: sent, reader: read, raw }: WireOptions): Wire {
  return {
    pair: (producer, reader) => pairOf(producer, reader, sent, read),
    readings: (value) => readingsOf(value, sent, read),
    raw,
  }
}

function pairOf(producer: SchemaSide, reader: SchemaSide, sent: WireLanguage, read: WireLanguage): WirePair {
  const lists = listsOf(producer, reader)
  const [sending, reading] = [textKinds(producer), textKinds(reader)]
  const sameKinds = sameSet(sending.types, reading.types)
  if (lists === 'both or none' && sameKinds) return { producer, reader }
  let from = producer.schema
  let to = sameKinds && (lists === 'reader' || read.explode) ? reader.schema : widened(reader, read)
  // A reader of texts with a pattern, a length or a format: what it makes of a number is decided over texts.
  if (reading.bounded && !sending.types.has('string')) from = asTexts({ ...producer, schema: from })
  // A reader without any text: `"1"` arrives as `1`.
  if (!reading.types.has('string')) from = readNumbersAsSuch({ ...producer, schema: from })
  if (lists === 'reader' && canStandAlone(read, sending.types)) to = oneAsItem(reader, to)
  if (lists === 'producer' && canStandAlone(sent, sending.types)) from = severalOrItem(producer, from)
  return { producer: { ...producer, schema: from }, reader: { ...reader, schema: to } }
}

/** Which side alone knows lists. */
function listsOf(producer: SchemaSide, reader: SchemaSide): 'producer' | 'reader' | 'both or none' {
  const [sends, reads] = [producer, reader].map(({ schema, schemas }) => typesOf(schema, schemas).has('array'))
  return sends === reads ? 'both or none' : sends ? 'producer' : 'reader'
}

/** Whether a list of one is written like its item: repeated names are, and texts without a delimiter in them. */
function canStandAlone({ style, explode }: WireLanguage, types: ReadonlySet<string>): boolean {
  return style !== 'deepObject' && (explode || !types.has('string'))
}

function sameSet(before: ReadonlySet<string>, after: ReadonlySet<string>): boolean {
  return before.size === after.size && [...before].every((member) => after.has(member))
}

function readingsOf(value: JsonValue, sent: WireLanguage, read: WireLanguage): readonly JsonValue[] {
  const readings = [value, mapScalars(value, textOf), mapScalars(value, (scalar) => parsed(textOf(scalar)))]
  if (isArray(value)) {
    const [only] = value
    if (only !== undefined && value.length === 1 && sent.explode) readings.push(...scalarReadings(only))
    if (!sent.explode) readings.push(value.map(textOf).join(','))
  } else if (!isObject(value)) {
    readings.push(...scalarReadings(value).map((reading) => [reading]))
    if (!read.explode) readings.push(textOf(value).split(','), textOf(value).split(',').map(parsed))
  }
  return readings
}

function scalarReadings(value: JsonValue): readonly JsonValue[] {
  return [textOf(value), parsed(textOf(value))]
}

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/** What a reader that looks for a number, a truth value or nothing takes a text for. */
function parsed(text: string): JsonValue {
  if (text === 'true' || text === 'false') return text === 'true'
  if (text === 'null') return null
  return text.length < 400 && jsonNumber.test(text) && Number.isFinite(Number(text)) ? Number(text) : text
}

function mapScalars(value: JsonValue, change: (scalar: JsonValue) => JsonValue, depth = 0): JsonValue {
  if (depth > maxDepth) return value
  if (isArray(value)) return value.map((item) => mapScalars(item, change, depth + 1))
  if (!isObject(value)) return change(value)
  const object: Record<string, JsonValue> = {}
  for (const [name, member] of Object.entries(value)) setOwn(object, name, mapScalars(member, change, depth + 1))
  return object
}

/** Brackets go no deeper. */
const maxDepth = 10
