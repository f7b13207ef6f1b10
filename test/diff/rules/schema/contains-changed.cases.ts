import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what is sent to the API',
    before: { request: '{ type: object, properties: { x: { type: array } } }' },
    after: { request: '{ type: object, properties: { x: { type: array, contains: { const: 1 } } } }' },
    finds: [
      'breaking structural request-contains-changed 11:54 → 11:69: what `x` must contain changed: `contains` was added',
    ],
    witnesses: ['{"x":[]}'],
    helps: ['Go on accepting the lists that were accepted before until 2.0.0.'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { x: { type: array } } }' },
    after: { response: '{ type: object, properties: { x: { type: array, contains: { const: 1 } } } }' },
    finds: [
      'info structural response-contains-changed 12:56 → 12:71: what `x` must contain changed: `contains` was added',
    ],
    helps: [undefined],
  },
  {
    title: 'leaves what is sent to the API as it was understood',
    before: { request: '{ type: object, properties: { x: { type: array, contains: { const: 1 } } } }' },
    after: { request: '{ type: object, properties: { x: { type: array } } }' },
    finds: [
      'info structural request-contains-changed 11:69 → 11:54: what `x` must contain changed: `contains` was removed',
    ],
    helps: [undefined],
  },
  {
    title: 'breaks what the API sends',
    before: { response: '{ type: object, properties: { x: { type: array, contains: { const: 1 } } } }' },
    after: { response: '{ type: object, properties: { x: { type: array } } }' },
    finds: [
      'breaking structural response-contains-changed 12:71 → 12:56: what `x` must contain changed: `contains` was removed',
    ],
    witnesses: ['{"x":[]}'],
    helps: ['Send only lists that were allowed before until 2.0.0.'],
  },
  {
    title: 'breaks what is sent to the API: what `x` must contain changed: `minContains` went from none to 2',
    before: { request: '{ type: object, properties: { x: { type: array, contains: { const: 1 } } } }' },
    after: { request: '{ type: object, properties: { x: { type: array, contains: { const: 1 }, minContains: 2 } } }' },
    finds: [
      'breaking structural request-contains-changed 11:54 → 11:106: what `x` must contain changed: `minContains` went from none to 2',
    ],
    witnesses: ['{"x":[1]}'],
  },
  {
    title:
      'leaves what the API sends as it was understood: what `x` must contain changed: `minContains` went from none to 2',
    before: { response: '{ type: object, properties: { x: { type: array, contains: { const: 1 } } } }' },
    after: { response: '{ type: object, properties: { x: { type: array, contains: { const: 1 }, minContains: 2 } } }' },
    finds: [
      'info structural response-contains-changed 12:56 → 12:108: what `x` must contain changed: `minContains` went from none to 2',
    ],
  },
  {
    title:
      'leaves what is sent to the API as it was understood: what `x` must contain changed: `minContains` went from 2 to none',
    before: { request: '{ type: object, properties: { x: { type: array, contains: { const: 1 }, minContains: 2 } } }' },
    after: { request: '{ type: object, properties: { x: { type: array, contains: { const: 1 } } } }' },
    finds: [
      'info structural request-contains-changed 11:106 → 11:54: what `x` must contain changed: `minContains` went from 2 to none',
    ],
  },
  {
    title: 'breaks what the API sends: what `x` must contain changed: `minContains` went from 2 to none',
    before: {
      response: '{ type: object, properties: { x: { type: array, contains: { const: 1 }, minContains: 2 } } }',
    },
    after: { response: '{ type: object, properties: { x: { type: array, contains: { const: 1 } } } }' },
    finds: [
      'breaking structural response-contains-changed 12:108 → 12:56: what `x` must contain changed: `minContains` went from 2 to none',
    ],
    witnesses: ['{"x":[1]}'],
  },
  {
    title: 'breaks what is sent to the API: what `x` must contain changed: `minContains` went from 2 to 3',
    before: { request: '{ type: object, properties: { x: { type: array, contains: { const: 1 }, minContains: 2 } } }' },
    after: { request: '{ type: object, properties: { x: { type: array, contains: { const: 1 }, minContains: 3 } } }' },
    finds: [
      'breaking structural request-contains-changed 11:106 → 11:106: what `x` must contain changed: `minContains` went from 2 to 3',
    ],
    witnesses: ['{"x":[1,1]}'],
  },
  {
    title:
      'leaves what the API sends as it was understood: what `x` must contain changed: `minContains` went from 2 to 3',
    before: {
      response: '{ type: object, properties: { x: { type: array, contains: { const: 1 }, minContains: 2 } } }',
    },
    after: { response: '{ type: object, properties: { x: { type: array, contains: { const: 1 }, minContains: 3 } } }' },
    finds: [
      'info structural response-contains-changed 12:108 → 12:108: what `x` must contain changed: `minContains` went from 2 to 3',
    ],
  },
  {
    title:
      'leaves what is sent to the API as it was understood: what `x` must contain changed: `minContains` went from 3 to 2',
    before: { request: '{ type: object, properties: { x: { type: array, contains: { const: 1 }, minContains: 3 } } }' },
    after: { request: '{ type: object, properties: { x: { type: array, contains: { const: 1 }, minContains: 2 } } }' },
    finds: [
      'info structural request-contains-changed 11:106 → 11:106: what `x` must contain changed: `minContains` went from 3 to 2',
    ],
  },
  {
    title: 'breaks what the API sends: what `x` must contain changed: `minContains` went from 3 to 2',
    before: {
      response: '{ type: object, properties: { x: { type: array, contains: { const: 1 }, minContains: 3 } } }',
    },
    after: { response: '{ type: object, properties: { x: { type: array, contains: { const: 1 }, minContains: 2 } } }' },
    finds: [
      'breaking structural response-contains-changed 12:108 → 12:108: what `x` must contain changed: `minContains` went from 3 to 2',
    ],
    witnesses: ['{"x":[1,1]}'],
  },
  {
    title: 'breaks what is sent to the API: what `x` must contain changed: `maxContains` went from none to 5',
    before: { request: '{ type: object, properties: { x: { type: array, contains: { const: 1 } } } }' },
    after: { request: '{ type: object, properties: { x: { type: array, contains: { const: 1 }, maxContains: 5 } } }' },
    finds: [
      'breaking structural request-contains-changed 11:54 → 11:106: what `x` must contain changed: `maxContains` went from none to 5',
    ],
    witnesses: ['{"x":[1,1,1,1,1,1]}'],
  },
  {
    title:
      'leaves what the API sends as it was understood: what `x` must contain changed: `maxContains` went from none to 5',
    before: { response: '{ type: object, properties: { x: { type: array, contains: { const: 1 } } } }' },
    after: { response: '{ type: object, properties: { x: { type: array, contains: { const: 1 }, maxContains: 5 } } }' },
    finds: [
      'info structural response-contains-changed 12:56 → 12:108: what `x` must contain changed: `maxContains` went from none to 5',
    ],
  },
  {
    title:
      'leaves what is sent to the API as it was understood: what `x` must contain changed: `maxContains` went from 5 to none',
    before: { request: '{ type: object, properties: { x: { type: array, contains: { const: 1 }, maxContains: 5 } } }' },
    after: { request: '{ type: object, properties: { x: { type: array, contains: { const: 1 } } } }' },
    finds: [
      'info structural request-contains-changed 11:106 → 11:54: what `x` must contain changed: `maxContains` went from 5 to none',
    ],
  },
  {
    title: 'breaks what the API sends: what `x` must contain changed: `maxContains` went from 5 to none',
    before: {
      response: '{ type: object, properties: { x: { type: array, contains: { const: 1 }, maxContains: 5 } } }',
    },
    after: { response: '{ type: object, properties: { x: { type: array, contains: { const: 1 } } } }' },
    finds: [
      'breaking structural response-contains-changed 12:108 → 12:56: what `x` must contain changed: `maxContains` went from 5 to none',
    ],
    witnesses: ['{"x":[1,1,1,1,1,1]}'],
  },
  {
    title:
      'leaves what is sent to the API as it was understood: what `x` must contain changed: `maxContains` went from 4 to 5',
    before: { request: '{ type: object, properties: { x: { type: array, contains: { const: 1 }, maxContains: 4 } } }' },
    after: { request: '{ type: object, properties: { x: { type: array, contains: { const: 1 }, maxContains: 5 } } }' },
    finds: [
      'info structural request-contains-changed 11:106 → 11:106: what `x` must contain changed: `maxContains` went from 4 to 5',
    ],
  },
  {
    title: 'breaks what the API sends: what `x` must contain changed: `maxContains` went from 4 to 5',
    before: {
      response: '{ type: object, properties: { x: { type: array, contains: { const: 1 }, maxContains: 4 } } }',
    },
    after: { response: '{ type: object, properties: { x: { type: array, contains: { const: 1 }, maxContains: 5 } } }' },
    finds: [
      'breaking structural response-contains-changed 12:108 → 12:108: what `x` must contain changed: `maxContains` went from 4 to 5',
    ],
    witnesses: ['{"x":[1,1,1,1,1]}'],
  },
  {
    title: 'breaks what is sent to the API: what `x` must contain changed: `maxContains` went from 5 to 4',
    before: { request: '{ type: object, properties: { x: { type: array, contains: { const: 1 }, maxContains: 5 } } }' },
    after: { request: '{ type: object, properties: { x: { type: array, contains: { const: 1 }, maxContains: 4 } } }' },
    finds: [
      'breaking structural request-contains-changed 11:106 → 11:106: what `x` must contain changed: `maxContains` went from 5 to 4',
    ],
    witnesses: ['{"x":[1,1,1,1,1]}'],
  },
  {
    title:
      'leaves what the API sends as it was understood: what `x` must contain changed: `maxContains` went from 5 to 4',
    before: {
      response: '{ type: object, properties: { x: { type: array, contains: { const: 1 }, maxContains: 5 } } }',
    },
    after: { response: '{ type: object, properties: { x: { type: array, contains: { const: 1 }, maxContains: 4 } } }' },
    finds: [
      'info structural response-contains-changed 12:108 → 12:108: what `x` must contain changed: `maxContains` went from 5 to 4',
    ],
  },
  {
    title: 'breaks what is sent to the API, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: array } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: array, contains: { const: 1 } } } } } } }',
    },
    finds: [
      'breaking structural request-contains-changed 16:103 → 16:118: what `x` must contain changed: `contains` was added',
    ],
    witnesses: ['[{"line":{"x":[]}}]'],
  },
  {
    title: 'leaves what the API sends as it was understood, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: array } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: array, contains: { const: 1 } } } } } } }',
    },
    finds: [
      'info structural response-contains-changed 15:103 → 15:118: what `x` must contain changed: `contains` was added',
    ],
  },
]
