import type { Schema } from '../../../contract/model/index.js'
import { clip, lengths } from './clip.js'

const mostValues = 20

/** What is demanded of a value beside its type, and what is said of it, each in a few words. */
export function notesOf(schema: Schema): readonly string[] {
  const notes = [
    ...valueNotes(schema),
    ...textNotes(schema),
    ...numberNotes(schema),
    ...sizeNotes(schema),
    ...governanceNotes(schema),
  ]
  return notes.filter((note) => note !== undefined).map((note) => clip(note, lengths.line))
}

function valueNotes({ enum: values, default: fallback, readOnly, writeOnly, deprecated }: Schema) {
  return [
    values && `one of ${values.slice(0, mostValues).map(literal).join(', ')}${values.length > mostValues ? ', …' : ''}`,
    fallback !== undefined ? `default ${literal(fallback)}` : undefined,
    readOnly ? 'read only' : undefined,
    writeOnly ? 'write only' : undefined,
    deprecated ? 'deprecated' : undefined,
  ]
}

function textNotes({ minLength, maxLength, pattern, contentMediaType, contentEncoding }: Schema) {
  return [
    bounds(minLength, maxLength, ['character', 'characters']),
    pattern !== undefined ? `pattern ${clip(pattern, lengths.note)}` : undefined,
    contentMediaType !== undefined ? `holds ${clip(contentMediaType, lengths.note)}` : undefined,
    contentEncoding !== undefined ? `encoded as ${clip(contentEncoding, lengths.note)}` : undefined,
  ]
}

function numberNotes({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }: Schema) {
  return [
    minimum !== undefined ? `≥ ${minimum}` : undefined,
    exclusiveMinimum !== undefined ? `> ${exclusiveMinimum}` : undefined,
    maximum !== undefined ? `≤ ${maximum}` : undefined,
    exclusiveMaximum !== undefined ? `< ${exclusiveMaximum}` : undefined,
    multipleOf !== undefined ? `a multiple of ${multipleOf}` : undefined,
  ]
}

function sizeNotes({ minItems, maxItems, uniqueItems, minProperties, maxProperties, additionalProperties }: Schema) {
  return [
    bounds(minItems, maxItems, ['item', 'items']),
    uniqueItems ? 'no item twice' : undefined,
    bounds(minProperties, maxProperties, ['property', 'properties']),
    additionalProperties?.always === false ? 'no other properties' : undefined,
  ]
}

function governanceNotes({ tenantKey, classification, retention, residency, lifecycle }: Schema) {
  const masking = classification?.value.masking
  const regions = residency?.value.regions ?? []
  return [
    tenantKey ? 'names the tenant' : undefined,
    masking ? `masked: ${masking.strategy}` : undefined,
    retention ? `kept for ${retention.value.period}` : undefined,
    regions.length > 0 ? `stays in ${regions.slice(0, mostValues).join(', ')}` : undefined,
    lifecycle ? lifecycle.value.state : undefined,
  ]
}

function bounds(
  least: number | undefined,
  most: number | undefined,
  [one, many]: readonly [string, string],
): string | undefined {
  const of = (number: number) => `${number} ${number === 1 ? one : many}`
  if (least === undefined) return most === undefined ? undefined : `at most ${of(most)}`
  if (most === undefined) return `at least ${of(least)}`
  return least === most ? of(least) : `${least} to ${of(most)}`
}

function literal(value: unknown): string {
  return clip(JSON.stringify(value), 60)
}
