import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'leaves what is sent to the API as it was understood',
    before: { request: '{ type: object, properties: { a: { type: string } } }' },
    after: { request: '{ type: object, properties: { a: { type: string }, b: { type: string } } }' },
    finds: ['info structural request-property-added 11:21 → 11:72: `b` is new'],
    helps: [undefined],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { a: { type: string } } }' },
    after: { response: '{ type: object, properties: { a: { type: string }, b: { type: string } } }' },
    finds: ['info structural response-property-added 12:23 → 12:74: `b` is new'],
    helps: [undefined],
  },
  {
    title: 'breaks what is sent to the API',
    before: { request: '{ type: object, properties: { a: { type: string } } }' },
    after: { request: '{ type: object, required: [b], properties: { a: { type: string }, b: { type: string } } }' },
    finds: ['breaking structural request-property-added 11:21 → 11:87: `b` is new and required'],
    witnesses: ['{}'],
    helps: ['Let it be left out until 2.0.0.'],
  },
  {
    title: 'leaves what the API sends as it was understood: `b` is new and required',
    before: { response: '{ type: object, properties: { a: { type: string } } }' },
    after: { response: '{ type: object, required: [b], properties: { a: { type: string }, b: { type: string } } }' },
    finds: ['info structural response-property-added 12:23 → 12:89: `b` is new and required'],
  },
  {
    title: 'leaves what is sent to the API as it was understood: `b` is new',
    before: { request: '{ type: object, properties: { a: { type: string } }, additionalProperties: false }' },
    after: {
      request:
        '{ type: object, properties: { a: { type: string }, b: { type: string } }, additionalProperties: false }',
    },
    finds: ['info structural request-property-added 11:21 → 11:72: `b` is new'],
  },
  {
    title: 'breaks what the API sends',
    before: { response: '{ type: object, properties: { a: { type: string } }, additionalProperties: false }' },
    after: {
      response:
        '{ type: object, properties: { a: { type: string }, b: { type: string } }, additionalProperties: false }',
    },
    finds: ['breaking structural response-property-added 12:23 → 12:74: `b` is new'],
    witnesses: ['{"b":""}'],
    helps: ['Send it only to callers that ask for it until 2.0.0.'],
  },
  {
    title: 'leaves what is sent to the API as it was understood, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { a: { type: string } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { a: { type: string }, b: { type: string } } } } } }',
    },
    finds: ['info structural request-property-added 16:70 → 16:121: `b` is new'],
  },
  {
    title: 'leaves what the API sends as it was understood, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { a: { type: string } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { a: { type: string }, b: { type: string } } } } } }',
    },
    finds: ['info structural response-property-added 15:70 → 15:121: `b` is new'],
  },
  {
    title: 'leaves out what has no part in requests',
    before: { request: '{ type: object, properties: { a: { type: string } } }' },
    after: { request: '{ type: object, properties: { a: { type: string }, b: { type: string, readOnly: true } } }' },
    finds: [],
  },
  {
    title: 'sees what an inherited schema adds',
    before: { request: '{ allOf: [{ $ref: "#/components/schemas/Base" }] }', schemas: 'Base: { type: object }' },
    after: {
      request: '{ allOf: [{ $ref: "#/components/schemas/Base" }] }',
      schemas: 'Base: { type: object, required: [b], properties: { b: { type: integer } } }',
    },
    finds: ['breaking structural request-property-added 16:11 → 16:56: `b` is new and required'],
    witnesses: ['{}'],
  },
  {
    title: 'follows a member out of an alternative, over a reference',
    before: {
      response: '{ anyOf: [{ $ref: "#/components/schemas/Line" }, { type: "null" }] }',
      schemas: 'Line: { type: object, properties: { a: { type: string } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Line" }',
      schemas: 'Line: { type: object, properties: { a: { type: string } } }',
    },
    finds: [],
  },
  {
    title: 'breaks what the API sends when the object was closed before, and is not any more',
    before: { response: '{ type: object, additionalProperties: false, properties: { a: { type: string } } }' },
    after: { response: '{ type: object, properties: { a: { type: string }, b: { type: string } } }' },
    finds: ['breaking structural response-property-added 12:23 → 12:74: `b` is new'],
    witnesses: ['{"b":""}'],
  },
]
