import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'warns where nothing had been promised',
    before: { operation: 'x-lifecycle: experimental' },
    after: { operation: 'x-lifecycle: draft' },
    finds: ['warning structural stability-lowered 7:20 → 7:20: the operation went from experimental to draft'],
  },
  {
    title: 'takes silence for a promise',
    before: {},
    after: { operation: 'x-stability-level: alpha' },
    finds: ['breaking structural stability-lowered 5:5 → 7:26: the operation went from active to experimental'],
  },
  {
    title: 'is silent on the way up',
    before: { operation: 'x-lifecycle: draft' },
    after: { operation: 'x-lifecycle: active' },
    finds: [],
  },
]
