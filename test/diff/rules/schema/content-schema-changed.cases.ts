import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'leaves what is sent to the API as it was understood',
    before: { request: '{ type: object, properties: { x: { type: string, contentMediaType: application/json } } }' },
    after: {
      request:
        '{ type: object, properties: { x: { type: string, contentMediaType: application/json, contentSchema: { type: object } } } }',
    },
    finds: [
      'info structural request-content-schema-changed 11:54 → 11:106: `x` says what it contains, and did not before',
    ],
    helps: [undefined],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { x: { type: string, contentMediaType: application/json } } }' },
    after: {
      response:
        '{ type: object, properties: { x: { type: string, contentMediaType: application/json, contentSchema: { type: object } } } }',
    },
    finds: [
      'info structural response-content-schema-changed 12:56 → 12:108: `x` says what it contains, and did not before',
    ],
    helps: [undefined],
  },
  {
    title: 'leaves what is sent to the API as it was understood: `x` no longer says what it contains',
    before: {
      request:
        '{ type: object, properties: { x: { type: string, contentMediaType: application/json, contentSchema: { type: object } } } }',
    },
    after: { request: '{ type: object, properties: { x: { type: string, contentMediaType: application/json } } }' },
    finds: ['info structural request-content-schema-changed 11:106 → 11:54: `x` no longer says what it contains'],
  },
  {
    title: 'leaves what the API sends as it was understood: `x` no longer says what it contains',
    before: {
      response:
        '{ type: object, properties: { x: { type: string, contentMediaType: application/json, contentSchema: { type: object } } } }',
    },
    after: { response: '{ type: object, properties: { x: { type: string, contentMediaType: application/json } } }' },
    finds: ['info structural response-content-schema-changed 12:108 → 12:56: `x` no longer says what it contains'],
  },
  {
    title: 'leaves what is sent to the API as it was understood, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, contentMediaType: application/json } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, contentMediaType: application/json, contentSchema: { type: object } } } } } } }',
    },
    finds: [
      'info structural request-content-schema-changed 16:103 → 16:155: `x` says what it contains, and did not before',
    ],
  },
  {
    title: 'leaves what the API sends as it was understood, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, contentMediaType: application/json } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, contentMediaType: application/json, contentSchema: { type: object } } } } } } }',
    },
    finds: [
      'info structural response-content-schema-changed 15:103 → 15:155: `x` says what it contains, and did not before',
    ],
  },
]
