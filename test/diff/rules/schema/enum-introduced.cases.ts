import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what is sent to the API',
    before: { request: '{ type: object, properties: { x: { type: string } } }' },
    after: { request: '{ type: object, properties: { x: { type: string, enum: [open, paid] } } }' },
    finds: ['breaking structural request-enum-introduced 11:54 → 11:76: `x` is limited to `open`, `paid`'],
    witnesses: ['{"x":""}'],
    helps: ['Go on accepting other values until 2.0.0.'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { x: { type: string } } }' },
    after: { response: '{ type: object, properties: { x: { type: string, enum: [open, paid] } } }' },
    finds: ['info structural response-enum-introduced 12:56 → 12:78: `x` is limited to `open`, `paid`'],
    helps: [undefined],
  },
  {
    title: 'breaks what is sent to the API, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, enum: [open, paid] } } } } } }',
    },
    finds: ['breaking structural request-enum-introduced 16:103 → 16:125: `x` is limited to `open`, `paid`'],
    witnesses: ['[{"line":{"x":""}}]'],
  },
  {
    title: 'leaves what the API sends as it was understood, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, enum: [open, paid] } } } } } }',
    },
    finds: ['info structural response-enum-introduced 15:103 → 15:125: `x` is limited to `open`, `paid`'],
  },
  {
    title: 'knows what the types said already',
    before: { request: '{ type: boolean }' },
    after: { request: '{ type: boolean, enum: [true, false] }' },
    finds: ['info structural request-enum-introduced 11:21 → 11:44: the request body is limited to `true`, `false`'],
    helps: [undefined],
  },
]
