import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'leaves what is sent to the API as it was understood',
    before: { request: '{ type: object, properties: { x: { oneOf: [{ type: string }] } } }' },
    after: { request: '{ type: object, properties: { x: { oneOf: [{ type: string }, { type: integer }] } } }' },
    finds: ['info structural request-alternative-added 11:54 → 11:82: `x` may also be integer'],
    helps: [undefined],
  },
  {
    title: 'breaks what the API sends',
    before: { response: '{ type: object, properties: { x: { oneOf: [{ type: string }] } } }' },
    after: { response: '{ type: object, properties: { x: { oneOf: [{ type: string }, { type: integer }] } } }' },
    finds: ['breaking structural response-alternative-added 12:56 → 12:84: `x` may also be integer'],
    witnesses: ['{"x":0}'],
    helps: ['Send the new alternative only to callers that ask for it until 2.0.0.'],
  },
  {
    title: 'leaves what is sent to the API as it was understood: `x` may also be `Many`',
    before: { request: '{ type: object, properties: { x: { anyOf: [{ type: string }] } } }' },
    after: {
      request: '{ type: object, properties: { x: { anyOf: [{ type: string }, { title: Many, type: array }] } } }',
    },
    finds: ['info structural request-alternative-added 11:54 → 11:82: `x` may also be `Many`'],
  },
  {
    title: 'breaks what the API sends: `x` may also be `Many`',
    before: { response: '{ type: object, properties: { x: { anyOf: [{ type: string }] } } }' },
    after: {
      response: '{ type: object, properties: { x: { anyOf: [{ type: string }, { title: Many, type: array }] } } }',
    },
    finds: ['breaking structural response-alternative-added 12:56 → 12:84: `x` may also be `Many`'],
    witnesses: ['{"x":[]}'],
  },
  {
    title: 'leaves what is sent to the API as it was understood, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { oneOf: [{ type: string }] } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { oneOf: [{ type: string }, { type: integer }] } } } } } }',
    },
    finds: ['info structural request-alternative-added 16:103 → 16:131: `x` may also be integer'],
  },
  {
    title: 'breaks what the API sends, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { oneOf: [{ type: string }] } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { oneOf: [{ type: string }, { type: integer }] } } } } } }',
    },
    finds: ['breaking structural response-alternative-added 15:103 → 15:131: `x` may also be integer'],
    witnesses: ['[{"line":{"x":0}}]'],
  },
  {
    title: 'refuses what two accept',
    before: { request: '{ oneOf: [{ type: string }] }' },
    after: { request: '{ oneOf: [{ type: string }, { title: Short, type: string, maxLength: 2 }] }' },
    finds: ['breaking structural request-alternative-added 11:21 → 11:49: the request body may also be `Short`'],
    witnesses: ['""'],
    helps: ['Leave the other alternatives as they are until 2.0.0.'],
  },
  {
    title: 'names an alternative by its schema',
    before: {
      response: '{ oneOf: [{ $ref: "#/components/schemas/Card" }] }',
      schemas:
        'Card: { type: object, required: [card], properties: { card: { type: string } } }\nCash: { type: object, required: [cash], properties: { cash: { type: integer } } }',
    },
    after: {
      response: '{ oneOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Cash" }] }',
      schemas:
        'Card: { type: object, required: [card], properties: { card: { type: string } } }\nCash: { type: object, required: [cash], properties: { cash: { type: integer } } }',
    },
    finds: ['breaking structural response-alternative-added 12:23 → 12:72: the response 200 may also be `Cash`'],
    witnesses: ['{"cash":0}'],
  },
  {
    title: 'takes nothing with another tag for the same alternative',
    before: {
      response:
        '{ oneOf: [{ type: object, required: [kind], properties: { kind: { const: card }, number: { type: string } } }, { type: object, required: [kind], properties: { kind: { const: cash } } }] }',
    },
    after: {
      response:
        '{ oneOf: [{ type: object, required: [kind], properties: { kind: { const: cash } } }, { type: object, required: [kind], properties: { kind: { const: gift }, code: { type: string } } }] }',
    },
    finds: [
      'breaking structural response-alternative-added 12:23 → 12:108: the response 200 may also be an object with `kind` `gift`',
    ],
    witnesses: ['{"kind":"gift"}'],
  },
]
