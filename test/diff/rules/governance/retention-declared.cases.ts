import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds a first word of a schema',
    before: { properties: 'a: { type: string }' },
    after: { properties: 'a: { type: string, x-data-retention: { period: P30D, onExpiry: delete } }' },
    finds: ['info governance retention-declared 21:22 → 21:56: it is said now how long `a` is kept: P30D'],
  },
]
