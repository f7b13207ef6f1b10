import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds another pattern',
    before: {
      properties:
        "a: { type: string, x-data-classification: { category: contact, masking: { strategy: regex, pattern: '[a-z]' } } }",
    },
    after: {
      properties:
        "a: { type: string, x-data-classification: { category: contact, masking: { strategy: regex, pattern: '[0-9]' } } }",
    },
    finds: ['warning governance response-masking-changed 21:61 → 21:61: the mask of `a` changed: its `pattern`'],
  },
  {
    title: 'finds another strategy that leaves as little',
    before: { properties: 'a: { type: string, x-data-classification: { category: contact, masking: full } }' },
    after: { properties: 'a: { type: string, x-data-classification: { category: contact, masking: remove } }' },
    finds: [
      'warning governance response-masking-changed 21:61 → 21:61: the mask of `a` changed, from `full` to `remove`',
    ],
  },
  {
    title: 'is silent where the full mask is only written out',
    before: { properties: 'a: { type: string, x-data-classification: contact }' },
    after: { properties: 'a: { type: string, x-data-classification: { category: contact, masking: full } }' },
    finds: [],
  },
]
