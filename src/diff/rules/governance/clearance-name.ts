import type { Clearance } from '../../../contract/model/index.js'
import { tokensOf } from '../../../util/json-pointer.js'
import type { EditOf } from '../../edit/edit.js'

/** `clearance `support``, or those who have none. */
export function clearanceName({ place }: Pick<EditOf<'clearance'>, 'place'>): string {
  const [, group, name] = tokensOf(place.pointer)
  return group === 'clearances' && name !== undefined ? `clearance \`${name}\`` : 'no clearance'
}

/** What is shown to whoever has it, in words. */
export function describeClearance({ max, reveal }: Clearance): string {
  return reveal.length === 0 ? max : `${max} and ${[...reveal].sort().join(', ')}`
}
