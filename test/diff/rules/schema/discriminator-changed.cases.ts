import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'warns of what is sent to the API',
    before: {
      request:
        '{ anyOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Cash" }], discriminator: { propertyName: kind } }',
      schemas:
        'Card: { type: object, properties: { kind: { type: string }, type: { type: string } } }\nCash: { type: object, properties: { kind: { type: string }, type: { type: string }, note: { type: string } } }',
    },
    after: {
      request:
        '{ anyOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Cash" }], discriminator: { propertyName: type } }',
      schemas:
        'Card: { type: object, properties: { kind: { type: string }, type: { type: string } } }\nCash: { type: object, properties: { kind: { type: string }, type: { type: string }, note: { type: string } } }',
    },
    finds: [
      'warning structural request-discriminator-changed 11:125 → 11:125: the discriminator of the request body went from `kind` to `type`',
    ],
    helps: ['Keep the names that the discriminator gives to alternatives.'],
  },
  {
    title: 'warns of what the API sends',
    before: {
      response:
        '{ anyOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Cash" }], discriminator: { propertyName: kind } }',
      schemas:
        'Card: { type: object, properties: { kind: { type: string }, type: { type: string } } }\nCash: { type: object, properties: { kind: { type: string }, type: { type: string }, note: { type: string } } }',
    },
    after: {
      response:
        '{ anyOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Cash" }], discriminator: { propertyName: type } }',
      schemas:
        'Card: { type: object, properties: { kind: { type: string }, type: { type: string } } }\nCash: { type: object, properties: { kind: { type: string }, type: { type: string }, note: { type: string } } }',
    },
    finds: [
      'warning structural response-discriminator-changed 12:127 → 12:127: the discriminator of the response 200 went from `kind` to `type`',
    ],
    helps: ['Keep the names that the discriminator gives to alternatives.'],
  },
  {
    title: 'warns of what is sent to the API: the discriminator of the request body names its alternatives otherwise',
    before: {
      request:
        '{ anyOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Cash" }], discriminator: { propertyName: kind, mapping: { card: Card } } }',
      schemas:
        'Card: { type: object, properties: { kind: { type: string }, type: { type: string } } }\nCash: { type: object, properties: { kind: { type: string }, type: { type: string }, note: { type: string } } }',
    },
    after: {
      request:
        '{ anyOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Cash" }], discriminator: { propertyName: kind, mapping: { credit: Card } } }',
      schemas:
        'Card: { type: object, properties: { kind: { type: string }, type: { type: string } } }\nCash: { type: object, properties: { kind: { type: string }, type: { type: string }, note: { type: string } } }',
    },
    finds: [
      'warning structural request-discriminator-changed 11:125 → 11:125: the discriminator of the request body names its alternatives otherwise',
    ],
  },
  {
    title: 'warns of what the API sends: the discriminator of the response 200 names its alternatives otherwise',
    before: {
      response:
        '{ anyOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Cash" }], discriminator: { propertyName: kind, mapping: { card: Card } } }',
      schemas:
        'Card: { type: object, properties: { kind: { type: string }, type: { type: string } } }\nCash: { type: object, properties: { kind: { type: string }, type: { type: string }, note: { type: string } } }',
    },
    after: {
      response:
        '{ anyOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Cash" }], discriminator: { propertyName: kind, mapping: { credit: Card } } }',
      schemas:
        'Card: { type: object, properties: { kind: { type: string }, type: { type: string } } }\nCash: { type: object, properties: { kind: { type: string }, type: { type: string }, note: { type: string } } }',
    },
    finds: [
      'warning structural response-discriminator-changed 12:127 → 12:127: the discriminator of the response 200 names its alternatives otherwise',
    ],
  },
  {
    title: 'leaves what is sent to the API as it was understood',
    before: {
      request: '{ anyOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Cash" }] }',
      schemas:
        'Card: { type: object, properties: { kind: { type: string }, type: { type: string } } }\nCash: { type: object, properties: { kind: { type: string }, type: { type: string }, note: { type: string } } }',
    },
    after: {
      request:
        '{ anyOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Cash" }], discriminator: { propertyName: kind } }',
      schemas:
        'Card: { type: object, properties: { kind: { type: string }, type: { type: string } } }\nCash: { type: object, properties: { kind: { type: string }, type: { type: string }, note: { type: string } } }',
    },
    finds: [
      'info structural request-discriminator-changed 11:21 → 11:125: the discriminator of the request body was added',
    ],
    helps: [undefined],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: {
      response: '{ anyOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Cash" }] }',
      schemas:
        'Card: { type: object, properties: { kind: { type: string }, type: { type: string } } }\nCash: { type: object, properties: { kind: { type: string }, type: { type: string }, note: { type: string } } }',
    },
    after: {
      response:
        '{ anyOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Cash" }], discriminator: { propertyName: kind } }',
      schemas:
        'Card: { type: object, properties: { kind: { type: string }, type: { type: string } } }\nCash: { type: object, properties: { kind: { type: string }, type: { type: string }, note: { type: string } } }',
    },
    finds: [
      'info structural response-discriminator-changed 12:23 → 12:127: the discriminator of the response 200 was added',
    ],
    helps: [undefined],
  },
  {
    title: 'leaves what is sent to the API as it was understood: the discriminator of the request body was removed',
    before: {
      request:
        '{ anyOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Cash" }], discriminator: { propertyName: kind } }',
      schemas:
        'Card: { type: object, properties: { kind: { type: string }, type: { type: string } } }\nCash: { type: object, properties: { kind: { type: string }, type: { type: string }, note: { type: string } } }',
    },
    after: {
      request: '{ anyOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Cash" }] }',
      schemas:
        'Card: { type: object, properties: { kind: { type: string }, type: { type: string } } }\nCash: { type: object, properties: { kind: { type: string }, type: { type: string }, note: { type: string } } }',
    },
    finds: [
      'info structural request-discriminator-changed 11:125 → 11:21: the discriminator of the request body was removed',
    ],
  },
  {
    title: 'leaves what the API sends as it was understood: the discriminator of the response 200 was removed',
    before: {
      response:
        '{ anyOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Cash" }], discriminator: { propertyName: kind } }',
      schemas:
        'Card: { type: object, properties: { kind: { type: string }, type: { type: string } } }\nCash: { type: object, properties: { kind: { type: string }, type: { type: string }, note: { type: string } } }',
    },
    after: {
      response: '{ anyOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Cash" }] }',
      schemas:
        'Card: { type: object, properties: { kind: { type: string }, type: { type: string } } }\nCash: { type: object, properties: { kind: { type: string }, type: { type: string }, note: { type: string } } }',
    },
    finds: [
      'info structural response-discriminator-changed 12:127 → 12:23: the discriminator of the response 200 was removed',
    ],
  },
]
