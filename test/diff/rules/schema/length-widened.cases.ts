import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'leaves what is sent to the API as it was understood',
    before: { request: '{ type: object, properties: { x: { type: string, minLength: 2 } } }' },
    after: { request: '{ type: object, properties: { x: { type: string } } }' },
    finds: [
      'info structural request-length-widened 11:81 → 11:54: `x` is limited less: `minLength` went from 2 to none',
    ],
    helps: [undefined],
  },
  {
    title: 'breaks what the API sends',
    before: { response: '{ type: object, properties: { x: { type: string, minLength: 2 } } }' },
    after: { response: '{ type: object, properties: { x: { type: string } } }' },
    finds: [
      'breaking structural response-length-widened 12:83 → 12:56: `x` is limited less: `minLength` went from 2 to none',
    ],
    witnesses: ['{"x":""}'],
    helps: ['Send only what was allowed before until 2.0.0.'],
  },
  {
    title: 'leaves what is sent to the API as it was understood: `x` is limited less: `minLength` went from 3 to 2',
    before: { request: '{ type: object, properties: { x: { type: string, minLength: 3 } } }' },
    after: { request: '{ type: object, properties: { x: { type: string, minLength: 2 } } }' },
    finds: ['info structural request-length-widened 11:81 → 11:81: `x` is limited less: `minLength` went from 3 to 2'],
  },
  {
    title: 'breaks what the API sends: `x` is limited less: `minLength` went from 3 to 2',
    before: { response: '{ type: object, properties: { x: { type: string, minLength: 3 } } }' },
    after: { response: '{ type: object, properties: { x: { type: string, minLength: 2 } } }' },
    finds: [
      'breaking structural response-length-widened 12:83 → 12:83: `x` is limited less: `minLength` went from 3 to 2',
    ],
    witnesses: ['{"x":"aa"}'],
  },
  {
    title: 'leaves what is sent to the API as it was understood: `x` is limited less: `maxLength` went from 5 to none',
    before: { request: '{ type: object, properties: { x: { type: string, maxLength: 5 } } }' },
    after: { request: '{ type: object, properties: { x: { type: string } } }' },
    finds: [
      'info structural request-length-widened 11:81 → 11:54: `x` is limited less: `maxLength` went from 5 to none',
    ],
  },
  {
    title: 'breaks what the API sends: `x` is limited less: `maxLength` went from 5 to none',
    before: { response: '{ type: object, properties: { x: { type: string, maxLength: 5 } } }' },
    after: { response: '{ type: object, properties: { x: { type: string } } }' },
    finds: [
      'breaking structural response-length-widened 12:83 → 12:56: `x` is limited less: `maxLength` went from 5 to none',
    ],
    witnesses: ['{"x":"aaaaaa"}'],
  },
  {
    title: 'leaves what is sent to the API as it was understood: `x` is limited less: `maxLength` went from 4 to 5',
    before: { request: '{ type: object, properties: { x: { type: string, maxLength: 4 } } }' },
    after: { request: '{ type: object, properties: { x: { type: string, maxLength: 5 } } }' },
    finds: ['info structural request-length-widened 11:81 → 11:81: `x` is limited less: `maxLength` went from 4 to 5'],
  },
  {
    title: 'breaks what the API sends: `x` is limited less: `maxLength` went from 4 to 5',
    before: { response: '{ type: object, properties: { x: { type: string, maxLength: 4 } } }' },
    after: { response: '{ type: object, properties: { x: { type: string, maxLength: 5 } } }' },
    finds: [
      'breaking structural response-length-widened 12:83 → 12:83: `x` is limited less: `maxLength` went from 4 to 5',
    ],
    witnesses: ['{"x":"aaaaa"}'],
  },
  {
    title: 'leaves what is sent to the API as it was understood, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, minLength: 2 } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string } } } } } }',
    },
    finds: [
      'info structural request-length-widened 16:130 → 16:103: `x` is limited less: `minLength` went from 2 to none',
    ],
  },
  {
    title: 'breaks what the API sends, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, minLength: 2 } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string } } } } } }',
    },
    finds: [
      'breaking structural response-length-widened 15:130 → 15:103: `x` is limited less: `minLength` went from 2 to none',
    ],
    witnesses: ['[{"line":{"x":""}}]'],
  },
]
