import { count, listed, operationTitle } from '../render/words.js'
import type { Direction, FindingOperation, Level } from '../report.js'
import type { Change, Changelog } from './changelog.js'

/** Sentences that every format of the changelog says alike. Contract text in them is not escaped yet. */

/** `Orders 1.4.0 → 2.0.0`. */
export function changelogTitle({ title, from, to }: Changelog): string {
  return from === to ? `${title} ${to}` : `${title} ${from} → ${to}`
}

/** `2 breaking changes, 1 warning and 14 compatible changes`. */
export function changelogCounts({ summary: { breaking, warning, info }, verdict }: Changelog): string {
  if (verdict === 'unchanged') return 'Nothing changed for users of the API.'
  const counts = [
    count(breaking, 'breaking change'),
    count(warning, 'change to look at', 'changes to look at'),
    count(info, 'compatible change'),
  ]
  return `${listed(counts)}.`
}

const levelWords: Readonly<Record<Level, string>> = { breaking: 'Breaking', warning: 'Look at this', info: '' }

/** What stands before a change that is not plainly compatible. */
export function levelWord({ level, category }: Change): string {
  const word = levelWords[level]
  return category === 'structural' || word === '' ? word : `${word}, ${category}`
}

const directionWords: Readonly<Record<Direction, string>> = {
  request: 'request',
  response: 'response',
  consumed: 'what is received',
  published: 'what is sent',
}

export function directionWord({ direction }: Change): string {
  return direction === undefined ? '' : directionWords[direction]
}

/** The first few operations, and how many more there are. */
export function operationTitles(operations: readonly FindingOperation[], most = 5): string {
  const shown = operations.slice(0, most).map(operationTitle)
  const more = operations.length - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ')
}
