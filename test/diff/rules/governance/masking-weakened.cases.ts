import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'takes no word for a full mask',
    before: { properties: 'a: { type: string, x-data-classification: contact.email }' },
    after: { properties: 'a: { type: string, x-data-classification: { category: contact.email, masking: partial } }' },
    finds: [
      'breaking security response-masking-weakened 21:61 → 21:61: the mask of `a` went from `full` to `partial`, which shows more of it',
    ],
  },
  {
    title: 'finds more characters that are kept',
    before: {
      properties:
        'a: { type: string, x-data-classification: { category: contact, masking: { strategy: partial, keep: 2 } } }',
    },
    after: {
      properties:
        'a: { type: string, x-data-classification: { category: contact, masking: { strategy: partial, keep: 4 } } }',
    },
    finds: [
      'breaking security response-masking-weakened 21:61 → 21:61: the mask of `a` went from `partial` (keeps 2) to `partial` (keeps 4), which shows more of it',
    ],
  },
  {
    title: 'makes little of the mask of what everybody sees',
    before: { properties: 'a: { type: string, x-data-classification: internal }' },
    after: { properties: 'a: { type: string, x-data-classification: { sensitivity: internal, masking: partial } }' },
    finds: [
      'info security response-masking-weakened 21:61 → 21:61: the mask of `a` went from `full` to `partial`, which shows more of it',
    ],
  },
  {
    title: 'is silent where another strategy leaves as little',
    before: { properties: 'a: { type: string, x-data-classification: { category: contact, masking: full } }' },
    after: { properties: 'a: { type: string, x-data-classification: { category: contact, masking: remove } }' },
    finds: [],
  },
]
