import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'

export const dynamicReferenceChanged = defineDiffRule({
  code: 'TK3049',
  name: 'dynamic-reference-changed',
  directional: true,
  category: 'structural',
  claims: ['schema.dynamicRef:added', 'schema.dynamicRef:removed', 'schema.dynamicRef:changed'],
  summary: 'A reference whose target depends on the way to it has changed.',
  message: '{subject} refers to another schema, by a reference that depends on the way to it',
  help: 'Refer to the schema by `$ref`.',
  why: 'What such a reference means cannot be decided from the schema alone.',
  example: {
    before: exampleContract({
      request: '{ $ref: "#/components/schemas/Tree" }',
      schemas:
        'Tree: { type: object, $dynamicAnchor: node, properties: { below: { $dynamicRef: "#node" } } }\nOther: { $dynamicAnchor: node, type: object }\nThird: { $dynamicAnchor: knot, type: object }\nFourth: { $dynamicAnchor: knot, type: object }',
    }),
    after: exampleContract({
      request: '{ $ref: "#/components/schemas/Tree" }',
      schemas:
        'Tree: { type: object, $dynamicAnchor: node, properties: { below: { $dynamicRef: "#knot" } } }\nOther: { $dynamicAnchor: node, type: object }\nThird: { $dynamicAnchor: knot, type: object }\nFourth: { $dynamicAnchor: knot, type: object }',
    }),
    finds: [
      'warning request-dynamic-reference-changed POST /orders: `below` refers to another schema, by a reference that depends on the way to it',
    ],
  },
  judge: (edit) => ({ ...byEffect(edit.effect), params: { subject: subjectOf(edit) } }),
})
