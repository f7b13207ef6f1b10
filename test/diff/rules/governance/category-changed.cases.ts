import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds another category of the same sensitivity',
    before: { properties: 'a: { type: string, x-data-classification: contact.email }' },
    after: { properties: 'a: { type: string, x-data-classification: contact.phone }' },
    finds: [
      'info governance response-category-changed 21:61 → 21:61: `a` went from contact.email (confidential) to contact.phone (confidential), which is as sensitive',
    ],
  },
  {
    title: 'leaves what somebody sees more or less of to other rules',
    before: {
      properties: 'a: { type: string, x-data-classification: contact }',
      root: 'x-data-policy: { default: { max: internal, reveal: [contact] } }',
    },
    after: {
      properties: 'a: { type: string, x-data-classification: financial }',
      root: 'x-data-policy: { default: { max: internal, reveal: [contact] } }',
    },
    finds: [],
  },
]
