import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what is sent to the API',
    before: { request: '{ type: object, properties: { x: { type: object, additionalProperties: true } } }' },
    after: {
      request:
        '{ type: object, properties: { x: { type: object, additionalProperties: true, propertyNames: { maxLength: 3 } } } }',
    },
    finds: [
      'breaking structural request-property-names-changed 11:54 → 11:98: `x` says what its members may be named, and did not before',
    ],
    witnesses: ['{"x":{"extra":null}}'],
    helps: ['Go on accepting other names until 2.0.0.'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { x: { type: object, additionalProperties: true } } }' },
    after: {
      response:
        '{ type: object, properties: { x: { type: object, additionalProperties: true, propertyNames: { maxLength: 3 } } } }',
    },
    finds: [
      'info structural response-property-names-changed 12:56 → 12:100: `x` says what its members may be named, and did not before',
    ],
    helps: [undefined],
  },
  {
    title: 'leaves what is sent to the API as it was understood',
    before: {
      request:
        '{ type: object, properties: { x: { type: object, additionalProperties: true, propertyNames: { maxLength: 3 } } } }',
    },
    after: { request: '{ type: object, properties: { x: { type: object, additionalProperties: true } } }' },
    finds: [
      'info structural request-property-names-changed 11:98 → 11:54: `x` no longer says what its members may be named',
    ],
    helps: [undefined],
  },
  {
    title: 'breaks what the API sends',
    before: {
      response:
        '{ type: object, properties: { x: { type: object, additionalProperties: true, propertyNames: { maxLength: 3 } } } }',
    },
    after: { response: '{ type: object, properties: { x: { type: object, additionalProperties: true } } }' },
    finds: [
      'breaking structural response-property-names-changed 12:100 → 12:56: `x` no longer says what its members may be named',
    ],
    witnesses: ['{"x":{"extra":null}}'],
    helps: ['Send only names that were allowed before until 2.0.0.'],
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
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: object, additionalProperties: true, propertyNames: { maxLength: 3 } } } } } } }',
    },
    finds: [
      'breaking structural request-property-names-changed 16:103 → 16:147: `x` says what its members may be named, and did not before',
    ],
    witnesses: ['[{"line":{"x":{"extra":null}}}]'],
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
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: object, additionalProperties: true, propertyNames: { maxLength: 3 } } } } } } }',
    },
    finds: [
      'info structural response-property-names-changed 15:103 → 15:147: `x` says what its members may be named, and did not before',
    ],
  },
]
