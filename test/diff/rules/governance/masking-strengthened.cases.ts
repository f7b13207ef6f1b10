import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds fewer characters that are kept',
    before: {
      properties:
        'a: { type: string, x-data-classification: { category: contact, masking: { strategy: partial, keep: 4 } } }',
    },
    after: {
      properties:
        'a: { type: string, x-data-classification: { category: contact, masking: { strategy: partial, keep: 2 } } }',
    },
    finds: [
      'warning governance response-masking-strengthened 21:61 → 21:61: the mask of `a` went from `partial` (keeps 4) to `partial` (keeps 2), which shows less of it',
    ],
  },
  {
    title: 'is silent on the way down',
    before: { properties: 'a: { type: string, x-data-classification: { category: contact, masking: hash } }' },
    after: { properties: 'a: { type: string, x-data-classification: { category: contact, masking: partial } }' },
    finds: [],
  },
]
