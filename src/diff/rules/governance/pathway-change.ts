import type { Pathway } from '../../../contract/model/index.js'
import { isCeilingRaised } from './ceiling.js'
import { grown, named, sentence } from './word.js'

/** Edits of what may take a pathway. */
export const pathwayEdits = [
  'pathway.ceiling:added',
  'pathway.ceiling:changed',
  'pathway.ceiling:removed',
  'pathway.categories:added',
  'pathway.categories:removed',
  'pathway.requires:changed',
] as const

/** What passes on one side that does not on the other, in words; empty when there is nothing. */
export function passesBeyond(pathway: Pathway | undefined, other: Pathway | undefined): string {
  if (!pathway || !other) return ''
  const isHigher = isCeilingRaised(other.ceiling, pathway.ceiling) === true
  // Without categories, all pass.
  const more = pathway.categories ? (other.categories ? beyond(other.categories, pathway.categories) : []) : undefined
  const isAll = more === undefined && other.categories !== undefined
  return sentence([
    ...(isHigher ? [pathway.ceiling === undefined ? 'data of any sensitivity' : `${pathway.ceiling} data`] : []),
    ...(isAll ? ['data of any category'] : more && more.length > 0 ? [named(more)] : []),
  ])
}

/** `contact` covers `contact.email`. */
function beyond(known: readonly string[], found: readonly string[]): readonly string[] {
  return grown(known, found).added.filter((category) => !known.some((wide) => category.startsWith(`${wide}.`)))
}

/** Without an agreement of its own a pathway is open to all who have accepted the terms. */
export function isOpened(from: Pathway | undefined, to: Pathway | undefined): boolean {
  return from?.requires === 'grant' && to?.requires === 'terms'
}
