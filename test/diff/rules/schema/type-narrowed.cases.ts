import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what is sent to the API',
    before: { request: '{ type: object, properties: { x: { type: [string, integer] } } }' },
    after: { request: '{ type: object, properties: { x: { type: integer } } }' },
    finds: ['breaking structural request-type-narrowed 11:62 → 11:62: `x` went from integer or string to integer'],
    witnesses: ['{"x":""}'],
    helps: ['Go on accepting both until 2.0.0.'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { x: { type: [string, integer] } } }' },
    after: { response: '{ type: object, properties: { x: { type: integer } } }' },
    finds: ['info structural response-type-narrowed 12:64 → 12:64: `x` went from integer or string to integer'],
    helps: [undefined],
  },
  {
    title: 'breaks what is sent to the API, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: [string, integer] } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: integer } } } } } }',
    },
    finds: ['breaking structural request-type-narrowed 16:111 → 16:111: `x` went from integer or string to integer'],
    witnesses: ['[{"line":{"x":""}}]'],
  },
  {
    title: 'leaves what the API sends as it was understood, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: [string, integer] } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: integer } } } } } }',
    },
    finds: ['info structural response-type-narrowed 15:111 → 15:111: `x` went from integer or string to integer'],
  },
  {
    title: 'sees whole numbers in place of numbers',
    before: { request: '{ type: number }' },
    after: { request: '{ type: integer }' },
    finds: ['breaking structural request-type-narrowed 11:29 → 11:29: the request body went from number to integer'],
    witnesses: ['0.1'],
  },
  {
    title: 'leaves null to another rule',
    before: { request: '{ type: [integer, "null"] }' },
    after: { request: '{ type: integer }' },
    finds: [],
  },
]
