import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds a class that takes nothing from anybody',
    before: { properties: 'a: { type: string }' },
    after: { properties: 'a: { type: string, x-data-classification: public }' },
    finds: ['info governance response-classification-declared 21:22 → 21:61: `a` is classified now: public'],
  },
  {
    title: 'leaves what is masked now to another rule',
    before: { properties: 'a: { type: string }' },
    after: { properties: 'a: { type: string, x-data-classification: secret }' },
    finds: [],
  },
  {
    title: 'is silent where a container had handed the same class down',
    before: { order: 'x-data-classification: internal', properties: 'a: { type: string }' },
    after: {
      order: 'x-data-classification: internal',
      properties: 'a: { type: string, x-data-classification: internal }',
    },
    finds: [],
  },
]
