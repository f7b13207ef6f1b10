import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'leaves what is sent to the API as it was understood',
    before: { request: '{ type: object, properties: { x: { type: array, minItems: 2 } } }' },
    after: { request: '{ type: object, properties: { x: { type: array } } }' },
    finds: [
      'info structural request-item-count-widened 11:79 → 11:54: `x` is limited less: `minItems` went from 2 to none',
    ],
    helps: [undefined],
  },
  {
    title: 'breaks what the API sends',
    before: { response: '{ type: object, properties: { x: { type: array, minItems: 2 } } }' },
    after: { response: '{ type: object, properties: { x: { type: array } } }' },
    finds: [
      'breaking structural response-item-count-widened 12:81 → 12:56: `x` is limited less: `minItems` went from 2 to none',
    ],
    witnesses: ['{"x":[]}'],
    helps: ['Send only what was allowed before until 2.0.0.'],
  },
  {
    title: 'leaves what is sent to the API as it was understood: `x` is limited less: `minItems` went from 3 to 2',
    before: { request: '{ type: object, properties: { x: { type: array, minItems: 3 } } }' },
    after: { request: '{ type: object, properties: { x: { type: array, minItems: 2 } } }' },
    finds: [
      'info structural request-item-count-widened 11:79 → 11:79: `x` is limited less: `minItems` went from 3 to 2',
    ],
  },
  {
    title: 'breaks what the API sends: `x` is limited less: `minItems` went from 3 to 2',
    before: { response: '{ type: object, properties: { x: { type: array, minItems: 3 } } }' },
    after: { response: '{ type: object, properties: { x: { type: array, minItems: 2 } } }' },
    finds: [
      'breaking structural response-item-count-widened 12:81 → 12:81: `x` is limited less: `minItems` went from 3 to 2',
    ],
    witnesses: ['{"x":[null,null]}'],
  },
  {
    title: 'leaves what is sent to the API as it was understood: `x` is limited less: `maxItems` went from 5 to none',
    before: { request: '{ type: object, properties: { x: { type: array, maxItems: 5 } } }' },
    after: { request: '{ type: object, properties: { x: { type: array } } }' },
    finds: [
      'info structural request-item-count-widened 11:79 → 11:54: `x` is limited less: `maxItems` went from 5 to none',
    ],
  },
  {
    title: 'breaks what the API sends: `x` is limited less: `maxItems` went from 5 to none',
    before: { response: '{ type: object, properties: { x: { type: array, maxItems: 5 } } }' },
    after: { response: '{ type: object, properties: { x: { type: array } } }' },
    finds: [
      'breaking structural response-item-count-widened 12:81 → 12:56: `x` is limited less: `maxItems` went from 5 to none',
    ],
    witnesses: ['{"x":[null,null,null,null,null,null]}'],
  },
  {
    title: 'leaves what is sent to the API as it was understood: `x` is limited less: `maxItems` went from 4 to 5',
    before: { request: '{ type: object, properties: { x: { type: array, maxItems: 4 } } }' },
    after: { request: '{ type: object, properties: { x: { type: array, maxItems: 5 } } }' },
    finds: [
      'info structural request-item-count-widened 11:79 → 11:79: `x` is limited less: `maxItems` went from 4 to 5',
    ],
  },
  {
    title: 'breaks what the API sends: `x` is limited less: `maxItems` went from 4 to 5',
    before: { response: '{ type: object, properties: { x: { type: array, maxItems: 4 } } }' },
    after: { response: '{ type: object, properties: { x: { type: array, maxItems: 5 } } }' },
    finds: [
      'breaking structural response-item-count-widened 12:81 → 12:81: `x` is limited less: `maxItems` went from 4 to 5',
    ],
    witnesses: ['{"x":[null,null,null,null,null]}'],
  },
  {
    title: 'leaves what is sent to the API as it was understood, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: array, minItems: 2 } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: array } } } } } }',
    },
    finds: [
      'info structural request-item-count-widened 16:128 → 16:103: `x` is limited less: `minItems` went from 2 to none',
    ],
  },
  {
    title: 'breaks what the API sends, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: array, minItems: 2 } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: array } } } } } }',
    },
    finds: [
      'breaking structural response-item-count-widened 15:128 → 15:103: `x` is limited less: `minItems` went from 2 to none',
    ],
    witnesses: ['[{"line":{"x":[]}}]'],
  },
]
