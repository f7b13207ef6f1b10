import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what is sent to the API',
    before: { request: '{ type: object, properties: { x: { type: object, additionalProperties: true } } }' },
    after: {
      request: '{ type: object, properties: { x: { type: object, additionalProperties: true, minProperties: 2 } } }',
    },
    finds: [
      'breaking structural request-property-count-narrowed 11:54 → 11:113: `x` is limited further: `minProperties` went from none to 2',
    ],
    witnesses: ['{"x":{}}'],
    helps: ['Keep the wider limit until 2.0.0, or accept and adapt what is outside of it.'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { x: { type: object, additionalProperties: true } } }' },
    after: {
      response: '{ type: object, properties: { x: { type: object, additionalProperties: true, minProperties: 2 } } }',
    },
    finds: [
      'info structural response-property-count-narrowed 12:56 → 12:115: `x` is limited further: `minProperties` went from none to 2',
    ],
    helps: [undefined],
  },
  {
    title: 'breaks what is sent to the API: `x` is limited further: `minProperties` went from 2 to 3',
    before: {
      request: '{ type: object, properties: { x: { type: object, additionalProperties: true, minProperties: 2 } } }',
    },
    after: {
      request: '{ type: object, properties: { x: { type: object, additionalProperties: true, minProperties: 3 } } }',
    },
    finds: [
      'breaking structural request-property-count-narrowed 11:113 → 11:113: `x` is limited further: `minProperties` went from 2 to 3',
    ],
    witnesses: ['{"x":{"extra":null,"extra2":null}}'],
  },
  {
    title: 'leaves what the API sends as it was understood: `x` is limited further: `minProperties` went from 2 to 3',
    before: {
      response: '{ type: object, properties: { x: { type: object, additionalProperties: true, minProperties: 2 } } }',
    },
    after: {
      response: '{ type: object, properties: { x: { type: object, additionalProperties: true, minProperties: 3 } } }',
    },
    finds: [
      'info structural response-property-count-narrowed 12:115 → 12:115: `x` is limited further: `minProperties` went from 2 to 3',
    ],
  },
  {
    title: 'breaks what is sent to the API: `x` is limited further: `maxProperties` went from none to 5',
    before: { request: '{ type: object, properties: { x: { type: object, additionalProperties: true } } }' },
    after: {
      request: '{ type: object, properties: { x: { type: object, additionalProperties: true, maxProperties: 5 } } }',
    },
    finds: [
      'breaking structural request-property-count-narrowed 11:54 → 11:113: `x` is limited further: `maxProperties` went from none to 5',
    ],
    witnesses: ['{"x":{"extra":null,"extra2":null,"extra3":null,"extra4":null,"extra5":null,"extra6":null}}'],
  },
  {
    title:
      'leaves what the API sends as it was understood: `x` is limited further: `maxProperties` went from none to 5',
    before: { response: '{ type: object, properties: { x: { type: object, additionalProperties: true } } }' },
    after: {
      response: '{ type: object, properties: { x: { type: object, additionalProperties: true, maxProperties: 5 } } }',
    },
    finds: [
      'info structural response-property-count-narrowed 12:56 → 12:115: `x` is limited further: `maxProperties` went from none to 5',
    ],
  },
  {
    title: 'breaks what is sent to the API: `x` is limited further: `maxProperties` went from 5 to 4',
    before: {
      request: '{ type: object, properties: { x: { type: object, additionalProperties: true, maxProperties: 5 } } }',
    },
    after: {
      request: '{ type: object, properties: { x: { type: object, additionalProperties: true, maxProperties: 4 } } }',
    },
    finds: [
      'breaking structural request-property-count-narrowed 11:113 → 11:113: `x` is limited further: `maxProperties` went from 5 to 4',
    ],
    witnesses: ['{"x":{"extra":null,"extra2":null,"extra3":null,"extra4":null,"extra5":null}}'],
  },
  {
    title: 'leaves what the API sends as it was understood: `x` is limited further: `maxProperties` went from 5 to 4',
    before: {
      response: '{ type: object, properties: { x: { type: object, additionalProperties: true, maxProperties: 5 } } }',
    },
    after: {
      response: '{ type: object, properties: { x: { type: object, additionalProperties: true, maxProperties: 4 } } }',
    },
    finds: [
      'info structural response-property-count-narrowed 12:115 → 12:115: `x` is limited further: `maxProperties` went from 5 to 4',
    ],
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
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: object, additionalProperties: true, minProperties: 2 } } } } } }',
    },
    finds: [
      'breaking structural request-property-count-narrowed 16:103 → 16:162: `x` is limited further: `minProperties` went from none to 2',
    ],
    witnesses: ['[{"line":{"x":{}}}]'],
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
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: object, additionalProperties: true, minProperties: 2 } } } } } }',
    },
    finds: [
      'info structural response-property-count-narrowed 15:103 → 15:162: `x` is limited further: `minProperties` went from none to 2',
    ],
  },
]
