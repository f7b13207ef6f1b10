import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what is sent to the API',
    before: { request: '{ type: object, properties: { x: { type: string } } }' },
    after: {
      request: '{ type: object, properties: { x: { type: string, if: { pattern: "^a" }, then: { maxLength: 3 } } } }',
    },
    finds: [
      'breaking structural request-condition-changed 11:54 → 11:70: the condition on `x` changed: `if` was added',
    ],
    witnesses: ['{"x":"aaaa"}'],
    helps: ['Go on accepting what was accepted before until 2.0.0.'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { x: { type: string } } }' },
    after: {
      response: '{ type: object, properties: { x: { type: string, if: { pattern: "^a" }, then: { maxLength: 3 } } } }',
    },
    finds: ['info structural response-condition-changed 12:56 → 12:72: the condition on `x` changed: `if` was added'],
    helps: [undefined],
  },
  {
    title: 'leaves what is sent to the API as it was understood',
    before: {
      request: '{ type: object, properties: { x: { type: string, if: { pattern: "^a" }, then: { maxLength: 3 } } } }',
    },
    after: { request: '{ type: object, properties: { x: { type: string } } }' },
    finds: ['info structural request-condition-changed 11:70 → 11:54: the condition on `x` changed: `if` was removed'],
    helps: [undefined],
  },
  {
    title: 'breaks what the API sends',
    before: {
      response: '{ type: object, properties: { x: { type: string, if: { pattern: "^a" }, then: { maxLength: 3 } } } }',
    },
    after: { response: '{ type: object, properties: { x: { type: string } } }' },
    finds: [
      'breaking structural response-condition-changed 12:72 → 12:56: the condition on `x` changed: `if` was removed',
    ],
    witnesses: ['{"x":"aaaa"}'],
    helps: ['Send only what was allowed before until 2.0.0.'],
  },
  {
    title: 'breaks what is sent to the API: the condition on `x` changed: `then` was added',
    before: { request: '{ type: object, properties: { x: { type: string, if: { minLength: 2 } } } }' },
    after: {
      request: '{ type: object, properties: { x: { type: string, if: { minLength: 2 }, then: { maxLength: 3 } } } }',
    },
    finds: [
      'breaking structural request-condition-changed 11:54 → 11:92: the condition on `x` changed: `then` was added',
    ],
    witnesses: ['{"x":"aaaa"}'],
  },
  {
    title: 'leaves what the API sends as it was understood: the condition on `x` changed: `then` was added',
    before: { response: '{ type: object, properties: { x: { type: string, if: { minLength: 2 } } } }' },
    after: {
      response: '{ type: object, properties: { x: { type: string, if: { minLength: 2 }, then: { maxLength: 3 } } } }',
    },
    finds: ['info structural response-condition-changed 12:56 → 12:94: the condition on `x` changed: `then` was added'],
  },
  {
    title: 'leaves what is sent to the API as it was understood: the condition on `x` changed: `then` was removed',
    before: {
      request: '{ type: object, properties: { x: { type: string, if: { minLength: 2 }, then: { maxLength: 3 } } } }',
    },
    after: { request: '{ type: object, properties: { x: { type: string, if: { minLength: 2 } } } }' },
    finds: [
      'info structural request-condition-changed 11:92 → 11:54: the condition on `x` changed: `then` was removed',
    ],
  },
  {
    title: 'breaks what the API sends: the condition on `x` changed: `then` was removed',
    before: {
      response: '{ type: object, properties: { x: { type: string, if: { minLength: 2 }, then: { maxLength: 3 } } } }',
    },
    after: { response: '{ type: object, properties: { x: { type: string, if: { minLength: 2 } } } }' },
    finds: [
      'breaking structural response-condition-changed 12:94 → 12:56: the condition on `x` changed: `then` was removed',
    ],
    witnesses: ['{"x":"aaaa"}'],
  },
  {
    title: 'breaks what is sent to the API: the condition on `x` changed: `else` was added',
    before: { request: '{ type: object, properties: { x: { type: string, if: { minLength: 2 } } } }' },
    after: {
      request: '{ type: object, properties: { x: { type: string, if: { minLength: 2 }, else: { pattern: "^a" } } } }',
    },
    finds: [
      'breaking structural request-condition-changed 11:54 → 11:92: the condition on `x` changed: `else` was added',
    ],
    witnesses: ['{"x":""}'],
  },
  {
    title: 'leaves what the API sends as it was understood: the condition on `x` changed: `else` was added',
    before: { response: '{ type: object, properties: { x: { type: string, if: { minLength: 2 } } } }' },
    after: {
      response: '{ type: object, properties: { x: { type: string, if: { minLength: 2 }, else: { pattern: "^a" } } } }',
    },
    finds: ['info structural response-condition-changed 12:56 → 12:94: the condition on `x` changed: `else` was added'],
  },
  {
    title: 'leaves what is sent to the API as it was understood: the condition on `x` changed: `else` was removed',
    before: {
      request: '{ type: object, properties: { x: { type: string, if: { minLength: 2 }, else: { pattern: "^a" } } } }',
    },
    after: { request: '{ type: object, properties: { x: { type: string, if: { minLength: 2 } } } }' },
    finds: [
      'info structural request-condition-changed 11:92 → 11:54: the condition on `x` changed: `else` was removed',
    ],
  },
  {
    title: 'breaks what the API sends: the condition on `x` changed: `else` was removed',
    before: {
      response: '{ type: object, properties: { x: { type: string, if: { minLength: 2 }, else: { pattern: "^a" } } } }',
    },
    after: { response: '{ type: object, properties: { x: { type: string, if: { minLength: 2 } } } }' },
    finds: [
      'breaking structural response-condition-changed 12:94 → 12:56: the condition on `x` changed: `else` was removed',
    ],
    witnesses: ['{"x":""}'],
  },
  {
    title: 'breaks what is sent to the API, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, if: { pattern: "^a" }, then: { maxLength: 3 } } } } } } }',
    },
    finds: [
      'breaking structural request-condition-changed 16:103 → 16:119: the condition on `x` changed: `if` was added',
    ],
    witnesses: ['[{"line":{"x":"aaaa"}}]'],
  },
  {
    title: 'leaves what the API sends as it was understood, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, if: { pattern: "^a" }, then: { maxLength: 3 } } } } } } }',
    },
    finds: ['info structural response-condition-changed 15:103 → 15:119: the condition on `x` changed: `if` was added'],
  },
]
