import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what is sent to the API',
    before: { request: '{ type: object, properties: { x: { type: string, format: uuid } } }' },
    after: { request: '{ type: object, properties: { x: { type: string, format: date } } }' },
    finds: ['breaking structural request-format-changed 11:78 → 11:78: the format of `x` went from `uuid` to `date`'],
    witnesses: ['{"x":"123e4567-e89b-42d3-a456-426614174000"}'],
    helps: ['Go on accepting what was accepted before until 2.0.0.'],
  },
  {
    title: 'breaks what the API sends',
    before: { response: '{ type: object, properties: { x: { type: string, format: uuid } } }' },
    after: { response: '{ type: object, properties: { x: { type: string, format: date } } }' },
    finds: ['breaking structural response-format-changed 12:80 → 12:80: the format of `x` went from `uuid` to `date`'],
    witnesses: ['{"x":"2024-01-31"}'],
    helps: ['Go on sending the old format until 2.0.0.'],
  },
  {
    title: 'breaks what is sent to the API: the format of `x` went from none to `uuid`',
    before: { request: '{ type: object, properties: { x: { type: string } } }' },
    after: { request: '{ type: object, properties: { x: { type: string, format: uuid } } }' },
    finds: ['breaking structural request-format-changed 11:54 → 11:78: the format of `x` went from none to `uuid`'],
    witnesses: ['{"x":""}'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { x: { type: string } } }' },
    after: { response: '{ type: object, properties: { x: { type: string, format: uuid } } }' },
    finds: ['info structural response-format-changed 12:56 → 12:80: the format of `x` went from none to `uuid`'],
    helps: [undefined],
  },
  {
    title: 'leaves what is sent to the API as it was understood',
    before: { request: '{ type: object, properties: { x: { type: string, format: uuid } } }' },
    after: { request: '{ type: object, properties: { x: { type: string } } }' },
    finds: ['info structural request-format-changed 11:78 → 11:54: the format of `x` went from `uuid` to none'],
    helps: [undefined],
  },
  {
    title: 'breaks what the API sends: the format of `x` went from `uuid` to none',
    before: { response: '{ type: object, properties: { x: { type: string, format: uuid } } }' },
    after: { response: '{ type: object, properties: { x: { type: string } } }' },
    finds: ['breaking structural response-format-changed 12:80 → 12:56: the format of `x` went from `uuid` to none'],
    witnesses: ['{"x":""}'],
  },
  {
    title: 'leaves what is sent to the API as it was understood: the format of `x` went from `int32` to `int64`',
    before: { request: '{ type: object, properties: { x: { type: integer, format: int32 } } }' },
    after: { request: '{ type: object, properties: { x: { type: integer, format: int64 } } }' },
    finds: ['info structural request-format-changed 11:79 → 11:79: the format of `x` went from `int32` to `int64`'],
  },
  {
    title: 'breaks what the API sends: the format of `x` went from `int32` to `int64`',
    before: { response: '{ type: object, properties: { x: { type: integer, format: int32 } } }' },
    after: { response: '{ type: object, properties: { x: { type: integer, format: int64 } } }' },
    finds: [
      'breaking structural response-format-changed 12:81 → 12:81: the format of `x` went from `int32` to `int64`',
    ],
    witnesses: ['{"x":2147483648}'],
  },
  {
    title: 'breaks what is sent to the API, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, format: uuid } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, format: date } } } } } }',
    },
    finds: ['breaking structural request-format-changed 16:127 → 16:127: the format of `x` went from `uuid` to `date`'],
    witnesses: ['[{"line":{"x":"123e4567-e89b-42d3-a456-426614174000"}}]'],
  },
  {
    title: 'breaks what the API sends, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, format: uuid } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, format: date } } } } } }',
    },
    finds: [
      'breaking structural response-format-changed 15:127 → 15:127: the format of `x` went from `uuid` to `date`',
    ],
    witnesses: ['[{"line":{"x":"2024-01-31"}}]'],
  },
  {
    title: 'warns of formats that only the two sides know',
    before: { request: '{ type: string, format: order-number }' },
    after: { request: '{ type: string, format: customer-number }' },
    finds: [
      'warning structural request-format-changed 11:45 → 11:45: the format of the request body went from `order-number` to `customer-number`',
    ],
    helps: ['Go on accepting what was accepted before until 2.0.0.'],
  },
  {
    title: 'has nothing to warn of where such a format is new',
    before: { request: '{ type: string }' },
    after: { request: '{ type: string, format: order-number }' },
    finds: [
      'info structural request-format-changed 11:21 → 11:45: the format of the request body went from none to `order-number`',
    ],
  },
]
