import type { EditOf } from '../../edit/edit.js'
import { without } from './without.js'

/** `integer or string`; any where nothing is said. */
export function typeNames(types: unknown): string {
  return types === undefined ? 'any type' : (types as readonly string[]).join(' or ')
}

/** Whether null is all that came or went. */
export function isAboutNull({ from, to, action }: EditOf<'schema'>): boolean {
  if (from === undefined || to === undefined) return false
  const changed = action === 'added' ? without(to, from) : without(from, to)
  return changed.length === 1 && changed[0] === 'null'
}
