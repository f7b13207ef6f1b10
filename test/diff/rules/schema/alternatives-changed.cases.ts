import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what is sent to the API',
    before: { request: '{ type: object, properties: { x: { description: Any. } } }' },
    after: { request: '{ type: object, properties: { x: { oneOf: [{ type: string }, { type: integer }] } } }' },
    finds: [
      'breaking structural request-alternatives-changed 11:54 → 11:63: `x` must be exactly one of several alternatives',
    ],
    witnesses: ['{"x":null}'],
    helps: ['Go on accepting other values until 2.0.0.'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { x: { description: Any. } } }' },
    after: { response: '{ type: object, properties: { x: { oneOf: [{ type: string }, { type: integer }] } } }' },
    finds: [
      'info structural response-alternatives-changed 12:56 → 12:65: `x` must be exactly one of several alternatives',
    ],
    helps: [undefined],
  },
  {
    title: 'leaves what is sent to the API as it was understood',
    before: { request: '{ type: object, properties: { x: { oneOf: [{ type: string }, { type: integer }] } } }' },
    after: { request: '{ type: object, properties: { x: { description: Any. } } }' },
    finds: [
      'info structural request-alternatives-changed 11:63 → 11:54: `x` no longer has to be exactly one of several alternatives',
    ],
    helps: [undefined],
  },
  {
    title: 'breaks what the API sends',
    before: { response: '{ type: object, properties: { x: { oneOf: [{ type: string }, { type: integer }] } } }' },
    after: { response: '{ type: object, properties: { x: { description: Any. } } }' },
    finds: [
      'breaking structural response-alternatives-changed 12:65 → 12:56: `x` no longer has to be exactly one of several alternatives',
    ],
    witnesses: ['{"x":null}'],
    helps: ['Send only what was allowed before until 2.0.0.'],
  },
  {
    title: 'breaks what is sent to the API: `x` must be at least one of several alternatives',
    before: { request: '{ type: object, properties: { x: { description: Any. } } }' },
    after: { request: '{ type: object, properties: { x: { anyOf: [{ type: string }, { type: integer }] } } }' },
    finds: [
      'breaking structural request-alternatives-changed 11:54 → 11:63: `x` must be at least one of several alternatives',
    ],
    witnesses: ['{"x":null}'],
  },
  {
    title: 'leaves what the API sends as it was understood: `x` must be at least one of several alternatives',
    before: { response: '{ type: object, properties: { x: { description: Any. } } }' },
    after: { response: '{ type: object, properties: { x: { anyOf: [{ type: string }, { type: integer }] } } }' },
    finds: [
      'info structural response-alternatives-changed 12:56 → 12:65: `x` must be at least one of several alternatives',
    ],
  },
  {
    title:
      'leaves what is sent to the API as it was understood: `x` no longer has to be at least one of several alternatives',
    before: { request: '{ type: object, properties: { x: { anyOf: [{ type: string }, { type: integer }] } } }' },
    after: { request: '{ type: object, properties: { x: { description: Any. } } }' },
    finds: [
      'info structural request-alternatives-changed 11:63 → 11:54: `x` no longer has to be at least one of several alternatives',
    ],
  },
  {
    title: 'breaks what the API sends: `x` no longer has to be at least one of several alternatives',
    before: { response: '{ type: object, properties: { x: { anyOf: [{ type: string }, { type: integer }] } } }' },
    after: { response: '{ type: object, properties: { x: { description: Any. } } }' },
    finds: [
      'breaking structural response-alternatives-changed 12:65 → 12:56: `x` no longer has to be at least one of several alternatives',
    ],
    witnesses: ['{"x":null}'],
  },
  {
    title: 'breaks what is sent to the API, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { description: Any. } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { oneOf: [{ type: string }, { type: integer }] } } } } } }',
    },
    finds: [
      'breaking structural request-alternatives-changed 16:103 → 16:112: `x` must be exactly one of several alternatives',
    ],
    witnesses: ['[{"line":{"x":null}}]'],
  },
  {
    title: 'leaves what the API sends as it was understood, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { description: Any. } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { oneOf: [{ type: string }, { type: integer }] } } } } } }',
    },
    finds: [
      'info structural response-alternatives-changed 15:103 → 15:112: `x` must be exactly one of several alternatives',
    ],
  },
  {
    title: 'is silent about types written as alternatives',
    before: { request: '{ type: [string, integer] }' },
    after: { request: '{ anyOf: [{ type: string }, { type: integer }] }' },
    finds: [],
  },
]
