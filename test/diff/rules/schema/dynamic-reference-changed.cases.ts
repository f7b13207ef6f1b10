import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'warns of what is sent to the API',
    before: {
      request: '{ type: object, properties: { below: { $dynamicRef: "#node" } } }',
      schemas:
        'One: { $dynamicAnchor: node, type: object }\nTwo: { $dynamicAnchor: node, type: object }\nThree: { $dynamicAnchor: knot, type: object }\nFour: { $dynamicAnchor: knot, type: object }',
    },
    after: {
      request: '{ type: object, properties: { below: { $dynamicRef: "#knot" } } }',
      schemas:
        'One: { $dynamicAnchor: node, type: object }\nTwo: { $dynamicAnchor: node, type: object }\nThree: { $dynamicAnchor: knot, type: object }\nFour: { $dynamicAnchor: knot, type: object }',
    },
    finds: [
      'warning structural request-dynamic-reference-changed 11:58 → 11:58: `below` refers to another schema, by a reference that depends on the way to it',
    ],
    witnesses: ['unknown: dynamic-reference'],
    helps: ['Refer to the schema by `$ref`.'],
  },
  {
    title: 'warns of what the API sends',
    before: {
      response: '{ type: object, properties: { below: { $dynamicRef: "#node" } } }',
      schemas:
        'One: { $dynamicAnchor: node, type: object }\nTwo: { $dynamicAnchor: node, type: object }\nThree: { $dynamicAnchor: knot, type: object }\nFour: { $dynamicAnchor: knot, type: object }',
    },
    after: {
      response: '{ type: object, properties: { below: { $dynamicRef: "#knot" } } }',
      schemas:
        'One: { $dynamicAnchor: node, type: object }\nTwo: { $dynamicAnchor: node, type: object }\nThree: { $dynamicAnchor: knot, type: object }\nFour: { $dynamicAnchor: knot, type: object }',
    },
    finds: [
      'warning structural response-dynamic-reference-changed 12:60 → 12:60: `below` refers to another schema, by a reference that depends on the way to it',
    ],
    witnesses: ['unknown: dynamic-reference'],
    helps: ['Refer to the schema by `$ref`.'],
  },
  {
    title:
      'warns of what is sent to the API: `below` refers to another schema, by a reference that depends on the way to it',
    before: {
      request: '{ type: object, properties: { below: { description: Any. } } }',
      schemas:
        'One: { $dynamicAnchor: node, type: object }\nTwo: { $dynamicAnchor: node, type: object }\nThree: { $dynamicAnchor: knot, type: object }\nFour: { $dynamicAnchor: knot, type: object }',
    },
    after: {
      request: '{ type: object, properties: { below: { $dynamicRef: "#knot" } } }',
      schemas:
        'One: { $dynamicAnchor: node, type: object }\nTwo: { $dynamicAnchor: node, type: object }\nThree: { $dynamicAnchor: knot, type: object }\nFour: { $dynamicAnchor: knot, type: object }',
    },
    finds: [
      'warning structural request-dynamic-reference-changed 11:58 → 11:58: `below` refers to another schema, by a reference that depends on the way to it',
    ],
    witnesses: ['unknown: dynamic-reference'],
  },
  {
    title: 'leaves what the API sends as it was understood',
    before: {
      response: '{ type: object, properties: { below: { description: Any. } } }',
      schemas:
        'One: { $dynamicAnchor: node, type: object }\nTwo: { $dynamicAnchor: node, type: object }\nThree: { $dynamicAnchor: knot, type: object }\nFour: { $dynamicAnchor: knot, type: object }',
    },
    after: {
      response: '{ type: object, properties: { below: { $dynamicRef: "#knot" } } }',
      schemas:
        'One: { $dynamicAnchor: node, type: object }\nTwo: { $dynamicAnchor: node, type: object }\nThree: { $dynamicAnchor: knot, type: object }\nFour: { $dynamicAnchor: knot, type: object }',
    },
    finds: [
      'info structural response-dynamic-reference-changed 12:60 → 12:60: `below` refers to another schema, by a reference that depends on the way to it',
    ],
    helps: [undefined],
  },
  {
    title: 'leaves what is sent to the API as it was understood',
    before: {
      request: '{ type: object, properties: { below: { $dynamicRef: "#knot" } } }',
      schemas:
        'One: { $dynamicAnchor: node, type: object }\nTwo: { $dynamicAnchor: node, type: object }\nThree: { $dynamicAnchor: knot, type: object }\nFour: { $dynamicAnchor: knot, type: object }',
    },
    after: {
      request: '{ type: object, properties: { below: { description: Any. } } }',
      schemas:
        'One: { $dynamicAnchor: node, type: object }\nTwo: { $dynamicAnchor: node, type: object }\nThree: { $dynamicAnchor: knot, type: object }\nFour: { $dynamicAnchor: knot, type: object }',
    },
    finds: [
      'info structural request-dynamic-reference-changed 11:58 → 11:58: `below` refers to another schema, by a reference that depends on the way to it',
    ],
    helps: [undefined],
  },
  {
    title:
      'warns of what the API sends: `below` refers to another schema, by a reference that depends on the way to it',
    before: {
      response: '{ type: object, properties: { below: { $dynamicRef: "#knot" } } }',
      schemas:
        'One: { $dynamicAnchor: node, type: object }\nTwo: { $dynamicAnchor: node, type: object }\nThree: { $dynamicAnchor: knot, type: object }\nFour: { $dynamicAnchor: knot, type: object }',
    },
    after: {
      response: '{ type: object, properties: { below: { description: Any. } } }',
      schemas:
        'One: { $dynamicAnchor: node, type: object }\nTwo: { $dynamicAnchor: node, type: object }\nThree: { $dynamicAnchor: knot, type: object }\nFour: { $dynamicAnchor: knot, type: object }',
    },
    finds: [
      'warning structural response-dynamic-reference-changed 12:60 → 12:60: `below` refers to another schema, by a reference that depends on the way to it',
    ],
    witnesses: ['unknown: dynamic-reference'],
  },
]
