import { residencyModeStrengthened } from '../../../../src/diff/rules/governance/residency-mode-strengthened.js'
import { ruleCases } from '../support/rule-cases.js'

ruleCases(residencyModeStrengthened, [
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
])
