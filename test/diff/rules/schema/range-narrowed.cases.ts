import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what is sent to the API',
    before: { request: '{ type: object, properties: { x: { type: number } } }' },
    after: { request: '{ type: object, properties: { x: { type: number, minimum: 2 } } }' },
    finds: [
      'breaking structural request-range-narrowed 11:54 → 11:79: `x` is limited further: `minimum` went from none to 2',
    ],
    witnesses: ['{"x":0}'],
    helps: ['Keep the wider limit until 2.0.0, or accept and adapt what is outside of it.'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { x: { type: number } } }' },
    after: { response: '{ type: object, properties: { x: { type: number, minimum: 2 } } }' },
    finds: [
      'info structural response-range-narrowed 12:56 → 12:81: `x` is limited further: `minimum` went from none to 2',
    ],
    helps: [undefined],
  },
  {
    title: 'breaks what is sent to the API: `x` is limited further: `minimum` went from 2 to 3',
    before: { request: '{ type: object, properties: { x: { type: number, minimum: 2 } } }' },
    after: { request: '{ type: object, properties: { x: { type: number, minimum: 3 } } }' },
    finds: [
      'breaking structural request-range-narrowed 11:79 → 11:79: `x` is limited further: `minimum` went from 2 to 3',
    ],
    witnesses: ['{"x":2}'],
  },
  {
    title: 'leaves what the API sends as it was understood: `x` is limited further: `minimum` went from 2 to 3',
    before: { response: '{ type: object, properties: { x: { type: number, minimum: 2 } } }' },
    after: { response: '{ type: object, properties: { x: { type: number, minimum: 3 } } }' },
    finds: [
      'info structural response-range-narrowed 12:81 → 12:81: `x` is limited further: `minimum` went from 2 to 3',
    ],
  },
  {
    title: 'breaks what is sent to the API: `x` is limited further: `maximum` went from none to 5',
    before: { request: '{ type: object, properties: { x: { type: number } } }' },
    after: { request: '{ type: object, properties: { x: { type: number, maximum: 5 } } }' },
    finds: [
      'breaking structural request-range-narrowed 11:54 → 11:79: `x` is limited further: `maximum` went from none to 5',
    ],
    witnesses: ['{"x":6}'],
  },
  {
    title: 'leaves what the API sends as it was understood: `x` is limited further: `maximum` went from none to 5',
    before: { response: '{ type: object, properties: { x: { type: number } } }' },
    after: { response: '{ type: object, properties: { x: { type: number, maximum: 5 } } }' },
    finds: [
      'info structural response-range-narrowed 12:56 → 12:81: `x` is limited further: `maximum` went from none to 5',
    ],
  },
  {
    title: 'breaks what is sent to the API: `x` is limited further: `maximum` went from 5 to 4',
    before: { request: '{ type: object, properties: { x: { type: number, maximum: 5 } } }' },
    after: { request: '{ type: object, properties: { x: { type: number, maximum: 4 } } }' },
    finds: [
      'breaking structural request-range-narrowed 11:79 → 11:79: `x` is limited further: `maximum` went from 5 to 4',
    ],
    witnesses: ['{"x":5}'],
  },
  {
    title: 'leaves what the API sends as it was understood: `x` is limited further: `maximum` went from 5 to 4',
    before: { response: '{ type: object, properties: { x: { type: number, maximum: 5 } } }' },
    after: { response: '{ type: object, properties: { x: { type: number, maximum: 4 } } }' },
    finds: [
      'info structural response-range-narrowed 12:81 → 12:81: `x` is limited further: `maximum` went from 5 to 4',
    ],
  },
  {
    title: 'breaks what is sent to the API: `x` is limited further: `exclusiveMinimum` went from none to 2',
    before: { request: '{ type: object, properties: { x: { type: number } } }' },
    after: { request: '{ type: object, properties: { x: { type: number, exclusiveMinimum: 2 } } }' },
    finds: [
      'breaking structural request-range-narrowed 11:54 → 11:88: `x` is limited further: `exclusiveMinimum` went from none to 2',
    ],
    witnesses: ['{"x":0}'],
  },
  {
    title:
      'leaves what the API sends as it was understood: `x` is limited further: `exclusiveMinimum` went from none to 2',
    before: { response: '{ type: object, properties: { x: { type: number } } }' },
    after: { response: '{ type: object, properties: { x: { type: number, exclusiveMinimum: 2 } } }' },
    finds: [
      'info structural response-range-narrowed 12:56 → 12:90: `x` is limited further: `exclusiveMinimum` went from none to 2',
    ],
  },
  {
    title: 'breaks what is sent to the API: `x` is limited further: `exclusiveMinimum` went from 2 to 3',
    before: { request: '{ type: object, properties: { x: { type: number, exclusiveMinimum: 2 } } }' },
    after: { request: '{ type: object, properties: { x: { type: number, exclusiveMinimum: 3 } } }' },
    finds: [
      'breaking structural request-range-narrowed 11:88 → 11:88: `x` is limited further: `exclusiveMinimum` went from 2 to 3',
    ],
    witnesses: ['{"x":3}'],
  },
  {
    title:
      'leaves what the API sends as it was understood: `x` is limited further: `exclusiveMinimum` went from 2 to 3',
    before: { response: '{ type: object, properties: { x: { type: number, exclusiveMinimum: 2 } } }' },
    after: { response: '{ type: object, properties: { x: { type: number, exclusiveMinimum: 3 } } }' },
    finds: [
      'info structural response-range-narrowed 12:90 → 12:90: `x` is limited further: `exclusiveMinimum` went from 2 to 3',
    ],
  },
  {
    title: 'breaks what is sent to the API: `x` is limited further: `exclusiveMaximum` went from none to 5',
    before: { request: '{ type: object, properties: { x: { type: number } } }' },
    after: { request: '{ type: object, properties: { x: { type: number, exclusiveMaximum: 5 } } }' },
    finds: [
      'breaking structural request-range-narrowed 11:54 → 11:88: `x` is limited further: `exclusiveMaximum` went from none to 5',
    ],
    witnesses: ['{"x":5}'],
  },
  {
    title:
      'leaves what the API sends as it was understood: `x` is limited further: `exclusiveMaximum` went from none to 5',
    before: { response: '{ type: object, properties: { x: { type: number } } }' },
    after: { response: '{ type: object, properties: { x: { type: number, exclusiveMaximum: 5 } } }' },
    finds: [
      'info structural response-range-narrowed 12:56 → 12:90: `x` is limited further: `exclusiveMaximum` went from none to 5',
    ],
  },
  {
    title: 'breaks what is sent to the API: `x` is limited further: `exclusiveMaximum` went from 5 to 4',
    before: { request: '{ type: object, properties: { x: { type: number, exclusiveMaximum: 5 } } }' },
    after: { request: '{ type: object, properties: { x: { type: number, exclusiveMaximum: 4 } } }' },
    finds: [
      'breaking structural request-range-narrowed 11:88 → 11:88: `x` is limited further: `exclusiveMaximum` went from 5 to 4',
    ],
    witnesses: ['{"x":4}'],
  },
  {
    title:
      'leaves what the API sends as it was understood: `x` is limited further: `exclusiveMaximum` went from 5 to 4',
    before: { response: '{ type: object, properties: { x: { type: number, exclusiveMaximum: 5 } } }' },
    after: { response: '{ type: object, properties: { x: { type: number, exclusiveMaximum: 4 } } }' },
    finds: [
      'info structural response-range-narrowed 12:90 → 12:90: `x` is limited further: `exclusiveMaximum` went from 5 to 4',
    ],
  },
  {
    title: 'breaks what is sent to the API, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: number } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: number, minimum: 2 } } } } } }',
    },
    finds: [
      'breaking structural request-range-narrowed 16:103 → 16:128: `x` is limited further: `minimum` went from none to 2',
    ],
    witnesses: ['[{"line":{"x":0}}]'],
  },
  {
    title: 'leaves what the API sends as it was understood, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: number } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: number, minimum: 2 } } } } } }',
    },
    finds: [
      'info structural response-range-narrowed 15:103 → 15:128: `x` is limited further: `minimum` went from none to 2',
    ],
  },
]
