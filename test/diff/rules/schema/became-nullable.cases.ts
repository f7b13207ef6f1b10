import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'leaves what is sent to the API as it was understood',
    before: { request: '{ type: object, properties: { x: { type: integer } } }' },
    after: { request: '{ type: object, properties: { x: { type: [integer, "null"] } } }' },
    finds: ['info structural request-became-nullable 11:62 → 11:62: `x` may be null'],
    helps: [undefined],
  },
  {
    title: 'breaks what the API sends',
    before: { response: '{ type: object, properties: { x: { type: integer } } }' },
    after: { response: '{ type: object, properties: { x: { type: [integer, "null"] } } }' },
    finds: ['breaking structural response-became-nullable 12:64 → 12:64: `x` may be null'],
    witnesses: ['{"x":null}'],
    helps: ['Send no null until 2.0.0.'],
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
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: [integer, "null"] } } } } } }',
    },
    finds: ['info structural request-became-nullable 16:111 → 16:111: `x` may be null'],
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
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: [integer, "null"] } } } } } }',
    },
    finds: ['breaking structural response-became-nullable 15:111 → 15:111: `x` may be null'],
    witnesses: ['[{"line":{"x":null}}]'],
  },
  {
    title: 'leaves other types to another rule',
    before: { response: '{ type: integer }' },
    after: { response: '{ type: [integer, string, "null"] }' },
    finds: [],
  },
  {
    title: 'understands a choice with null',
    before: { response: '{ type: object, properties: { x: { type: string, maxLength: 9 } } }' },
    after: {
      response: '{ type: object, properties: { x: { anyOf: [{ type: string, maxLength: 9 }, { type: "null" }] } } }',
    },
    finds: ['breaking structural response-became-nullable 12:64 → 12:56: `x` may be null'],
    witnesses: ['{"x":null}'],
  },
  {
    title: 'understands a choice of a reference and null, and lets callers send it',
    before: {
      request: '{ type: object, properties: { x: { $ref: "#/components/schemas/Line" } } }',
      schemas: 'Line: { type: object, properties: { a: { type: string } } }',
    },
    after: {
      request:
        '{ type: object, properties: { x: { oneOf: [{ type: "null" }, { $ref: "#/components/schemas/Line" }] } } }',
      schemas: 'Line: { type: object, properties: { a: { type: string } } }',
    },
    finds: ['info structural request-became-nullable 11:54 → 11:54: `x` may be null'],
  },
]
