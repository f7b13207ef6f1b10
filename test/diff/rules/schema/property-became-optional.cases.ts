import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'leaves what is sent to the API as it was understood',
    before: { request: '{ type: object, required: [x], properties: { x: { type: string } } }' },
    after: { request: '{ type: object, properties: { x: { type: string } } }' },
    finds: ['info structural request-property-became-optional 11:47 → 11:21: `x` may be left out'],
    helps: [undefined],
  },
  {
    title: 'breaks what the API sends',
    before: { response: '{ type: object, required: [x], properties: { x: { type: string } } }' },
    after: { response: '{ type: object, properties: { x: { type: string } } }' },
    finds: ['breaking structural response-property-became-optional 12:49 → 12:23: `x` may be left out'],
    witnesses: ['{}'],
    helps: ['Go on sending it until 2.0.0.'],
  },
  {
    title: 'leaves what is sent to the API as it was understood, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, required: [x], properties: { x: { type: string } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string } } } } } }',
    },
    finds: ['info structural request-property-became-optional 16:96 → 16:70: `x` may be left out'],
  },
  {
    title: 'breaks what the API sends, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, required: [x], properties: { x: { type: string } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string } } } } } }',
    },
    finds: ['breaking structural response-property-became-optional 15:96 → 15:70: `x` may be left out'],
    witnesses: ['[{"line":{}}]'],
  },
  {
    title: 'leaves to an alternative what it requires',
    before: { response: '{ type: object, required: [a], properties: { a: { type: string } } }' },
    after: {
      response: '{ anyOf: [{ type: object, required: [a], properties: { a: { type: string } } }, { type: "null" }] }',
    },
    finds: [],
  },
]
