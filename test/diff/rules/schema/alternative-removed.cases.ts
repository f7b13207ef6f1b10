import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what is sent to the API',
    before: { request: '{ type: object, properties: { x: { oneOf: [{ type: string }, { type: integer }] } } }' },
    after: { request: '{ type: object, properties: { x: { oneOf: [{ type: string }] } } }' },
    finds: ['breaking structural request-alternative-removed 11:82 → 11:54: `x` may no longer be integer'],
    witnesses: ['{"x":0}'],
    helps: ['Go on accepting the alternative until 2.0.0.'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { x: { oneOf: [{ type: string }, { type: integer }] } } }' },
    after: { response: '{ type: object, properties: { x: { oneOf: [{ type: string }] } } }' },
    finds: ['info structural response-alternative-removed 12:84 → 12:56: `x` may no longer be integer'],
    helps: [undefined],
  },
  {
    title: 'breaks what is sent to the API: `x` may no longer be `Many`',
    before: {
      request: '{ type: object, properties: { x: { anyOf: [{ type: string }, { title: Many, type: array }] } } }',
    },
    after: { request: '{ type: object, properties: { x: { anyOf: [{ type: string }] } } }' },
    finds: ['breaking structural request-alternative-removed 11:82 → 11:54: `x` may no longer be `Many`'],
    witnesses: ['{"x":[]}'],
  },
  {
    title: 'leaves what the API sends as it was understood: `x` may no longer be `Many`',
    before: {
      response: '{ type: object, properties: { x: { anyOf: [{ type: string }, { title: Many, type: array }] } } }',
    },
    after: { response: '{ type: object, properties: { x: { anyOf: [{ type: string }] } } }' },
    finds: ['info structural response-alternative-removed 12:84 → 12:56: `x` may no longer be `Many`'],
  },
  {
    title: 'breaks what is sent to the API, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { oneOf: [{ type: string }, { type: integer }] } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { oneOf: [{ type: string }] } } } } } }',
    },
    finds: ['breaking structural request-alternative-removed 16:131 → 16:103: `x` may no longer be integer'],
    witnesses: ['[{"line":{"x":0}}]'],
  },
  {
    title: 'leaves what the API sends as it was understood, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { oneOf: [{ type: string }, { type: integer }] } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { oneOf: [{ type: string }] } } } } } }',
    },
    finds: ['info structural response-alternative-removed 15:131 → 15:103: `x` may no longer be integer'],
  },
  {
    title: 'is silent about another order',
    before: { request: '{ oneOf: [{ type: string }, { type: integer }] }' },
    after: { request: '{ oneOf: [{ type: integer }, { type: string }] }' },
    finds: [],
  },
]
