import type { Schema } from '../../contract/model/index.js'

/** The texts of the numbers that a schema accepts, as a schema of strings. */
export interface NumberTexts {
  readonly schema: Schema
  /** False: there are texts among them that stand for none of the numbers. */
  readonly exact: boolean
}

/** More texts than this are not written out one by one. */
const maxListed = 256

/** Texts of integers, as JSON writes them: no sign before zero, no zeros in front. */
export function integerTexts(part: Schema): NumberTexts {
  const { multipleOf, format } = part
  const low = lowest(part)
  const high = highest(part)
  const plain = multipleOf === undefined && (format === undefined || format === 'int64' || format === 'int32')
  if (low !== undefined && high !== undefined && high - low < maxListed && plain) {
    const listed = Array.from({ length: Math.max(0, high - low + 1) }, (_each, index) => String(low + index))
    return { schema: { kind: 'schema', at: part.at, types: ['string'], enum: listed }, exact: true }
  }
  const pattern = low === 0 ? '^(0|[1-9][0-9]*)$' : low === 1 ? '^[1-9][0-9]*$' : '^(0|-?[1-9][0-9]*)$'
  const exact = plain && format === undefined && high === undefined && (low === undefined || low === 0 || low === 1)
  return { schema: { kind: 'schema', at: part.at, types: ['string'], pattern }, exact }
}

/** Texts of numbers in the grammar of JSON. */
export function numberTexts(part: Schema): NumberTexts {
  const pattern = '^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?$'
  const bounds = [
    part.minimum,
    part.maximum,
    part.exclusiveMinimum,
    part.exclusiveMaximum,
    part.multipleOf,
    part.format,
  ]
  return {
    schema: { kind: 'schema', at: part.at, types: ['string'], pattern },
    exact: bounds.every((bound) => bound === undefined),
  }
}

function lowest({ minimum, exclusiveMinimum }: Schema): number | undefined {
  const found = [
    ...(minimum === undefined ? [] : [Math.ceil(minimum)]),
    ...(exclusiveMinimum === undefined ? [] : [Math.floor(exclusiveMinimum) + 1]),
  ]
  return found.length > 0 ? Math.max(...found) : undefined
}

function highest({ maximum, exclusiveMaximum }: Schema): number | undefined {
  const found = [
    ...(maximum === undefined ? [] : [Math.floor(maximum)]),
    ...(exclusiveMaximum === undefined ? [] : [Math.ceil(exclusiveMaximum) - 1]),
  ]
  return found.length > 0 ? Math.min(...found) : undefined
}

/** Whether the schema says more of a text than that it is one. A text is never empty where a number's is looked at. */
export function isTextBounded({ minLength = 0, maxLength, pattern, format, contentEncoding }: Schema): boolean {
  return minLength > 1 || [maxLength, pattern, format, contentEncoding].some((bound) => bound !== undefined)
}
