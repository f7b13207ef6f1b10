import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds each step down',
    before: { root: 'x-data-residency: { regions: [eu-central-1], mode: preferred }' },
    after: { root: 'x-data-residency: { regions: [eu-central-1], mode: any }' },
    finds: [
      'breaking governance residency-mode-weakened 3:19 → 3:19: regions are `any` instead of `preferred`: data need not stay there',
    ],
  },
  {
    title: 'is silent on the way up',
    before: { root: 'x-data-residency: { regions: [eu-central-1], mode: any }' },
    after: { root: 'x-data-residency: { regions: [eu-central-1], mode: preferred }' },
    finds: [],
  },
]
