import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what is sent to the API',
    before: { request: '{ type: object, properties: { x: { type: object, additionalProperties: true } } }' },
    after: {
      request:
        "{ type: object, properties: { x: { type: object, additionalProperties: true, patternProperties: { '^x-': { type: string } } } } }",
    },
    finds: [
      'breaking structural request-pattern-properties-changed 11:54 → 11:119: `x` says what members named like `^x-` are, and did not before',
    ],
    witnesses: ['{"x":{"x-":null}}'],
    helps: ['Go on accepting other values until 2.0.0.'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { x: { type: object, additionalProperties: true } } }' },
    after: {
      response:
        "{ type: object, properties: { x: { type: object, additionalProperties: true, patternProperties: { '^x-': { type: string } } } } }",
    },
    finds: [
      'info structural response-pattern-properties-changed 12:56 → 12:121: `x` says what members named like `^x-` are, and did not before',
    ],
    helps: [undefined],
  },
  {
    title: 'leaves what is sent to the API as it was understood',
    before: {
      request:
        "{ type: object, properties: { x: { type: object, additionalProperties: true, patternProperties: { '^x-': { type: string } } } } }",
    },
    after: { request: '{ type: object, properties: { x: { type: object, additionalProperties: true } } }' },
    finds: [
      'info structural request-pattern-properties-changed 11:119 → 11:54: `x` no longer says what members named like `^x-` are',
    ],
    helps: [undefined],
  },
  {
    title: 'breaks what the API sends',
    before: {
      response:
        "{ type: object, properties: { x: { type: object, additionalProperties: true, patternProperties: { '^x-': { type: string } } } } }",
    },
    after: { response: '{ type: object, properties: { x: { type: object, additionalProperties: true } } }' },
    finds: [
      'breaking structural response-pattern-properties-changed 12:121 → 12:56: `x` no longer says what members named like `^x-` are',
    ],
    witnesses: ['{"x":{"x-":null}}'],
    helps: ['Send such members only as before until 2.0.0.'],
  },
  {
    title: 'breaks what is sent to the API, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: object, additionalProperties: true } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        "Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: object, additionalProperties: true, patternProperties: { '^x-': { type: string } } } } } } } }",
    },
    finds: [
      'breaking structural request-pattern-properties-changed 16:103 → 16:168: `x` says what members named like `^x-` are, and did not before',
    ],
    witnesses: ['[{"line":{"x":{"x-":null}}}]'],
  },
  {
    title: 'leaves what the API sends as it was understood, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: object, additionalProperties: true } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        "Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: object, additionalProperties: true, patternProperties: { '^x-': { type: string } } } } } } } }",
    },
    finds: [
      'info structural response-pattern-properties-changed 15:103 → 15:168: `x` says what members named like `^x-` are, and did not before',
    ],
  },
]
