import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'leaves what is sent to the API as it was understood',
    before: { request: '{ type: object, properties: { a: { type: string }, b: { type: string } } }' },
    after: { request: '{ type: object, properties: { a: { type: string }, b: { type: string, writeOnly: true } } }' },
    finds: ['info structural request-write-only-changed 11:75 → 11:102: `b` can only be written now'],
    helps: [undefined],
  },
  {
    title: 'warns of what the API sends',
    before: { response: '{ type: object, properties: { a: { type: string }, b: { type: string } } }' },
    after: { response: '{ type: object, properties: { a: { type: string }, b: { type: string, writeOnly: true } } }' },
    finds: ['warning structural response-write-only-changed 12:77 → 12:104: `b` can only be written now'],
    helps: ['Go on sending it until 2.0.0.'],
  },
  {
    title: 'leaves what is sent to the API as it was understood: `b` can also be read now',
    before: { request: '{ type: object, properties: { a: { type: string }, b: { type: string, writeOnly: true } } }' },
    after: { request: '{ type: object, properties: { a: { type: string }, b: { type: string } } }' },
    finds: ['info structural request-write-only-changed 11:102 → 11:75: `b` can also be read now'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { a: { type: string }, b: { type: string, writeOnly: true } } }' },
    after: { response: '{ type: object, properties: { a: { type: string }, b: { type: string } } }' },
    finds: ['info structural response-write-only-changed 12:104 → 12:77: `b` can also be read now'],
    helps: [undefined],
  },
  {
    title: 'leaves what is sent to the API as it was understood: `b` can only be written now',
    before: { request: '{ type: object, required: [b], properties: { a: { type: string }, b: { type: string } } }' },
    after: {
      request:
        '{ type: object, required: [b], properties: { a: { type: string }, b: { type: string, writeOnly: true } } }',
    },
    finds: ['info structural request-write-only-changed 11:90 → 11:117: `b` can only be written now'],
  },
  {
    title: 'breaks what the API sends',
    before: { response: '{ type: object, required: [b], properties: { a: { type: string }, b: { type: string } } }' },
    after: {
      response:
        '{ type: object, required: [b], properties: { a: { type: string }, b: { type: string, writeOnly: true } } }',
    },
    finds: ['breaking structural response-write-only-changed 12:92 → 12:119: `b` can only be written now'],
    witnesses: ['{}'],
    helps: ['Go on sending it until 2.0.0.'],
  },
  {
    title: 'leaves what is sent to the API as it was understood, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { a: { type: string }, b: { type: string } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { a: { type: string }, b: { type: string, writeOnly: true } } } } } }',
    },
    finds: ['info structural request-write-only-changed 16:124 → 16:151: `b` can only be written now'],
  },
  {
    title: 'warns of what the API sends, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { a: { type: string }, b: { type: string } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { a: { type: string }, b: { type: string, writeOnly: true } } } } } }',
    },
    finds: ['warning structural response-write-only-changed 15:124 → 15:151: `b` can only be written now'],
  },
]
