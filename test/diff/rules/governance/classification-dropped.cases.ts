import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'tells who sees it',
    before: { properties: 'a: { type: string, x-data-classification: restricted }' },
    after: { properties: 'a: { type: string }' },
    finds: [
      'breaking security response-classification-dropped 21:61 → 21:22: `a` is unclassified now; it was restricted: all callers see it unmasked from now on',
    ],
  },
  {
    title: 'heeds a policy that masks what has no class',
    before: {
      properties: 'a: { type: string, x-data-classification: confidential }',
      root: 'x-data-policy: { unclassified: restrict }',
    },
    after: { properties: 'a: { type: string }', root: 'x-data-policy: { unclassified: restrict }' },
    finds: [
      'warning security response-classification-dropped 22:61 → 22:22: `a` is unclassified now; it was confidential',
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
                a: { type: string }
      responses:
        '204': { description: Placed. }
`,
    finds: [
      'warning security request-classification-dropped 15:59 → 15:20: `a` is unclassified now; it was contact (confidential): it may be logged from now on',
    ],
  },
  {
    title: 'tells a word that many places inherited once',
    before: { root: 'x-data-classification: confidential', properties: 'a: { type: string }' },
    after: { properties: 'a: { type: string }' },
    finds: [
      'breaking security classification-dropped 3:24 → 1:1: what says nothing itself is unclassified now; it was confidential: all callers see it unmasked from now on',
    ],
  },
  {
    title: 'is silent where a container hands its class down',
    before: {
      order: 'x-data-classification: internal',
      properties: 'a: { type: string, x-data-classification: internal }',
    },
    after: { order: 'x-data-classification: internal', properties: 'a: { type: string }' },
    finds: [],
  },
]
