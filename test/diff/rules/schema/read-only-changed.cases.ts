import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'warns of what is sent to the API',
    before: { request: '{ type: object, properties: { a: { type: string }, b: { type: string } } }' },
    after: { request: '{ type: object, properties: { a: { type: string }, b: { type: string, readOnly: true } } }' },
    finds: ['warning structural request-read-only-changed 11:75 → 11:101: `b` can only be read now'],
    helps: ['Go on reading it until 2.0.0, and let it be left out.'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { a: { type: string }, b: { type: string } } }' },
    after: { response: '{ type: object, properties: { a: { type: string }, b: { type: string, readOnly: true } } }' },
    finds: ['info structural response-read-only-changed 12:77 → 12:103: `b` can only be read now'],
    helps: [undefined],
  },
  {
    title: 'leaves what is sent to the API as it was understood',
    before: { request: '{ type: object, properties: { a: { type: string }, b: { type: string, readOnly: true } } }' },
    after: { request: '{ type: object, properties: { a: { type: string }, b: { type: string } } }' },
    finds: ['info structural request-read-only-changed 11:101 → 11:75: `b` can also be written now'],
    helps: [undefined],
  },
  {
    title: 'leaves what the API sends as it was understood: `b` can also be written now',
    before: { response: '{ type: object, properties: { a: { type: string }, b: { type: string, readOnly: true } } }' },
    after: { response: '{ type: object, properties: { a: { type: string }, b: { type: string } } }' },
    finds: ['info structural response-read-only-changed 12:103 → 12:77: `b` can also be written now'],
  },
  {
    title: 'breaks what is sent to the API',
    before: {
      request:
        '{ type: object, required: [b], properties: { a: { type: string }, b: { type: string, readOnly: true } } }',
    },
    after: { request: '{ type: object, required: [b], properties: { a: { type: string }, b: { type: string } } }' },
    finds: ['breaking structural request-read-only-changed 11:116 → 11:90: `b` can also be written now'],
    witnesses: ['{}'],
    helps: ['Go on reading it until 2.0.0, and let it be left out.'],
  },
  {
    title: 'leaves what the API sends as it was understood: `b` can also be written now again',
    before: {
      response:
        '{ type: object, required: [b], properties: { a: { type: string }, b: { type: string, readOnly: true } } }',
    },
    after: { response: '{ type: object, required: [b], properties: { a: { type: string }, b: { type: string } } }' },
    finds: ['info structural response-read-only-changed 12:118 → 12:92: `b` can also be written now'],
  },
  {
    title: 'breaks what is sent to the API: `b` can only be read now',
    before: {
      request:
        '{ type: object, properties: { a: { type: string }, b: { type: string } }, additionalProperties: false }',
    },
    after: {
      request:
        '{ type: object, properties: { a: { type: string }, b: { type: string, readOnly: true } }, additionalProperties: false }',
    },
    finds: ['breaking structural request-read-only-changed 11:75 → 11:101: `b` can only be read now'],
    witnesses: ['{"b":""}'],
  },
  {
    title: 'leaves what the API sends as it was understood: `b` can only be read now',
    before: {
      response:
        '{ type: object, properties: { a: { type: string }, b: { type: string } }, additionalProperties: false }',
    },
    after: {
      response:
        '{ type: object, properties: { a: { type: string }, b: { type: string, readOnly: true } }, additionalProperties: false }',
    },
    finds: ['info structural response-read-only-changed 12:77 → 12:103: `b` can only be read now'],
  },
  {
    title: 'warns of what is sent to the API, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { a: { type: string }, b: { type: string } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { a: { type: string }, b: { type: string, readOnly: true } } } } } }',
    },
    finds: ['warning structural request-read-only-changed 16:124 → 16:150: `b` can only be read now'],
  },
  {
    title: 'leaves what the API sends as it was understood, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { a: { type: string }, b: { type: string } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { a: { type: string }, b: { type: string, readOnly: true } } } } } }',
    },
    finds: ['info structural response-read-only-changed 15:124 → 15:150: `b` can only be read now'],
  },
]
