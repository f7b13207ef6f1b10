import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what is sent to the API',
    before: { request: '{ type: object, properties: { x: { type: string } } }' },
    after: { request: '{ type: object, required: [x], properties: { x: { type: string } } }' },
    finds: ['breaking structural request-property-became-required 11:21 → 11:47: `x` became required'],
    witnesses: ['{}'],
    helps: ['Give it a default on the server, or make it optional until 2.0.0.'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: { response: '{ type: object, properties: { x: { type: string } } }' },
    after: { response: '{ type: object, required: [x], properties: { x: { type: string } } }' },
    finds: ['info structural response-property-became-required 12:23 → 12:49: `x` became required'],
    helps: [undefined],
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
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, required: [x], properties: { x: { type: string } } } } } }',
    },
    finds: ['breaking structural request-property-became-required 16:70 → 16:96: `x` became required'],
    witnesses: ['[{"line":{}}]'],
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
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, required: [x], properties: { x: { type: string } } } } } }',
    },
    finds: ['info structural response-property-became-required 15:70 → 15:96: `x` became required'],
  },
  {
    title: 'sees what is required without being declared',
    before: { request: '{ type: object }' },
    after: { request: '{ type: object, required: [x] }' },
    finds: ['breaking structural request-property-became-required 11:21 → 11:47: `x` became required'],
    witnesses: ['{}'],
  },
  {
    title: 'leaves out what has no part in requests',
    before: { request: '{ type: object, properties: { x: { type: string, readOnly: true } } }' },
    after: { request: '{ type: object, required: [x], properties: { x: { type: string, readOnly: true } } }' },
    finds: [],
  },
]
