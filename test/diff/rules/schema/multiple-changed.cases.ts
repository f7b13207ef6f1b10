import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what is sent to the API',
    before: { request: '{ type: object, properties: { x: { type: number, multipleOf: 2 } } }' },
    after: { request: '{ type: object, properties: { x: { type: number, multipleOf: 4 } } }' },
    finds: ['breaking structural request-multiple-changed 11:82 → 11:82: `multipleOf` of `x` went from `2` to `4`'],
    witnesses: ['{"x":2}'],
    helps: ['Go on accepting the old multiples until 2.0.0.'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { x: { type: number, multipleOf: 2 } } }' },
    after: { response: '{ type: object, properties: { x: { type: number, multipleOf: 4 } } }' },
    finds: ['info structural response-multiple-changed 12:84 → 12:84: `multipleOf` of `x` went from `2` to `4`'],
    helps: [undefined],
  },
  {
    title: 'leaves what is sent to the API as it was understood',
    before: { request: '{ type: object, properties: { x: { type: number, multipleOf: 0.1 } } }' },
    after: { request: '{ type: object, properties: { x: { type: number, multipleOf: 0.05 } } }' },
    finds: ['info structural request-multiple-changed 11:82 → 11:82: `multipleOf` of `x` went from `0.1` to `0.05`'],
    helps: [undefined],
  },
  {
    title: 'breaks what the API sends',
    before: { response: '{ type: object, properties: { x: { type: number, multipleOf: 0.1 } } }' },
    after: { response: '{ type: object, properties: { x: { type: number, multipleOf: 0.05 } } }' },
    finds: [
      'breaking structural response-multiple-changed 12:84 → 12:84: `multipleOf` of `x` went from `0.1` to `0.05`',
    ],
    witnesses: ['{"x":0.05}'],
    helps: ['Send only the old multiples until 2.0.0.'],
  },
  {
    title: 'breaks what is sent to the API: `multipleOf` of `x` went from none to `0.01`',
    before: { request: '{ type: object, properties: { x: { type: number } } }' },
    after: { request: '{ type: object, properties: { x: { type: number, multipleOf: 0.01 } } }' },
    finds: ['breaking structural request-multiple-changed 11:54 → 11:82: `multipleOf` of `x` went from none to `0.01`'],
    witnesses: ['{"x":0.001}'],
  },
  {
    title: 'leaves what the API sends as it was understood: `multipleOf` of `x` went from none to `0.01`',
    before: { response: '{ type: object, properties: { x: { type: number } } }' },
    after: { response: '{ type: object, properties: { x: { type: number, multipleOf: 0.01 } } }' },
    finds: ['info structural response-multiple-changed 12:56 → 12:84: `multipleOf` of `x` went from none to `0.01`'],
  },
  {
    title: 'leaves what is sent to the API as it was understood: `multipleOf` of `x` went from `0.01` to none',
    before: { request: '{ type: object, properties: { x: { type: number, multipleOf: 0.01 } } }' },
    after: { request: '{ type: object, properties: { x: { type: number } } }' },
    finds: ['info structural request-multiple-changed 11:82 → 11:54: `multipleOf` of `x` went from `0.01` to none'],
  },
  {
    title: 'breaks what the API sends: `multipleOf` of `x` went from `0.01` to none',
    before: { response: '{ type: object, properties: { x: { type: number, multipleOf: 0.01 } } }' },
    after: { response: '{ type: object, properties: { x: { type: number } } }' },
    finds: [
      'breaking structural response-multiple-changed 12:84 → 12:56: `multipleOf` of `x` went from `0.01` to none',
    ],
    witnesses: ['{"x":0.001}'],
  },
  {
    title: 'breaks what is sent to the API, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: number, multipleOf: 2 } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: number, multipleOf: 4 } } } } } }',
    },
    finds: ['breaking structural request-multiple-changed 16:131 → 16:131: `multipleOf` of `x` went from `2` to `4`'],
    witnesses: ['[{"line":{"x":2}}]'],
  },
  {
    title: 'leaves what the API sends as it was understood, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: number, multipleOf: 2 } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: number, multipleOf: 4 } } } } } }',
    },
    finds: ['info structural response-multiple-changed 15:131 → 15:131: `multipleOf` of `x` went from `2` to `4`'],
  },
  {
    title: 'is silent where a multiple is whole anyway',
    before: { request: '{ type: integer }' },
    after: { request: '{ type: integer, multipleOf: 1 }' },
    finds: [
      'info structural request-multiple-changed 11:21 → 11:50: `multipleOf` of the request body went from none to `1`',
    ],
  },
]
