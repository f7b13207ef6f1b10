import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds a first word',
    before: {},
    after: { root: 'x-data-residency: [eu-central-1, eu-west-1]' },
    finds: [
      'info governance residency-narrowed 1:1 → 3:19: data lies in `eu-central-1` or `eu-west-1` only from now on',
    ],
  },
  {
    title: 'is silent about a region that is new',
    before: { root: 'x-data-residency: [eu-central-1]' },
    after: { root: 'x-data-residency: [eu-central-1, eu-west-1]' },
    finds: [],
  },
]
