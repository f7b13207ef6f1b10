import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'leaves what is sent to the API as it was understood',
    before: { request: '{ type: object, properties: { x: { type: integer } } }' },
    after: { request: '{ type: object, properties: { x: { type: [integer, string] } } }' },
    finds: ['info structural request-type-widened 11:62 → 11:62: `x` went from integer to integer or string'],
    helps: [undefined],
  },
  {
    title: 'breaks what the API sends',
    before: { response: '{ type: object, properties: { x: { type: integer } } }' },
    after: { response: '{ type: object, properties: { x: { type: [integer, string] } } }' },
    finds: ['breaking structural response-type-widened 12:64 → 12:64: `x` went from integer to integer or string'],
    witnesses: ['{"x":""}'],
    helps: ['Send only the old type until 2.0.0.'],
  },
  {
    title: 'leaves what is sent to the API as it was understood, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: integer } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: [integer, string] } } } } } }',
    },
    finds: ['info structural request-type-widened 16:111 → 16:111: `x` went from integer to integer or string'],
  },
  {
    title: 'breaks what the API sends, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: integer } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: [integer, string] } } } } } }',
    },
    finds: ['breaking structural response-type-widened 15:111 → 15:111: `x` went from integer to integer or string'],
    witnesses: ['[{"line":{"x":""}}]'],
  },
  {
    title: 'sees numbers in place of whole numbers',
    before: { response: '{ type: integer }' },
    after: { response: '{ type: number }' },
    finds: ['breaking structural response-type-widened 12:31 → 12:31: the response 200 went from integer to number'],
    witnesses: ['0.1'],
  },
  {
    title: 'says both when a type is replaced',
    before: { request: '{ type: integer }' },
    after: { request: '{ type: string }' },
    finds: ['info structural request-type-widened 11:29 → 11:29: the request body went from integer to string'],
  },
]
