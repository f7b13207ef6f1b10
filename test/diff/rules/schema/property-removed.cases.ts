import type { RuleCase } from '../support/rule-cases.js'

const line = 'Line: { type: object, properties: { a: { type: string } } }'

export const cases: readonly RuleCase[] = [
  {
    title: 'warns of what is sent to the API',
    before: { request: '{ type: object, properties: { a: { type: string }, b: { type: string } } }' },
    after: { request: '{ type: object, properties: { a: { type: string } } }' },
    finds: ['warning structural request-property-removed 11:72 → 11:21: `b` is no longer read'],
    helps: ['Go on reading it until 2.0.0; mark it as deprecated first, and name the day of its sunset.'],
  },
  {
    title: 'warns of what the API sends',
    before: { response: '{ type: object, properties: { a: { type: string }, b: { type: string } } }' },
    after: { response: '{ type: object, properties: { a: { type: string } } }' },
    finds: ['warning structural response-property-removed 12:74 → 12:23: `b` is no longer sent'],
    helps: ['Go on sending it until 2.0.0; mark it as deprecated first, and name the day of its sunset.'],
  },
  {
    title: 'warns of what is sent to the API: `b` is no longer read',
    before: { request: '{ type: object, required: [b], properties: { a: { type: string }, b: { type: string } } }' },
    after: { request: '{ type: object, properties: { a: { type: string } } }' },
    finds: ['warning structural request-property-removed 11:87 → 11:21: `b` is no longer read'],
  },
  {
    title: 'breaks what the API sends',
    before: { response: '{ type: object, required: [b], properties: { a: { type: string }, b: { type: string } } }' },
    after: { response: '{ type: object, properties: { a: { type: string } } }' },
    finds: ['breaking structural response-property-removed 12:89 → 12:23: `b` is no longer sent'],
    witnesses: ['{}'],
    helps: ['Go on sending it until 2.0.0; mark it as deprecated first, and name the day of its sunset.'],
  },
  {
    title: 'breaks what is sent to the API',
    before: {
      request:
        '{ type: object, properties: { a: { type: string }, b: { type: string } }, additionalProperties: false }',
    },
    after: { request: '{ type: object, properties: { a: { type: string } }, additionalProperties: false }' },
    finds: ['breaking structural request-property-removed 11:72 → 11:21: `b` is no longer accepted'],
    witnesses: ['{"b":""}'],
    helps: ['Go on reading it until 2.0.0; mark it as deprecated first, and name the day of its sunset.'],
  },
  {
    title: 'warns of what the API sends: `b` is no longer sent',
    before: {
      response:
        '{ type: object, properties: { a: { type: string }, b: { type: string } }, additionalProperties: false }',
    },
    after: { response: '{ type: object, properties: { a: { type: string } }, additionalProperties: false }' },
    finds: ['warning structural response-property-removed 12:74 → 12:23: `b` is no longer sent'],
  },
  {
    title: 'warns of what is sent to the API: `b` is no longer read again',
    before: {
      request:
        '{ type: object, required: [b], properties: { a: { type: string }, b: { type: string } }, additionalProperties: true }',
    },
    after: { request: '{ type: object, properties: { a: { type: string } }, additionalProperties: true }' },
    finds: ['warning structural request-property-removed 11:87 → 11:21: `b` is no longer read'],
  },
  {
    title: 'breaks what the API sends: `b` is no longer promised',
    before: {
      response:
        '{ type: object, required: [b], properties: { a: { type: string }, b: { type: string } }, additionalProperties: true }',
    },
    after: { response: '{ type: object, properties: { a: { type: string } }, additionalProperties: true }' },
    finds: ['breaking structural response-property-removed 12:89 → 12:23: `b` is no longer promised'],
    witnesses: ['{}'],
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
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { a: { type: string } } } } } }',
    },
    finds: ['warning structural request-property-removed 16:121 → 16:70: `b` is no longer read'],
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
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { a: { type: string } } } } } }',
    },
    finds: ['warning structural response-property-removed 15:121 → 15:70: `b` is no longer sent'],
  },
  {
    title: 'lets go what was announced to go',
    before: {
      response:
        '{ type: object, required: [b], properties: { a: { type: string }, b: { type: string, x-lifecycle: { state: deprecated, sunset: "2025-12-01" } } } }',
    },
    after: { response: '{ type: object, properties: { a: { type: string } } }' },
    finds: ['info structural response-property-removed 12:89 → 12:23: `b` is no longer sent'],
    witnesses: ['{}'],
    helps: ['Its sunset was on 2025-12-01.'],
  },
  {
    title: 'is silent about what had no part in responses',
    before: { response: '{ type: object, properties: { a: { type: string }, b: { type: string, writeOnly: true } } }' },
    after: { response: '{ type: object, properties: { a: { type: string } } }' },
    finds: [],
  },
  {
    title: 'follows a member into an alternative',
    before: {
      request: '{ type: object, properties: { data: { type: object, properties: { a: { type: string } } } } }',
    },
    after: {
      request:
        '{ type: object, properties: { data: { anyOf: [{ type: object, properties: { a: { type: string } } }, { enum: [""] }] } } }',
    },
    finds: [],
  },
  {
    title: 'follows a member into what may be null',
    before: { response: '{ $ref: "#/components/schemas/Line" }', schemas: line },
    after: {
      response: '{ anyOf: [{ anyOf: [{ $ref: "#/components/schemas/Line" }] }, { type: "null" }] }',
      schemas: line,
    },
    finds: [],
  },
  {
    title: 'promises nothing where nothing is declared any more',
    before: { response: '{ type: object, required: [b], properties: { b: { type: string } } }' },
    after: { response: '{ type: object, properties: {} }' },
    finds: ['breaking structural response-property-removed 12:68 → 12:23: `b` is no longer promised'],
    witnesses: ['{}'],
  },
  {
    title: 'breaks what is sent to the API when the object is closed with it',
    before: { request: '{ type: object, properties: { a: { type: string }, b: { type: string } } }' },
    after: { request: '{ type: object, additionalProperties: false, properties: { a: { type: string } } }' },
    finds: ['breaking structural request-property-removed 11:72 → 11:21: `b` is no longer accepted'],
    witnesses: ['{"b":""}'],
  },
]
