import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what is sent to the API',
    before: { request: '{ type: object, properties: { x: { type: array } } }' },
    after: { request: '{ type: object, properties: { x: { type: array, uniqueItems: true } } }' },
    finds: ['breaking structural request-uniqueness-changed 11:54 → 11:82: the items of `x` must be unique'],
    witnesses: ['{"x":[null,null]}'],
    helps: ['Drop what occurs twice instead of refusing it until 2.0.0.'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { x: { type: array } } }' },
    after: { response: '{ type: object, properties: { x: { type: array, uniqueItems: true } } }' },
    finds: ['info structural response-uniqueness-changed 12:56 → 12:84: the items of `x` must be unique'],
    helps: [undefined],
  },
  {
    title: 'leaves what is sent to the API as it was understood',
    before: { request: '{ type: object, properties: { x: { type: array, uniqueItems: true } } }' },
    after: { request: '{ type: object, properties: { x: { type: array } } }' },
    finds: ['info structural request-uniqueness-changed 11:82 → 11:54: the items of `x` need not be unique any more'],
    helps: [undefined],
  },
  {
    title: 'breaks what the API sends',
    before: { response: '{ type: object, properties: { x: { type: array, uniqueItems: true } } }' },
    after: { response: '{ type: object, properties: { x: { type: array } } }' },
    finds: [
      'breaking structural response-uniqueness-changed 12:84 → 12:56: the items of `x` need not be unique any more',
    ],
    witnesses: ['{"x":[null,null]}'],
    helps: ['Send nothing twice until 2.0.0.'],
  },
  {
    title: 'breaks what is sent to the API, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: array } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: array, uniqueItems: true } } } } } }',
    },
    finds: ['breaking structural request-uniqueness-changed 16:103 → 16:131: the items of `x` must be unique'],
    witnesses: ['[{"line":{"x":[null,null]}}]'],
  },
  {
    title: 'leaves what the API sends as it was understood, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: array } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: array, uniqueItems: true } } } } } }',
    },
    finds: ['info structural response-uniqueness-changed 15:103 → 15:131: the items of `x` must be unique'],
  },
  {
    title: 'knows that one item is always unique',
    before: { request: '{ type: array, maxItems: 1 }' },
    after: { request: '{ type: array, maxItems: 1, uniqueItems: true }' },
    finds: ['info structural request-uniqueness-changed 11:21 → 11:62: the items of the request body must be unique'],
  },
]
