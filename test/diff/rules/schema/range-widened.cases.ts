import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'leaves what is sent to the API as it was understood',
    before: { request: '{ type: object, properties: { x: { type: number, minimum: 2 } } }' },
    after: { request: '{ type: object, properties: { x: { type: number } } }' },
    finds: ['info structural request-range-widened 11:79 → 11:54: `x` is limited less: `minimum` went from 2 to none'],
    helps: [undefined],
  },
  {
    title: 'breaks what the API sends',
    before: { response: '{ type: object, properties: { x: { type: number, minimum: 2 } } }' },
    after: { response: '{ type: object, properties: { x: { type: number } } }' },
    finds: [
      'breaking structural response-range-widened 12:81 → 12:56: `x` is limited less: `minimum` went from 2 to none',
    ],
    witnesses: ['{"x":0}'],
    helps: ['Send only what was allowed before until 2.0.0.'],
  },
  {
    title: 'leaves what is sent to the API as it was understood: `x` is limited less: `minimum` went from 3 to 2',
    before: { request: '{ type: object, properties: { x: { type: number, minimum: 3 } } }' },
    after: { request: '{ type: object, properties: { x: { type: number, minimum: 2 } } }' },
    finds: ['info structural request-range-widened 11:79 → 11:79: `x` is limited less: `minimum` went from 3 to 2'],
  },
  {
    title: 'breaks what the API sends: `x` is limited less: `minimum` went from 3 to 2',
    before: { response: '{ type: object, properties: { x: { type: number, minimum: 3 } } }' },
    after: { response: '{ type: object, properties: { x: { type: number, minimum: 2 } } }' },
    finds: [
      'breaking structural response-range-widened 12:81 → 12:81: `x` is limited less: `minimum` went from 3 to 2',
    ],
    witnesses: ['{"x":2}'],
  },
  {
    title: 'leaves what is sent to the API as it was understood: `x` is limited less: `maximum` went from 5 to none',
    before: { request: '{ type: object, properties: { x: { type: number, maximum: 5 } } }' },
    after: { request: '{ type: object, properties: { x: { type: number } } }' },
    finds: ['info structural request-range-widened 11:79 → 11:54: `x` is limited less: `maximum` went from 5 to none'],
  },
  {
    title: 'breaks what the API sends: `x` is limited less: `maximum` went from 5 to none',
    before: { response: '{ type: object, properties: { x: { type: number, maximum: 5 } } }' },
    after: { response: '{ type: object, properties: { x: { type: number } } }' },
    finds: [
      'breaking structural response-range-widened 12:81 → 12:56: `x` is limited less: `maximum` went from 5 to none',
    ],
    witnesses: ['{"x":6}'],
  },
  {
    title: 'leaves what is sent to the API as it was understood: `x` is limited less: `maximum` went from 4 to 5',
    before: { request: '{ type: object, properties: { x: { type: number, maximum: 4 } } }' },
    after: { request: '{ type: object, properties: { x: { type: number, maximum: 5 } } }' },
    finds: ['info structural request-range-widened 11:79 → 11:79: `x` is limited less: `maximum` went from 4 to 5'],
  },
  {
    title: 'breaks what the API sends: `x` is limited less: `maximum` went from 4 to 5',
    before: { response: '{ type: object, properties: { x: { type: number, maximum: 4 } } }' },
    after: { response: '{ type: object, properties: { x: { type: number, maximum: 5 } } }' },
    finds: [
      'breaking structural response-range-widened 12:81 → 12:81: `x` is limited less: `maximum` went from 4 to 5',
    ],
    witnesses: ['{"x":5}'],
  },
  {
    title:
      'leaves what is sent to the API as it was understood: `x` is limited less: `exclusiveMinimum` went from 2 to none',
    before: { request: '{ type: object, properties: { x: { type: number, exclusiveMinimum: 2 } } }' },
    after: { request: '{ type: object, properties: { x: { type: number } } }' },
    finds: [
      'info structural request-range-widened 11:88 → 11:54: `x` is limited less: `exclusiveMinimum` went from 2 to none',
    ],
  },
  {
    title: 'breaks what the API sends: `x` is limited less: `exclusiveMinimum` went from 2 to none',
    before: { response: '{ type: object, properties: { x: { type: number, exclusiveMinimum: 2 } } }' },
    after: { response: '{ type: object, properties: { x: { type: number } } }' },
    finds: [
      'breaking structural response-range-widened 12:90 → 12:56: `x` is limited less: `exclusiveMinimum` went from 2 to none',
    ],
    witnesses: ['{"x":0}'],
  },
  {
    title:
      'leaves what is sent to the API as it was understood: `x` is limited less: `exclusiveMinimum` went from 3 to 2',
    before: { request: '{ type: object, properties: { x: { type: number, exclusiveMinimum: 3 } } }' },
    after: { request: '{ type: object, properties: { x: { type: number, exclusiveMinimum: 2 } } }' },
    finds: [
      'info structural request-range-widened 11:88 → 11:88: `x` is limited less: `exclusiveMinimum` went from 3 to 2',
    ],
  },
  {
    title: 'breaks what the API sends: `x` is limited less: `exclusiveMinimum` went from 3 to 2',
    before: { response: '{ type: object, properties: { x: { type: number, exclusiveMinimum: 3 } } }' },
    after: { response: '{ type: object, properties: { x: { type: number, exclusiveMinimum: 2 } } }' },
    finds: [
      'breaking structural response-range-widened 12:90 → 12:90: `x` is limited less: `exclusiveMinimum` went from 3 to 2',
    ],
    witnesses: ['{"x":3}'],
  },
  {
    title:
      'leaves what is sent to the API as it was understood: `x` is limited less: `exclusiveMaximum` went from 5 to none',
    before: { request: '{ type: object, properties: { x: { type: number, exclusiveMaximum: 5 } } }' },
    after: { request: '{ type: object, properties: { x: { type: number } } }' },
    finds: [
      'info structural request-range-widened 11:88 → 11:54: `x` is limited less: `exclusiveMaximum` went from 5 to none',
    ],
  },
  {
    title: 'breaks what the API sends: `x` is limited less: `exclusiveMaximum` went from 5 to none',
    before: { response: '{ type: object, properties: { x: { type: number, exclusiveMaximum: 5 } } }' },
    after: { response: '{ type: object, properties: { x: { type: number } } }' },
    finds: [
      'breaking structural response-range-widened 12:90 → 12:56: `x` is limited less: `exclusiveMaximum` went from 5 to none',
    ],
    witnesses: ['{"x":5}'],
  },
  {
    title:
      'leaves what is sent to the API as it was understood: `x` is limited less: `exclusiveMaximum` went from 4 to 5',
    before: { request: '{ type: object, properties: { x: { type: number, exclusiveMaximum: 4 } } }' },
    after: { request: '{ type: object, properties: { x: { type: number, exclusiveMaximum: 5 } } }' },
    finds: [
      'info structural request-range-widened 11:88 → 11:88: `x` is limited less: `exclusiveMaximum` went from 4 to 5',
    ],
  },
  {
    title: 'breaks what the API sends: `x` is limited less: `exclusiveMaximum` went from 4 to 5',
    before: { response: '{ type: object, properties: { x: { type: number, exclusiveMaximum: 4 } } }' },
    after: { response: '{ type: object, properties: { x: { type: number, exclusiveMaximum: 5 } } }' },
    finds: [
      'breaking structural response-range-widened 12:90 → 12:90: `x` is limited less: `exclusiveMaximum` went from 4 to 5',
    ],
    witnesses: ['{"x":4}'],
  },
  {
    title: 'leaves what is sent to the API as it was understood, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: number, minimum: 2 } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: number } } } } } }',
    },
    finds: [
      'info structural request-range-widened 16:128 → 16:103: `x` is limited less: `minimum` went from 2 to none',
    ],
  },
  {
    title: 'breaks what the API sends, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: number, minimum: 2 } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: number } } } } } }',
    },
    finds: [
      'breaking structural response-range-widened 15:128 → 15:103: `x` is limited less: `minimum` went from 2 to none',
    ],
    witnesses: ['[{"line":{"x":0}}]'],
  },
]
