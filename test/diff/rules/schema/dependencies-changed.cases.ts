import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what is sent to the API',
    before: {
      request: '{ type: object, properties: { a: { type: string }, b: { type: string }, c: { type: string } } }',
    },
    after: {
      request:
        '{ type: object, properties: { a: { type: string }, b: { type: string }, c: { type: string } }, dependentRequired: { a: [b] } }',
    },
    finds: [
      'breaking structural request-dependencies-changed 11:21 → 11:140: what the request body asks for beside `a` went from nothing to `b`',
    ],
    witnesses: ['{"a":""}'],
    helps: ['Go on accepting the member alone until 2.0.0.'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: {
      response: '{ type: object, properties: { a: { type: string }, b: { type: string }, c: { type: string } } }',
    },
    after: {
      response:
        '{ type: object, properties: { a: { type: string }, b: { type: string }, c: { type: string } }, dependentRequired: { a: [b] } }',
    },
    finds: [
      'info structural response-dependencies-changed 12:23 → 12:142: what the response 200 asks for beside `a` went from nothing to `b`',
    ],
    helps: [undefined],
  },
  {
    title: 'breaks what is sent to the API: what the request body asks for beside `a` went from `b` to `b`, `c`',
    before: {
      request:
        '{ type: object, properties: { a: { type: string }, b: { type: string }, c: { type: string } }, dependentRequired: { a: [b] } }',
    },
    after: {
      request:
        '{ type: object, properties: { a: { type: string }, b: { type: string }, c: { type: string } }, dependentRequired: { a: [b, c] } }',
    },
    finds: [
      'breaking structural request-dependencies-changed 11:140 → 11:140: what the request body asks for beside `a` went from `b` to `b`, `c`',
    ],
    witnesses: ['{"a":"","b":""}'],
  },
  {
    title:
      'leaves what the API sends as it was understood: what the response 200 asks for beside `a` went from `b` to `b`, `c`',
    before: {
      response:
        '{ type: object, properties: { a: { type: string }, b: { type: string }, c: { type: string } }, dependentRequired: { a: [b] } }',
    },
    after: {
      response:
        '{ type: object, properties: { a: { type: string }, b: { type: string }, c: { type: string } }, dependentRequired: { a: [b, c] } }',
    },
    finds: [
      'info structural response-dependencies-changed 12:142 → 12:142: what the response 200 asks for beside `a` went from `b` to `b`, `c`',
    ],
  },
  {
    title: 'leaves what is sent to the API as it was understood',
    before: {
      request:
        '{ type: object, properties: { a: { type: string }, b: { type: string } }, dependentRequired: { a: [b] } }',
    },
    after: { request: '{ type: object, properties: { a: { type: string }, b: { type: string } } }' },
    finds: [
      'info structural request-dependencies-changed 11:119 → 11:21: what the request body asks for beside `a` went from `b` to nothing',
    ],
    helps: [undefined],
  },
  {
    title: 'breaks what the API sends',
    before: {
      response:
        '{ type: object, properties: { a: { type: string }, b: { type: string } }, dependentRequired: { a: [b] } }',
    },
    after: { response: '{ type: object, properties: { a: { type: string }, b: { type: string } } }' },
    finds: [
      'breaking structural response-dependencies-changed 12:121 → 12:23: what the response 200 asks for beside `a` went from `b` to nothing',
    ],
    witnesses: ['{"a":""}'],
    helps: ['Go on sending all that came with the member until 2.0.0.'],
  },
  {
    title: 'breaks what is sent to the API: what the request body asks for beside `a` went from nothing to a schema',
    before: { request: '{ type: object, properties: { a: { type: string }, b: { type: string } } }' },
    after: {
      request:
        '{ type: object, properties: { a: { type: string }, b: { type: string } }, dependentSchemas: { a: { required: [b] } } }',
    },
    finds: [
      'breaking structural request-dependencies-changed 11:21 → 11:115: what the request body asks for beside `a` went from nothing to a schema',
    ],
    witnesses: ['{"a":""}'],
  },
  {
    title:
      'leaves what the API sends as it was understood: what the response 200 asks for beside `a` went from nothing to a schema',
    before: { response: '{ type: object, properties: { a: { type: string }, b: { type: string } } }' },
    after: {
      response:
        '{ type: object, properties: { a: { type: string }, b: { type: string } }, dependentSchemas: { a: { required: [b] } } }',
    },
    finds: [
      'info structural response-dependencies-changed 12:23 → 12:117: what the response 200 asks for beside `a` went from nothing to a schema',
    ],
  },
  {
    title:
      'leaves what is sent to the API as it was understood: what the request body asks for beside `a` went from a schema to nothing',
    before: {
      request:
        '{ type: object, properties: { a: { type: string }, b: { type: string } }, dependentSchemas: { a: { required: [b] } } }',
    },
    after: { request: '{ type: object, properties: { a: { type: string }, b: { type: string } } }' },
    finds: [
      'info structural request-dependencies-changed 11:115 → 11:21: what the request body asks for beside `a` went from a schema to nothing',
    ],
  },
  {
    title: 'breaks what the API sends: what the response 200 asks for beside `a` went from a schema to nothing',
    before: {
      response:
        '{ type: object, properties: { a: { type: string }, b: { type: string } }, dependentSchemas: { a: { required: [b] } } }',
    },
    after: { response: '{ type: object, properties: { a: { type: string }, b: { type: string } } }' },
    finds: [
      'breaking structural response-dependencies-changed 12:117 → 12:23: what the response 200 asks for beside `a` went from a schema to nothing',
    ],
    witnesses: ['{"a":""}'],
  },
  {
    title: 'breaks what is sent to the API, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { a: { type: string }, b: { type: string }, c: { type: string } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { a: { type: string }, b: { type: string }, c: { type: string } }, dependentRequired: { a: [b] } } } } }',
    },
    finds: [
      'breaking structural request-dependencies-changed 16:70 → 16:189: what `line` asks for beside `a` went from nothing to `b`',
    ],
    witnesses: ['[{"line":{"a":""}}]'],
  },
  {
    title: 'leaves what the API sends as it was understood, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { a: { type: string }, b: { type: string }, c: { type: string } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { a: { type: string }, b: { type: string }, c: { type: string } }, dependentRequired: { a: [b] } } } } }',
    },
    finds: [
      'info structural response-dependencies-changed 15:70 → 15:189: what `line` asks for beside `a` went from nothing to `b`',
    ],
  },
]
