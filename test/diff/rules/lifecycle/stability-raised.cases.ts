import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds each step',
    before: { operation: 'x-lifecycle: draft' },
    after: { operation: 'x-lifecycle: experimental' },
    finds: ['info structural stability-raised 7:20 → 7:20: the operation went from draft to experimental'],
  },
  {
    title: 'finds the end of all words',
    before: { properties: 'a: { type: string, x-lifecycle: experimental }' },
    after: { properties: 'a: { type: string }' },
    finds: ['info structural response-stability-raised 21:51 → 21:22: `a` went from experimental to active'],
  },
  {
    title: 'is silent about the way out',
    before: { operation: 'x-lifecycle: draft' },
    after: { operation: 'x-lifecycle: deprecated' },
    finds: [],
  },
]
