import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what is sent to the API',
    before: { request: '{ type: object, properties: { x: { type: array, prefixItems: [{ type: string }] } } }' },
    after: {
      request:
        '{ type: object, properties: { x: { type: array, prefixItems: [{ type: string }, { type: integer }] } } }',
    },
    finds: [
      'breaking structural request-tuple-changed 11:54 → 11:101: `x` says what stands at position 1, and did not before',
    ],
    witnesses: ['{"x":["",null]}'],
    helps: ['Go on accepting other items at the position until 2.0.0.'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { x: { type: array, prefixItems: [{ type: string }] } } }' },
    after: {
      response:
        '{ type: object, properties: { x: { type: array, prefixItems: [{ type: string }, { type: integer }] } } }',
    },
    finds: [
      'info structural response-tuple-changed 12:56 → 12:103: `x` says what stands at position 1, and did not before',
    ],
    helps: [undefined],
  },
  {
    title: 'leaves what is sent to the API as it was understood',
    before: {
      request:
        '{ type: object, properties: { x: { type: array, prefixItems: [{ type: string }, { type: integer }] } } }',
    },
    after: { request: '{ type: object, properties: { x: { type: array, prefixItems: [{ type: string }] } } }' },
    finds: ['info structural request-tuple-changed 11:101 → 11:54: `x` no longer says what stands at position 1'],
    helps: [undefined],
  },
  {
    title: 'breaks what the API sends',
    before: {
      response:
        '{ type: object, properties: { x: { type: array, prefixItems: [{ type: string }, { type: integer }] } } }',
    },
    after: { response: '{ type: object, properties: { x: { type: array, prefixItems: [{ type: string }] } } }' },
    finds: ['breaking structural response-tuple-changed 12:103 → 12:56: `x` no longer says what stands at position 1'],
    witnesses: ['{"x":["",null]}'],
    helps: ['Send at the position only what was allowed before until 2.0.0.'],
  },
  {
    title: 'breaks what is sent to the API, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: array, prefixItems: [{ type: string }] } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: array, prefixItems: [{ type: string }, { type: integer }] } } } } } }',
    },
    finds: [
      'breaking structural request-tuple-changed 16:103 → 16:150: `x` says what stands at position 1, and did not before',
    ],
    witnesses: ['[{"line":{"x":["",null]}}]'],
  },
  {
    title: 'leaves what the API sends as it was understood, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: array, prefixItems: [{ type: string }] } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: array, prefixItems: [{ type: string }, { type: integer }] } } } } } }',
    },
    finds: [
      'info structural response-tuple-changed 15:103 → 15:150: `x` says what stands at position 1, and did not before',
    ],
  },
  {
    title: 'leaves what stands at a position to other rules',
    before: { request: '{ type: array, prefixItems: [{ type: string }] }' },
    after: { request: '{ type: array, prefixItems: [{ type: integer }] }' },
    finds: [],
  },
]
