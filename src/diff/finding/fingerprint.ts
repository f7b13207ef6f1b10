import { sha256 } from '../../util/sha256.js'
import { memberName } from '../edit/compare-node.js'
import type { Edit } from '../edit/edit.js'

/**
 * Identity of a finding over time: which rule, where in the structure, and what changed there. Neither lines nor words of
 * the message are in it, so that edits elsewhere and better words leave approvals in force. `pointer`: without positions. `nth`: which of several
 * findings of one edit.
 */
export function fingerprintOf(code: string, pointer: string, edit: Edit, nth: number): string {
  const { key, from, to, place } = edit
  // The identity ends with the member.
  const member = place.identity === undefined ? (edit.member ?? '') : ''
  return digestOfIdentity([code, place.direction ?? '', pointer, key, member, datum(from), datum(to), nth])
}

/** The same of what no edit is behind: the code, and what it is about. */
export function digestOfIdentity(identity: readonly (string | number)[]): string {
  return sha256(JSON.stringify(identity)).slice(0, 16)
}

/** A value by its data. Nodes know where they stand in the text: the pointer says which they are. */
function datum(value: unknown): string {
  if (typeof value !== 'object' || value === null) return value === undefined ? '' : memberName(value)
  if (Array.isArray(value)) return value.map(datum).sort().join()
  if (value instanceof Map || Object.hasOwn(value, 'kind')) return ''
  return Object.hasOwn(value, 'at') ? datum((value as { value?: unknown }).value) : memberName(value)
}
