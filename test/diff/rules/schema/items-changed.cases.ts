import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what is sent to the API',
    before: { request: '{ type: object, properties: { x: { type: array } } }' },
    after: { request: '{ type: object, properties: { x: { type: array, items: { type: string } } } }' },
    finds: ['breaking structural request-items-changed 11:54 → 11:69: `x` says what its items are, and did not before'],
    witnesses: ['{"x":[null]}'],
    helps: ['Go on accepting other items until 2.0.0.'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { x: { type: array } } }' },
    after: { response: '{ type: object, properties: { x: { type: array, items: { type: string } } } }' },
    finds: ['info structural response-items-changed 12:56 → 12:71: `x` says what its items are, and did not before'],
    helps: [undefined],
  },
  {
    title: 'leaves what is sent to the API as it was understood',
    before: { request: '{ type: object, properties: { x: { type: array, items: { type: string } } } }' },
    after: { request: '{ type: object, properties: { x: { type: array } } }' },
    finds: ['info structural request-items-changed 11:69 → 11:54: `x` no longer says what its items are'],
    helps: [undefined],
  },
  {
    title: 'breaks what the API sends',
    before: { response: '{ type: object, properties: { x: { type: array, items: { type: string } } } }' },
    after: { response: '{ type: object, properties: { x: { type: array } } }' },
    finds: ['breaking structural response-items-changed 12:71 → 12:56: `x` no longer says what its items are'],
    witnesses: ['{"x":[null]}'],
    helps: ['Send only items that were allowed before until 2.0.0.'],
  },
  {
    title: 'breaks what is sent to the API, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: array } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: array, items: { type: string } } } } } } }',
    },
    finds: [
      'breaking structural request-items-changed 16:103 → 16:118: `x` says what its items are, and did not before',
    ],
    witnesses: ['[{"line":{"x":[null]}}]'],
  },
  {
    title: 'leaves what the API sends as it was understood, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: array } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: array, items: { type: string } } } } } } }',
    },
    finds: ['info structural response-items-changed 15:103 → 15:118: `x` says what its items are, and did not before'],
  },
  {
    title: 'leaves what items are to the rules about them',
    before: { request: '{ type: array, items: { type: string } }' },
    after: { request: '{ type: array, items: { type: integer } }' },
    finds: [],
  },
]
