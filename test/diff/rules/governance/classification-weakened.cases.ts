import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'names the callers who see more',
    before: {
      properties: 'a: { type: string, x-data-classification: restricted }',
      root: 'x-data-policy: { clearances: { billing: { max: confidential } } }',
    },
    after: {
      properties: 'a: { type: string, x-data-classification: confidential }',
      root: 'x-data-policy: { clearances: { billing: { max: confidential } } }',
    },
    finds: [
      'breaking security response-classification-weakened 22:61 → 22:61: `a` went from restricted to confidential: callers with clearance `billing` see it unmasked from now on',
    ],
  },
  {
    title: 'tells that requests may be logged',
    before: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    post:
      operationId: createOrder
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              properties:
                sku: { type: string }
                a: { type: string, x-data-classification: contact }
      responses:
        '204': { description: Placed. }
`,
    after: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    post:
      operationId: createOrder
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              properties:
                sku: { type: string }
                a: { type: string, x-data-classification: internal }
      responses:
        '204': { description: Placed. }
`,
    finds: [
      'warning security request-classification-weakened 15:59 → 15:59: `a` went from contact (confidential) to internal: it may be logged from now on',
    ],
  },
  {
    title: 'warns where nobody sees more',
    before: { properties: 'a: { type: string, x-data-classification: internal }' },
    after: { properties: 'a: { type: string, x-data-classification: public }' },
    finds: ['warning security response-classification-weakened 21:61 → 21:61: `a` went from internal to public'],
  },
  {
    title: 'looks at what is said of parameters and responses',
    before: { parameter: 'x-data-classification: confidential' },
    after: { parameter: 'x-data-classification: public' },
    finds: [
      'warning security request-classification-weakened 12:34 → 12:34: the path parameter `tenant` went from confidential to public: it may be logged from now on',
    ],
  },
  {
    title: 'is silent on the way up',
    before: { properties: 'a: { type: string, x-data-classification: public }' },
    after: { properties: 'a: { type: string, x-data-classification: restricted }' },
    finds: [],
  },
]
