import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what is sent to the API',
    before: { request: "{ type: object, properties: { x: { type: string, pattern: '^[A-Z]+$' } } }" },
    after: { request: "{ type: object, properties: { x: { type: string, pattern: '^[A-Z]{3}$' } } }" },
    finds: [
      'breaking structural request-pattern-changed 11:79 → 11:79: the pattern of `x` went from `^[A-Z]+$` to `^[A-Z]{3}$`',
    ],
    witnesses: ['{"x":"A"}'],
    helps: ['Go on accepting the old pattern until 2.0.0.'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: "{ type: object, properties: { x: { type: string, pattern: '^[A-Z]+$' } } }" },
    after: { response: "{ type: object, properties: { x: { type: string, pattern: '^[A-Z]{3}$' } } }" },
    finds: [
      'info structural response-pattern-changed 12:81 → 12:81: the pattern of `x` went from `^[A-Z]+$` to `^[A-Z]{3}$`',
    ],
    helps: [undefined],
  },
  {
    title: 'breaks what is sent to the API: the pattern of `x` went from none to `^[A-Z]+$`',
    before: { request: '{ type: object, properties: { x: { type: string } } }' },
    after: { request: "{ type: object, properties: { x: { type: string, pattern: '^[A-Z]+$' } } }" },
    finds: [
      'breaking structural request-pattern-changed 11:54 → 11:79: the pattern of `x` went from none to `^[A-Z]+$`',
    ],
    witnesses: ['{"x":""}'],
  },
  {
    title: 'leaves what the API sends as it was understood: the pattern of `x` went from none to `^[A-Z]+$`',
    before: { response: '{ type: object, properties: { x: { type: string } } }' },
    after: { response: "{ type: object, properties: { x: { type: string, pattern: '^[A-Z]+$' } } }" },
    finds: ['info structural response-pattern-changed 12:56 → 12:81: the pattern of `x` went from none to `^[A-Z]+$`'],
  },
  {
    title: 'leaves what is sent to the API as it was understood',
    before: { request: "{ type: object, properties: { x: { type: string, pattern: '^[A-Z]+$' } } }" },
    after: { request: '{ type: object, properties: { x: { type: string } } }' },
    finds: ['info structural request-pattern-changed 11:79 → 11:54: the pattern of `x` went from `^[A-Z]+$` to none'],
    helps: [undefined],
  },
  {
    title: 'breaks what the API sends',
    before: { response: "{ type: object, properties: { x: { type: string, pattern: '^[A-Z]+$' } } }" },
    after: { response: '{ type: object, properties: { x: { type: string } } }' },
    finds: [
      'breaking structural response-pattern-changed 12:81 → 12:56: the pattern of `x` went from `^[A-Z]+$` to none',
    ],
    witnesses: ['{"x":""}'],
    helps: ['Send only what matches the old pattern until 2.0.0.'],
  },
  {
    title: 'breaks what is sent to the API, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        "Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, pattern: '^[A-Z]+$' } } } } } }",
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        "Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, pattern: '^[A-Z]{3}$' } } } } } }",
    },
    finds: [
      'breaking structural request-pattern-changed 16:128 → 16:128: the pattern of `x` went from `^[A-Z]+$` to `^[A-Z]{3}$`',
    ],
    witnesses: ['[{"line":{"x":"A"}}]'],
  },
  {
    title: 'leaves what the API sends as it was understood, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        "Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, pattern: '^[A-Z]+$' } } } } } }",
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        "Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, pattern: '^[A-Z]{3}$' } } } } } }",
    },
    finds: [
      'info structural response-pattern-changed 15:128 → 15:128: the pattern of `x` went from `^[A-Z]+$` to `^[A-Z]{3}$`',
    ],
  },
  {
    title: 'is silent about the same pattern in other words',
    before: { request: "{ type: string, pattern: '^[0-9]+$' }" },
    after: { request: "{ type: string, pattern: '^[0-9][0-9]*$' }" },
    finds: [],
  },
  {
    title: 'finds by samples what cannot be decided',
    before: { request: "{ type: string, pattern: '^(?=a).*b$' }" },
    after: { request: "{ type: string, pattern: '^(?=a).*(?<!c)b$' }" },
    finds: [
      'breaking structural request-pattern-changed 11:46 → 11:46: the pattern of the request body went from `^(?=a).*b$` to `^(?=a).*(?<!c)b$`',
    ],
    witnesses: ['"acb"'],
  },
]
