import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what is sent to the API',
    before: { request: '{ type: object, properties: { x: { type: array } } }' },
    after: { request: '{ type: object, properties: { x: { type: array, minItems: 2 } } }' },
    finds: [
      'breaking structural request-item-count-narrowed 11:54 → 11:79: `x` is limited further: `minItems` went from none to 2',
    ],
    witnesses: ['{"x":[]}'],
    helps: ['Keep the wider limit until 2.0.0, or accept and adapt what is outside of it.'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { x: { type: array } } }' },
    after: { response: '{ type: object, properties: { x: { type: array, minItems: 2 } } }' },
    finds: [
      'info structural response-item-count-narrowed 12:56 → 12:81: `x` is limited further: `minItems` went from none to 2',
    ],
    helps: [undefined],
  },
  {
    title: 'breaks what is sent to the API: `x` is limited further: `minItems` went from 2 to 3',
    before: { request: '{ type: object, properties: { x: { type: array, minItems: 2 } } }' },
    after: { request: '{ type: object, properties: { x: { type: array, minItems: 3 } } }' },
    finds: [
      'breaking structural request-item-count-narrowed 11:79 → 11:79: `x` is limited further: `minItems` went from 2 to 3',
    ],
    witnesses: ['{"x":[null,null]}'],
  },
  {
    title: 'leaves what the API sends as it was understood: `x` is limited further: `minItems` went from 2 to 3',
    before: { response: '{ type: object, properties: { x: { type: array, minItems: 2 } } }' },
    after: { response: '{ type: object, properties: { x: { type: array, minItems: 3 } } }' },
    finds: [
      'info structural response-item-count-narrowed 12:81 → 12:81: `x` is limited further: `minItems` went from 2 to 3',
    ],
  },
  {
    title: 'breaks what is sent to the API: `x` is limited further: `maxItems` went from none to 5',
    before: { request: '{ type: object, properties: { x: { type: array } } }' },
    after: { request: '{ type: object, properties: { x: { type: array, maxItems: 5 } } }' },
    finds: [
      'breaking structural request-item-count-narrowed 11:54 → 11:79: `x` is limited further: `maxItems` went from none to 5',
    ],
    witnesses: ['{"x":[null,null,null,null,null,null]}'],
  },
  {
    title: 'leaves what the API sends as it was understood: `x` is limited further: `maxItems` went from none to 5',
    before: { response: '{ type: object, properties: { x: { type: array } } }' },
    after: { response: '{ type: object, properties: { x: { type: array, maxItems: 5 } } }' },
    finds: [
      'info structural response-item-count-narrowed 12:56 → 12:81: `x` is limited further: `maxItems` went from none to 5',
    ],
  },
  {
    title: 'breaks what is sent to the API: `x` is limited further: `maxItems` went from 5 to 4',
    before: { request: '{ type: object, properties: { x: { type: array, maxItems: 5 } } }' },
    after: { request: '{ type: object, properties: { x: { type: array, maxItems: 4 } } }' },
    finds: [
      'breaking structural request-item-count-narrowed 11:79 → 11:79: `x` is limited further: `maxItems` went from 5 to 4',
    ],
    witnesses: ['{"x":[null,null,null,null,null]}'],
  },
  {
    title: 'leaves what the API sends as it was understood: `x` is limited further: `maxItems` went from 5 to 4',
    before: { response: '{ type: object, properties: { x: { type: array, maxItems: 5 } } }' },
    after: { response: '{ type: object, properties: { x: { type: array, maxItems: 4 } } }' },
    finds: [
      'info structural response-item-count-narrowed 12:81 → 12:81: `x` is limited further: `maxItems` went from 5 to 4',
    ],
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
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: array, minItems: 2 } } } } } }',
    },
    finds: [
      'breaking structural request-item-count-narrowed 16:103 → 16:128: `x` is limited further: `minItems` went from none to 2',
    ],
    witnesses: ['[{"line":{"x":[]}}]'],
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
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: array, minItems: 2 } } } } } }',
    },
    finds: [
      'info structural response-item-count-narrowed 15:103 → 15:128: `x` is limited further: `minItems` went from none to 2',
    ],
  },
]
