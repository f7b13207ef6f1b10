import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what is sent to the API',
    before: { request: '{ type: object, properties: { x: { type: integer } } }' },
    after: { request: '{ type: object, properties: { x: { type: integer, not: { const: 0 } } } }' },
    finds: [
      'breaking structural request-negation-changed 11:54 → 11:71: `x` says what it must not be, and did not before',
    ],
    witnesses: ['{"x":0}'],
    helps: ['Go on accepting the values until 2.0.0.'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { x: { type: integer } } }' },
    after: { response: '{ type: object, properties: { x: { type: integer, not: { const: 0 } } } }' },
    finds: [
      'info structural response-negation-changed 12:56 → 12:73: `x` says what it must not be, and did not before',
    ],
    helps: [undefined],
  },
  {
    title: 'leaves what is sent to the API as it was understood',
    before: { request: '{ type: object, properties: { x: { type: integer, not: { const: 0 } } } }' },
    after: { request: '{ type: object, properties: { x: { type: integer } } }' },
    finds: ['info structural request-negation-changed 11:71 → 11:54: `x` no longer says what it must not be'],
    helps: [undefined],
  },
  {
    title: 'breaks what the API sends',
    before: { response: '{ type: object, properties: { x: { type: integer, not: { const: 0 } } } }' },
    after: { response: '{ type: object, properties: { x: { type: integer } } }' },
    finds: ['breaking structural response-negation-changed 12:73 → 12:56: `x` no longer says what it must not be'],
    witnesses: ['{"x":0}'],
    helps: ['Send only what was allowed before until 2.0.0.'],
  },
  {
    title: 'breaks what is sent to the API, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: integer } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: integer, not: { const: 0 } } } } } } }',
    },
    finds: [
      'breaking structural request-negation-changed 16:103 → 16:120: `x` says what it must not be, and did not before',
    ],
    witnesses: ['[{"line":{"x":0}}]'],
  },
  {
    title: 'leaves what the API sends as it was understood, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: integer } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: integer, not: { const: 0 } } } } } } }',
    },
    finds: [
      'info structural response-negation-changed 15:103 → 15:120: `x` says what it must not be, and did not before',
    ],
  },
  {
    title: 'leaves what is excluded to other rules',
    before: { request: '{ type: integer, not: { enum: [0] } }' },
    after: { request: '{ type: integer, not: { enum: [0, 1] } }' },
    finds: [],
  },
]
