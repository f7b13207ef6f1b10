import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'names what is gone',
    before: { root: 'x-data-residency: { regions: [eu], transfer: { to: [us, in], mechanism: scc } }' },
    after: { root: 'x-data-residency: { regions: [eu], transfer: { to: [us], mechanism: scc } }' },
    finds: ['info governance transfer-narrowed 3:19 → 3:19: data is no longer taken to `in`'],
  },
  {
    title: 'is silent about more',
    before: { root: 'x-data-residency: { regions: [eu] }' },
    after: { root: 'x-data-residency: { regions: [eu], transfer: { to: [us], mechanism: scc } }' },
    finds: [],
  },
]
