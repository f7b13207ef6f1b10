import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'leaves what is sent to the API as it was understood',
    before: { request: '{ type: object, properties: { x: { type: object, properties: { a: { type: string } } } } }' },
    after: {
      request:
        '{ type: object, properties: { x: { type: object, properties: { a: { type: string } }, additionalProperties: false } } }',
    },
    finds: ['info structural request-additional-properties-changed 11:54 → 11:107: `x` is closed to further members'],
    helps: [undefined],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { x: { type: object, properties: { a: { type: string } } } } }' },
    after: {
      response:
        '{ type: object, properties: { x: { type: object, properties: { a: { type: string } }, additionalProperties: false } } }',
    },
    finds: ['info structural response-additional-properties-changed 12:56 → 12:109: `x` is closed to further members'],
    helps: [undefined],
  },
  {
    title: 'leaves what is sent to the API as it was understood: `x` is no longer closed to further members',
    before: { request: '{ type: object, properties: { x: { type: object, additionalProperties: false } } }' },
    after: { request: '{ type: object, properties: { x: { type: object } } }' },
    finds: [
      'info structural request-additional-properties-changed 11:70 → 11:54: `x` is no longer closed to further members',
    ],
  },
  {
    title: 'breaks what the API sends',
    before: { response: '{ type: object, properties: { x: { type: object, additionalProperties: false } } }' },
    after: { response: '{ type: object, properties: { x: { type: object } } }' },
    finds: [
      'breaking structural response-additional-properties-changed 12:72 → 12:56: `x` is no longer closed to further members',
    ],
    witnesses: ['{"x":{"extra":null}}'],
    helps: ['Send no further members until 2.0.0.'],
  },
  {
    title: 'says nothing of what is sent to the API',
    before: { request: '{ type: object, properties: { x: { type: object } } }' },
    after: { request: '{ type: object, properties: { x: { type: object, additionalProperties: true } } }' },
    finds: [],
  },
  {
    title: 'says nothing of what the API sends',
    before: { response: '{ type: object, properties: { x: { type: object } } }' },
    after: { response: '{ type: object, properties: { x: { type: object, additionalProperties: true } } }' },
    finds: [],
  },
  {
    title: 'leaves what is sent to the API as it was understood: `x` no longer says what further members are',
    before: {
      request: '{ type: object, properties: { x: { type: object, additionalProperties: { type: string } } } }',
    },
    after: { request: '{ type: object, properties: { x: { type: object } } }' },
    finds: [
      'info structural request-additional-properties-changed 11:70 → 11:54: `x` no longer says what further members are',
    ],
  },
  {
    title: 'breaks what the API sends: `x` no longer says what further members are',
    before: {
      response: '{ type: object, properties: { x: { type: object, additionalProperties: { type: string } } } }',
    },
    after: { response: '{ type: object, properties: { x: { type: object } } }' },
    finds: [
      'breaking structural response-additional-properties-changed 12:72 → 12:56: `x` no longer says what further members are',
    ],
    witnesses: ['{"x":{"extra":null}}'],
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
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: object, properties: { a: { type: string } }, additionalProperties: false } } } } } }',
    },
    finds: ['info structural request-additional-properties-changed 16:103 → 16:156: `x` is closed to further members'],
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
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: object, properties: { a: { type: string } }, additionalProperties: false } } } } } }',
    },
    finds: ['info structural response-additional-properties-changed 15:103 → 15:156: `x` is closed to further members'],
  },
]
