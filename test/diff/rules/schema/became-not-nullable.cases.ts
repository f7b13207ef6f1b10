import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what is sent to the API',
    before: { request: '{ type: object, properties: { x: { type: [integer, "null"] } } }' },
    after: { request: '{ type: object, properties: { x: { type: integer } } }' },
    finds: ['breaking structural request-became-not-nullable 11:62 → 11:62: `x` may no longer be null'],
    witnesses: ['{"x":null}'],
    helps: ['Go on accepting null until 2.0.0.'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { x: { type: [integer, "null"] } } }' },
    after: { response: '{ type: object, properties: { x: { type: integer } } }' },
    finds: ['info structural response-became-not-nullable 12:64 → 12:64: `x` may no longer be null'],
    helps: [undefined],
  },
  {
    title: 'breaks what is sent to the API, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: [integer, "null"] } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: integer } } } } } }',
    },
    finds: ['breaking structural request-became-not-nullable 16:111 → 16:111: `x` may no longer be null'],
    witnesses: ['[{"line":{"x":null}}]'],
  },
  {
    title: 'leaves what the API sends as it was understood, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: [integer, "null"] } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: integer } } } } } }',
    },
    finds: ['info structural response-became-not-nullable 15:111 → 15:111: `x` may no longer be null'],
  },
  {
    title: 'leaves other types to another rule',
    before: { request: '{ type: [integer, string, "null"] }' },
    after: { request: '{ type: integer }' },
    finds: [],
  },
  {
    title: 'understands a choice with null',
    before: {
      request:
        '{ type: object, properties: { x: { anyOf: [{ type: string, maxLength: 9 }, { type: "null" }], description: A word. } } }',
    },
    after: { request: '{ type: object, properties: { x: { type: string, maxLength: 9 } } }' },
    finds: ['breaking structural request-became-not-nullable 11:54 → 11:62: `x` may no longer be null'],
    witnesses: ['{"x":null}'],
  },
]
