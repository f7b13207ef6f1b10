import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'warns of what is sent to the API',
    before: { request: '{ type: object, properties: { x: { type: integer, default: 1 } } }' },
    after: { request: '{ type: object, properties: { x: { type: integer, default: 5 } } }' },
    finds: ['warning structural request-default-changed 11:80 → 11:80: the default of `x` went from `1` to `5`'],
    helps: ['Keep the old default until 2.0.0.'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { x: { type: integer, default: 1 } } }' },
    after: { response: '{ type: object, properties: { x: { type: integer, default: 5 } } }' },
    finds: ['info structural response-default-changed 12:82 → 12:82: the default of `x` went from `1` to `5`'],
    helps: [undefined],
  },
  {
    title: 'warns of what is sent to the API: the default of `x` went from none to `5`',
    before: { request: '{ type: object, properties: { x: { type: integer } } }' },
    after: { request: '{ type: object, properties: { x: { type: integer, default: 5 } } }' },
    finds: ['warning structural request-default-changed 11:54 → 11:80: the default of `x` went from none to `5`'],
  },
  {
    title: 'leaves what the API sends as it was understood: the default of `x` went from none to `5`',
    before: { response: '{ type: object, properties: { x: { type: integer } } }' },
    after: { response: '{ type: object, properties: { x: { type: integer, default: 5 } } }' },
    finds: ['info structural response-default-changed 12:56 → 12:82: the default of `x` went from none to `5`'],
  },
  {
    title: 'warns of what is sent to the API: the default of `x` went from `5` to none',
    before: { request: '{ type: object, properties: { x: { type: integer, default: 5 } } }' },
    after: { request: '{ type: object, properties: { x: { type: integer } } }' },
    finds: ['warning structural request-default-changed 11:80 → 11:54: the default of `x` went from `5` to none'],
  },
  {
    title: 'leaves what the API sends as it was understood: the default of `x` went from `5` to none',
    before: { response: '{ type: object, properties: { x: { type: integer, default: 5 } } }' },
    after: { response: '{ type: object, properties: { x: { type: integer } } }' },
    finds: ['info structural response-default-changed 12:82 → 12:56: the default of `x` went from `5` to none'],
  },
  {
    title: 'warns of what is sent to the API, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: integer, default: 1 } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: integer, default: 5 } } } } } }',
    },
    finds: ['warning structural request-default-changed 16:129 → 16:129: the default of `x` went from `1` to `5`'],
  },
  {
    title: 'leaves what the API sends as it was understood, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: integer, default: 1 } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: integer, default: 5 } } } } } }',
    },
    finds: ['info structural response-default-changed 15:129 → 15:129: the default of `x` went from `1` to `5`'],
  },
  {
    title: 'tells a text from a number',
    before: { request: '{ type: [integer, string], default: 1 }' },
    after: { request: '{ type: [integer, string], default: "1" }' },
    finds: [
      'warning structural request-default-changed 11:57 → 11:57: the default of the request body went from `1` to `"1"`',
    ],
  },
]
