import { isArray, isObject, type JsonValue } from '../../util/own.js'
import type { Witness } from '../report.js'

/** Whether there is something to be shown. */
export type ShownWitness = Exclude<Witness, { readonly unknown: string }>

/** What is answered to it now, or is sent in its place; empty where nothing is said of that. */
export function nowLines(witness: ShownWitness): readonly string[] {
  return 'raw' in witness && witness.now !== undefined ? witness.now.split('\n') : []
}

/** What a witness shows, as lines that are not escaped yet; `write` writes a payload. */
export function witnessLines(witness: ShownWitness, write: (value: JsonValue) => string): readonly string[] {
  if ('raw' in witness) return witness.raw.split('\n')
  const { value, request } = witness
  if (request === undefined) return write(value).split('\n')
  // The value of a scalar is in the line already.
  return [request, ...(isObject(value) || isArray(value) ? write(value).split('\n') : [])]
}
