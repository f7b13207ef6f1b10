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

/** What passes now that did not before, in words; empty when there is nothing. */
export function passesNewly(other: Pathway | undefined, pathway: Pathway | undefined): string {
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

/** What no longer passes, each as a predicate. */
export function limitsOf(from: Pathway | undefined, to: Pathway | undefined): readonly string[] {
  if (!from || !to) return []
  const isLower = isCeilingRaised(from.ceiling, to.ceiling) === false
  const gone = from.categories && to.categories ? beyond(to.categories, from.categories) : []
  return [
    ...(isLower ? [`lets nothing above ${to.ceiling ?? ''} through now`] : []),
    ...(!from.categories && to.categories ? [`lets only ${named([...to.categories].sort())} through now`] : []),
    ...(gone.length > 0 ? [`no longer lets ${named(gone, 'or')} through`] : []),
  ]
}

/** `contact` covers `contact.email`. */
function beyond(known: readonly string[], found: readonly string[]): readonly string[] {
  return grown(known, found).added.filter((category) => !known.some((wide) => category.startsWith(`${wide}.`)))
}

/** Without an agreement of its own a pathway is open to all who have accepted the terms. */
export function isOpened(from: Pathway | undefined, to: Pathway | undefined): boolean {
  return from?.requires === 'grant' && to?.requires === 'terms'
}
