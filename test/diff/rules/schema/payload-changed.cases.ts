import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what is sent to the API',
    before: {
      request: '{ anyOf: [{ title: A, type: string, maxLength: 5 }, { title: B, type: string, maxLength: 5 }] }',
    },
    after: {
      request: '{ anyOf: [{ title: A, type: string, maxLength: 4 }, { title: B, type: string, maxLength: 4 }] }',
    },
    finds: [
      'breaking structural request-payload-changed 11:21 → 11:21: the request body is not compatible as a whole, and no single change of it is to blame',
    ],
    witnesses: ['"aaaaa"'],
    helps: ['Compare the payload that is shown with both versions.'],
  },
  {
    title: 'says nothing of what the API sends',
    before: {
      response: '{ anyOf: [{ title: A, type: string, maxLength: 5 }, { title: B, type: string, maxLength: 5 }] }',
    },
    after: {
      response: '{ anyOf: [{ title: A, type: string, maxLength: 4 }, { title: B, type: string, maxLength: 4 }] }',
    },
    finds: [],
  },
  {
    title: 'says nothing of what is sent to the API',
    before: {
      request: '{ anyOf: [{ title: A, type: string, maxLength: 4 }, { title: B, type: string, maxLength: 4 }] }',
    },
    after: {
      request: '{ anyOf: [{ title: A, type: string, maxLength: 5 }, { title: B, type: string, maxLength: 5 }] }',
    },
    finds: [],
  },
  {
    title: 'breaks what the API sends',
    before: {
      response: '{ anyOf: [{ title: A, type: string, maxLength: 4 }, { title: B, type: string, maxLength: 4 }] }',
    },
    after: {
      response: '{ anyOf: [{ title: A, type: string, maxLength: 5 }, { title: B, type: string, maxLength: 5 }] }',
    },
    finds: [
      'breaking structural response-payload-changed 12:23 → 12:23: the response 200 is not compatible as a whole, and no single change of it is to blame',
    ],
    witnesses: ['"aaaaa"'],
    helps: ['Compare the payload that is shown with both versions.'],
  },
  {
    title: 'breaks what is sent to the API, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { anyOf: [{ title: A, type: string, maxLength: 5 }, { title: B, type: string, maxLength: 5 }] } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { anyOf: [{ title: A, type: string, maxLength: 4 }, { title: B, type: string, maxLength: 4 }] } } } }',
    },
    finds: [
      'breaking structural request-payload-changed 11:21 → 11:21: the request body is not compatible as a whole, and no single change of it is to blame',
    ],
    witnesses: ['[{"line":"aaaaa"}]'],
  },
  {
    title: 'says nothing of what the API sends, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { anyOf: [{ title: A, type: string, maxLength: 5 }, { title: B, type: string, maxLength: 5 }] } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { anyOf: [{ title: A, type: string, maxLength: 4 }, { title: B, type: string, maxLength: 4 }] } } } }',
    },
    finds: [],
  },
  {
    title: 'leaves what one change is to blame for to its rule',
    before: { request: '{ type: string, maxLength: 5 }' },
    after: { request: '{ type: string, maxLength: 4 }' },
    finds: [],
  },
  {
    title: 'is silent about what is made up for',
    before: {
      request: '{ anyOf: [{ title: A, type: string, maxLength: 5 }, { title: B, type: string, maxLength: 5 }] }',
    },
    after: {
      request: '{ anyOf: [{ title: A, type: string, maxLength: 4 }, { title: B, type: string, maxLength: 5 }] }',
    },
    finds: [],
  },
]
