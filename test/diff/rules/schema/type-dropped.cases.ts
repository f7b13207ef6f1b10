import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'leaves what is sent to the API as it was understood',
    before: { request: '{ type: object, properties: { x: { type: integer } } }' },
    after: { request: '{ type: object, properties: { x: { description: Any. } } }' },
    finds: ['info structural request-type-dropped 11:62 → 11:54: `x` no longer has to be integer'],
    helps: [undefined],
  },
  {
    title: 'breaks what the API sends',
    before: { response: '{ type: object, properties: { x: { type: integer } } }' },
    after: { response: '{ type: object, properties: { x: { description: Any. } } }' },
    finds: ['breaking structural response-type-dropped 12:64 → 12:56: `x` no longer has to be integer'],
    witnesses: ['{"x":null}'],
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
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { description: Any. } } } } } }',
    },
    finds: ['info structural request-type-dropped 16:111 → 16:103: `x` no longer has to be integer'],
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
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { description: Any. } } } } } }',
    },
    finds: ['breaking structural response-type-dropped 15:111 → 15:103: `x` no longer has to be integer'],
    witnesses: ['[{"line":{"x":null}}]'],
  },
  {
    title: 'leaves to null what is only that',
    before: { response: '{ type: object, properties: { x: { type: string } } }' },
    after: { response: '{ type: object, properties: { x: { anyOf: [{ type: string }, { type: "null" }] } } }' },
    finds: [],
  },
]
