import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'names only what is new',
    before: { root: 'x-data-residency: { regions: [eu], transfer: { to: [us], mechanism: scc } }' },
    after: { root: 'x-data-residency: { regions: [eu], transfer: { to: [us, in], mechanism: scc } }' },
    finds: ['breaking governance transfer-widened 3:19 → 3:19: data may be taken to `in` now, on the ground of scc'],
  },
  {
    title: 'warns of another ground',
    before: { root: 'x-data-residency: { regions: [eu], transfer: { to: [us], mechanism: adequacy } }' },
    after: { root: 'x-data-residency: { regions: [eu], transfer: { to: [us], mechanism: derogation } }' },
    finds: [
      'warning governance transfer-widened 3:19 → 3:19: data may be taken to `us` now, on the ground of derogation',
    ],
  },
  {
    title: 'is silent about less',
    before: { root: 'x-data-residency: { regions: [eu], transfer: { to: [us, in], mechanism: scc } }' },
    after: { root: 'x-data-residency: { regions: [eu], transfer: { to: [us], mechanism: scc } }' },
    finds: [],
  },
]
