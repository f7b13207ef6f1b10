import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds a higher level and more categories at once',
    before: { root: 'x-data-policy: { clearances: { support: { max: internal } } }' },
    after: { root: 'x-data-policy: { clearances: { support: { max: confidential, reveal: [health, contact] } } }' },
    finds: [
      'breaking security clearance-raised 3:32 → 3:32: callers with clearance `support` see more than before: internal then, confidential and contact, health now',
    ],
  },
  {
    title: 'finds what callers without a clearance see',
    before: {},
    after: { root: 'x-data-policy: { default: { max: confidential } }' },
    finds: [
      'breaking security clearance-raised 1:1 → 3:18: callers with no clearance see more than before: internal then, confidential now',
    ],
  },
  {
    title: 'is silent where a level covers what was revealed',
    before: { root: 'x-data-policy: { clearances: { support: { max: restricted, reveal: [contact] } } }' },
    after: { root: 'x-data-policy: { clearances: { support: { max: restricted } } }' },
    finds: [],
  },
]
