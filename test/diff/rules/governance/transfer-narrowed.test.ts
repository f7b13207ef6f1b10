import { transferNarrowed } from '../../../../src/diff/rules/governance/transfer-narrowed.js'
import { ruleCases } from '../support/rule-cases.js'

ruleCases(transferNarrowed, [
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
])
