import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds each step up',
    before: { root: 'x-data-residency: { regions: [eu-central-1], mode: any }' },
    after: { root: 'x-data-residency: { regions: [eu-central-1], mode: preferred }' },
    finds: ['info governance residency-mode-strengthened 3:19 → 3:19: regions are `preferred` instead of `any`'],
  },
  {
    title: 'is silent about the default that is written out',
    before: { root: 'x-data-residency: { regions: [eu-central-1] }' },
    after: { root: 'x-data-residency: { regions: [eu-central-1], mode: strict }' },
    finds: [],
  },
]
