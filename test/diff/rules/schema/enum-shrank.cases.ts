import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what is sent to the API',
    before: { request: '{ type: object, properties: { x: { type: string, enum: [open, paid, sent] } } }' },
    after: { request: '{ type: object, properties: { x: { type: string, enum: [open, paid] } } }' },
    finds: ['breaking structural request-enum-shrank 11:76 → 11:76: `x` lost `sent`'],
    witnesses: ['{"x":"sent"}'],
    helps: ['Go on accepting the value until 2.0.0.'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { x: { type: string, enum: [open, paid, sent] } } }' },
    after: { response: '{ type: object, properties: { x: { type: string, enum: [open, paid] } } }' },
    finds: ['info structural response-enum-shrank 12:78 → 12:78: `x` lost `sent`'],
    helps: [undefined],
  },
  {
    title: 'breaks what is sent to the API, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, enum: [open, paid, sent] } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, enum: [open, paid] } } } } } }',
    },
    finds: ['breaking structural request-enum-shrank 16:125 → 16:125: `x` lost `sent`'],
    witnesses: ['[{"line":{"x":"sent"}}]'],
  },
  {
    title: 'leaves what the API sends as it was understood, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, enum: [open, paid, sent] } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, enum: [open, paid] } } } } } }',
    },
    finds: ['info structural response-enum-shrank 15:125 → 15:125: `x` lost `sent`'],
  },
  {
    title: 'sees another constant',
    before: { request: '{ const: 1 }' },
    after: { request: '{ const: 2 }' },
    finds: ['breaking structural request-enum-shrank 11:21 → 11:21: the request body lost `1`'],
    witnesses: ['1'],
  },
]
