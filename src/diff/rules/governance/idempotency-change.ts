import type { Annotated, Idempotency, Operation } from '../../../contract/model/index.js'
import type { EditOf } from '../../edit/edit.js'
import { word } from './word.js'

/** Edits of what is said about repeated calls. */
export const idempotencyEdits = [
  'governance.idempotency:added',
  'governance.idempotency:changed',
  'governance.idempotency:removed',
] as const

export interface IdempotencyChange {
  /** Undefined: keys mean nothing, because nobody says so or because it is off. */
  readonly from: Idempotency | undefined
  readonly to: Idempotency | undefined
  /** Whether the API itself repeats: messages that it sends, requests of webhooks. */
  readonly isSent: boolean
}

/** What became of the promise about repeated calls; undefined where keys have no meaning on either side. */
export function idempotencyChangeOf({
  from,
  to,
  place,
}: Pick<EditOf<'governance'>, 'from' | 'to' | 'place'>): IdempotencyChange | undefined {
  const { before, after } = place.operation ?? {}
  const [was, is] = [inForce(from, before ?? after), inForce(to, after ?? before)]
  const operation = after ?? before
  const isSent = operation?.kind === 'channel' ? operation.action === 'send' : operation?.role !== 'path'
  return was || is ? { from: was, to: is, isSent: operation !== undefined && isSent } : undefined
}

/** What repeats without an effect needs no key: safe methods do not inherit one (RFC 9110, section 9.2.1). */
function inForce(side: unknown, operation: Operation | undefined): Idempotency | undefined {
  const value = word<Idempotency>(side)
  const isInherited = (side as Annotated<Idempotency> | undefined)?.inherited === true
  const isSafe = operation?.kind === 'http' && safeMethods.has(operation.method)
  return value?.mode === 'off' || (isInherited && isSafe) ? undefined : value
}

const safeMethods: ReadonlySet<string> = new Set(['get', 'head', 'options', 'trace', 'query'])

/** Where the key stands, in words. Names of headers are the same in any case (RFC 9110, section 5.1). */
export function keyPlace({ key }: Idempotency): string {
  return key.in === 'header' ? `header \`${key.name}\`` : `\`${key.pointer}\` of the body`
}

export function isSameKey({ key: before }: Idempotency, { key: after }: Idempotency): boolean {
  if (before.in === 'header') return after.in === 'header' && before.name.toLowerCase() === after.name.toLowerCase()
  return after.in === 'body' && before.pointer === after.pointer
}

/** A time in the largest unit that fits: `24 h`, `500 ms`. */
export function spokenTime(milliseconds: number): string {
  for (const [unit, size] of units) if (milliseconds % size === 0) return `${milliseconds / size} ${unit}`
  return `${milliseconds} ms`
}

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const
