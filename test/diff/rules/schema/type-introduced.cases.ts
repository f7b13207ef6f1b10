import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what is sent to the API',
    before: { request: '{ type: object, properties: { x: { description: Any. } } }' },
    after: { request: '{ type: object, properties: { x: { type: integer } } }' },
    finds: ['breaking structural request-type-introduced 11:54 → 11:62: `x` must be integer, where no type was named'],
    witnesses: ['{"x":null}'],
    helps: ['Go on accepting every type until 2.0.0.'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { x: { description: Any. } } }' },
    after: { response: '{ type: object, properties: { x: { type: integer } } }' },
    finds: ['info structural response-type-introduced 12:56 → 12:64: `x` must be integer, where no type was named'],
    helps: [undefined],
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
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: integer } } } } } }',
    },
    finds: [
      'breaking structural request-type-introduced 16:103 → 16:111: `x` must be integer, where no type was named',
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
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: integer } } } } } }',
    },
    finds: ['info structural response-type-introduced 15:103 → 15:111: `x` must be integer, where no type was named'],
  },
]
