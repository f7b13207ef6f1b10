import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'leaves what is sent to the API as it was understood',
    before: { request: '{ type: object, properties: { x: { type: string, enum: [open, paid] } } }' },
    after: { request: '{ type: object, properties: { x: { type: string, enum: [open, paid, sent] } } }' },
    finds: ['info structural request-enum-grew 11:76 → 11:76: `x` gained `sent`'],
    helps: [undefined],
  },
  {
    title: 'breaks what the API sends',
    before: { response: '{ type: object, properties: { x: { type: string, enum: [open, paid] } } }' },
    after: { response: '{ type: object, properties: { x: { type: string, enum: [open, paid, sent] } } }' },
    finds: ['breaking structural response-enum-grew 12:78 → 12:78: `x` gained `sent`'],
    witnesses: ['{"x":"sent"}'],
    helps: [
      'Send the value only to callers that ask for it until 2.0.0, or declare the list open with `anyOf` and `type: string` there.',
    ],
  },
  {
    title: 'leaves what is sent to the API as it was understood, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, enum: [open, paid] } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, enum: [open, paid, sent] } } } } } }',
    },
    finds: ['info structural request-enum-grew 16:125 → 16:125: `x` gained `sent`'],
  },
  {
    title: 'breaks what the API sends, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, enum: [open, paid] } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, enum: [open, paid, sent] } } } } } }',
    },
    finds: ['breaking structural response-enum-grew 15:125 → 15:125: `x` gained `sent`'],
    witnesses: ['[{"line":{"x":"sent"}}]'],
  },
  {
    title: 'is proved compatible where the list is declared open',
    before: { response: '{ anyOf: [{ type: string, enum: [open, paid] }, { type: string }] }' },
    after: { response: '{ anyOf: [{ type: string, enum: [open, paid, sent] }, { type: string }] }' },
    finds: ['info structural response-enum-grew 12:55 → 12:55: the response 200 as alternative 0 gained `sent`'],
    helps: [undefined],
  },
  {
    title: 'names the first few',
    before: { response: '{ enum: [0] }' },
    after: { response: '{ enum: [0, 1, 2, 3, 4, 5, 6, 7] }' },
    finds: [
      'breaking structural response-enum-grew 12:31 → 12:31: the response 200 gained `1`, `2`, `3`, `4`, `5` and 2 more',
    ],
    witnesses: ['1'],
  },
  {
    title: 'leaves null to the type that allows it',
    before: { response: '{ type: object, properties: { x: { type: string, enum: [a] } } }' },
    after: { response: '{ type: object, properties: { x: { type: [string, "null"], enum: [a, null] } } }' },
    finds: [],
  },
]
