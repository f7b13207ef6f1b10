import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'names what reads differently',
    before: {
      properties: 'a: { type: string, x-data-classification: { category: contact, subject: buyer, regulation: gdpr } }',
    },
    after: {
      properties:
        'a: { type: string, x-data-classification: { category: contact, subject: seller, purpose: [Questions.] } }',
    },
    finds: [
      'info governance response-handling-changed 21:61 → 21:61: what is said of the handling of `a` changed: `subject`, `regulation` and `purpose`',
    ],
  },
  {
    title: 'leaves the reason of another class to that',
    before: {
      properties:
        'a: { type: string, x-data-classification: { sensitivity: internal, category: contact, override: { reason: Old. } } }',
    },
    after: { properties: 'a: { type: string, x-data-classification: contact }' },
    finds: [],
  },
  {
    title: 'is silent about another sensitivity',
    before: { properties: 'a: { type: string, x-data-classification: internal }' },
    after: { properties: 'a: { type: string, x-data-classification: public }' },
    finds: [],
  },
]
