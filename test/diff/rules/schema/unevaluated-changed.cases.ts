import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'leaves what is sent to the API as it was understood',
    before: { request: '{ type: object, properties: { x: { type: object, properties: { a: { type: string } } } } }' },
    after: {
      request:
        '{ type: object, properties: { x: { type: object, properties: { a: { type: string } }, unevaluatedProperties: false } } }',
    },
    finds: [
      'info structural request-unevaluated-changed 11:54 → 11:107: `x` is closed to members that nothing else speaks of',
    ],
    helps: [undefined],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { x: { type: object, properties: { a: { type: string } } } } }' },
    after: {
      response:
        '{ type: object, properties: { x: { type: object, properties: { a: { type: string } }, unevaluatedProperties: false } } }',
    },
    finds: [
      'info structural response-unevaluated-changed 12:56 → 12:109: `x` is closed to members that nothing else speaks of',
    ],
    helps: [undefined],
  },
  {
    title:
      'leaves what is sent to the API as it was understood: `x` no longer says what members that nothing else speaks of are',
    before: {
      request: '{ type: object, properties: { x: { type: object, unevaluatedProperties: { type: string } } } }',
    },
    after: { request: '{ type: object, properties: { x: { type: object } } }' },
    finds: [
      'info structural request-unevaluated-changed 11:70 → 11:54: `x` no longer says what members that nothing else speaks of are',
    ],
  },
  {
    title: 'breaks what the API sends',
    before: {
      response: '{ type: object, properties: { x: { type: object, unevaluatedProperties: { type: string } } } }',
    },
    after: { response: '{ type: object, properties: { x: { type: object } } }' },
    finds: [
      'breaking structural response-unevaluated-changed 12:72 → 12:56: `x` no longer says what members that nothing else speaks of are',
    ],
    witnesses: ['{"x":{"extra":null}}'],
    helps: ['Send none of them until 2.0.0.'],
  },
  {
    title: 'breaks what is sent to the API',
    before: { request: '{ type: object, properties: { x: { type: array, prefixItems: [{ type: string }] } } }' },
    after: {
      request:
        '{ type: object, properties: { x: { type: array, prefixItems: [{ type: string }], unevaluatedItems: false } } }',
    },
    finds: [
      'breaking structural request-unevaluated-changed 11:54 → 11:102: `x` is closed to items that nothing else speaks of',
    ],
    witnesses: ['{"x":["",null]}'],
    helps: ['Go on accepting them until 2.0.0.'],
  },
  {
    title: 'leaves what the API sends as it was understood: `x` is closed to items that nothing else speaks of',
    before: { response: '{ type: object, properties: { x: { type: array, prefixItems: [{ type: string }] } } }' },
    after: {
      response:
        '{ type: object, properties: { x: { type: array, prefixItems: [{ type: string }], unevaluatedItems: false } } }',
    },
    finds: [
      'info structural response-unevaluated-changed 12:56 → 12:104: `x` is closed to items that nothing else speaks of',
    ],
  },
  {
    title:
      'leaves what is sent to the API as it was understood: `x` no longer says what items that nothing else speaks of are',
    before: {
      request:
        '{ type: object, properties: { x: { type: array, prefixItems: [{ type: string }], unevaluatedItems: { type: string } } } }',
    },
    after: { request: '{ type: object, properties: { x: { type: array, prefixItems: [{ type: string }] } } }' },
    finds: [
      'info structural request-unevaluated-changed 11:102 → 11:54: `x` no longer says what items that nothing else speaks of are',
    ],
  },
  {
    title: 'breaks what the API sends: `x` no longer says what items that nothing else speaks of are',
    before: {
      response:
        '{ type: object, properties: { x: { type: array, prefixItems: [{ type: string }], unevaluatedItems: { type: string } } } }',
    },
    after: { response: '{ type: object, properties: { x: { type: array, prefixItems: [{ type: string }] } } }' },
    finds: [
      'breaking structural response-unevaluated-changed 12:104 → 12:56: `x` no longer says what items that nothing else speaks of are',
    ],
    witnesses: ['{"x":["",null]}'],
  },
  {
    title: 'leaves what is sent to the API as it was understood, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: object, properties: { a: { type: string } } } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: object, properties: { a: { type: string } }, unevaluatedProperties: false } } } } } }',
    },
    finds: [
      'info structural request-unevaluated-changed 16:103 → 16:156: `x` is closed to members that nothing else speaks of',
    ],
  },
  {
    title: 'leaves what the API sends as it was understood, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: object, properties: { a: { type: string } } } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: object, properties: { a: { type: string } }, unevaluatedProperties: false } } } } } }',
    },
    finds: [
      'info structural response-unevaluated-changed 15:103 → 15:156: `x` is closed to members that nothing else speaks of',
    ],
  },
]
