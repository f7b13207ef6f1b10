import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'leaves what is sent to the API as it was understood',
    before: { request: '{ type: object, properties: { x: { type: string, enum: [open, paid] } } }' },
    after: { request: '{ type: object, properties: { x: { type: string } } }' },
    finds: ['info structural request-enum-dropped 11:76 → 11:54: `x` is no longer limited to `open`, `paid`'],
    helps: [undefined],
  },
  {
    title: 'breaks what the API sends',
    before: { response: '{ type: object, properties: { x: { type: string, enum: [open, paid] } } }' },
    after: { response: '{ type: object, properties: { x: { type: string } } }' },
    finds: ['breaking structural response-enum-dropped 12:78 → 12:56: `x` is no longer limited to `open`, `paid`'],
    witnesses: ['{"x":""}'],
    helps: ['Send only the listed values until 2.0.0.'],
  },
  {
    title: 'leaves what is sent to the API as it was understood, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, enum: [open, paid] } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string } } } } } }',
    },
    finds: ['info structural request-enum-dropped 16:125 → 16:103: `x` is no longer limited to `open`, `paid`'],
  },
  {
    title: 'breaks what the API sends, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, enum: [open, paid] } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string } } } } } }',
    },
    finds: ['breaking structural response-enum-dropped 15:125 → 15:103: `x` is no longer limited to `open`, `paid`'],
    witnesses: ['[{"line":{"x":""}}]'],
  },
  {
    title: 'tells texts from other values',
    before: { response: '{ enum: ["1", 1, null] }' },
    after: { response: '{ description: Any. }' },
    finds: [
      'breaking structural response-enum-dropped 12:31 → 12:23: the response 200 is no longer limited to `"1"`, `1`, `null`',
    ],
    witnesses: ['false'],
  },
  {
    title: 'sees a constant as a list of one',
    before: { response: '{ const: 1 }' },
    after: { response: '{ type: integer }' },
    finds: ['breaking structural response-enum-dropped 12:23 → 12:23: the response 200 is no longer limited to `1`'],
    witnesses: ['0'],
  },
]
