import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what is sent to the API',
    before: { request: '{ type: object, properties: { x: true } }' },
    after: { request: '{ type: object, properties: { x: false } }' },
    finds: [
      'breaking structural request-everything-or-nothing-changed 11:54 → 11:54: `x` is not allowed any more, whatever it is',
    ],
    witnesses: ['{"x":null}'],
    helps: ['Go on accepting it until 2.0.0.'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { x: true } }' },
    after: { response: '{ type: object, properties: { x: false } }' },
    finds: [
      'info structural response-everything-or-nothing-changed 12:56 → 12:56: `x` is not allowed any more, whatever it is',
    ],
    helps: [undefined],
  },
  {
    title: 'leaves what is sent to the API as it was understood',
    before: { request: '{ type: object, properties: { x: false } }' },
    after: { request: '{ type: object, properties: { x: true } }' },
    finds: ['info structural request-everything-or-nothing-changed 11:54 → 11:54: `x` is allowed, where nothing was'],
    helps: [undefined],
  },
  {
    title: 'breaks what the API sends',
    before: { response: '{ type: object, properties: { x: false } }' },
    after: { response: '{ type: object, properties: { x: true } }' },
    finds: [
      'breaking structural response-everything-or-nothing-changed 12:56 → 12:56: `x` is allowed, where nothing was',
    ],
    witnesses: ['{"x":null}'],
    helps: ['Leave it out until 2.0.0.'],
  },
  {
    title: 'breaks what is sent to the API: `x` is not allowed any more, whatever it is',
    before: { request: '{ type: object, properties: { x: { type: string } } }' },
    after: { request: '{ type: object, properties: { x: false } }' },
    finds: [
      'breaking structural request-everything-or-nothing-changed 11:54 → 11:54: `x` is not allowed any more, whatever it is',
    ],
    witnesses: ['{"x":""}'],
  },
  {
    title: 'leaves what the API sends as it was understood: `x` is not allowed any more, whatever it is',
    before: { response: '{ type: object, properties: { x: { type: string } } }' },
    after: { response: '{ type: object, properties: { x: false } }' },
    finds: [
      'info structural response-everything-or-nothing-changed 12:56 → 12:56: `x` is not allowed any more, whatever it is',
    ],
  },
  {
    title: 'leaves what is sent to the API as it was understood: `x` is allowed, where nothing was',
    before: { request: '{ type: object, properties: { x: false } }' },
    after: { request: '{ type: object, properties: { x: { type: string } } }' },
    finds: ['info structural request-everything-or-nothing-changed 11:54 → 11:54: `x` is allowed, where nothing was'],
  },
  {
    title: 'breaks what the API sends: `x` is allowed, where nothing was',
    before: { response: '{ type: object, properties: { x: false } }' },
    after: { response: '{ type: object, properties: { x: { type: string } } }' },
    finds: [
      'breaking structural response-everything-or-nothing-changed 12:56 → 12:56: `x` is allowed, where nothing was',
    ],
    witnesses: ['{"x":""}'],
  },
  {
    title:
      'breaks what is sent to the API: each further member of the request body is not allowed any more, whatever it is',
    before: { request: '{ type: object, additionalProperties: { type: string } }' },
    after: { request: '{ type: object, additionalProperties: false }' },
    finds: [
      'breaking structural request-everything-or-nothing-changed 11:59 → 11:59: each further member of the request body is not allowed any more, whatever it is',
    ],
    witnesses: ['{"extra":""}'],
  },
  {
    title:
      'leaves what the API sends as it was understood: each further member of the response 200 is not allowed any more, whatever it is',
    before: { response: '{ type: object, additionalProperties: { type: string } }' },
    after: { response: '{ type: object, additionalProperties: false }' },
    finds: [
      'info structural response-everything-or-nothing-changed 12:61 → 12:61: each further member of the response 200 is not allowed any more, whatever it is',
    ],
  },
  {
    title: 'breaks what is sent to the API, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: true } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: false } } } } }',
    },
    finds: [
      'breaking structural request-everything-or-nothing-changed 16:103 → 16:103: `x` is not allowed any more, whatever it is',
    ],
    witnesses: ['[{"line":{"x":null}}]'],
  },
  {
    title: 'leaves what the API sends as it was understood, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: true } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: false } } } } }',
    },
    finds: [
      'info structural response-everything-or-nothing-changed 15:103 → 15:103: `x` is not allowed any more, whatever it is',
    ],
  },
  {
    title: 'is silent about another word for anything',
    before: { request: '{ type: object, properties: { x: true } }' },
    after: { request: '{ type: object, properties: { x: {} } }' },
    finds: [],
  },
  {
    title: 'leaves limits on anything to other rules',
    before: { request: '{ type: object, properties: { x: true } }' },
    after: { request: '{ type: object, properties: { x: { type: string } } }' },
    finds: [],
  },
]
