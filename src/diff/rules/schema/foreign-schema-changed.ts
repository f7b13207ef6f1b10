import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { subjectOf } from '../subject-of.js'

const undecided = { level: 'warning', witness: { unknown: 'the schema is written in another language' } } as const

export const foreignSchemaChanged = defineDiffRule({
  code: 'TK3050',
  name: 'foreign-schema-changed',
  directional: true,
  category: 'structural',
  claims: ['schema.foreign:added', 'schema.foreign:removed', 'schema.foreign:changed'],
  summary: 'A schema in another language (Avro, Protobuf) has changed.',
  message: '{subject} is described in another language, and the description changed',
  help: 'Compare the two descriptions with the tool of their language.',
  why: 'Only JSON Schema is decided; compare other languages with their own tools.',
  example: {
    before: `asyncapi: 3.0.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    address: orders
    messages:
      placed:
        payload:
          schemaFormat: application/vnd.apache.avro;version=1.9.0
          schema: { type: record, name: Placed, fields: [{ name: sku, type: string }] }
operations:
  sendPlaced:
    action: send
    channel: { $ref: '#/channels/orders' }
`,
    after: `asyncapi: 3.0.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    address: orders
    messages:
      placed:
        payload:
          schemaFormat: application/vnd.apache.avro;version=1.9.0
          schema: { type: record, name: Placed, fields: [{ name: sku, type: int }] }
operations:
  sendPlaced:
    action: send
    channel: { $ref: '#/channels/orders' }
`,
    finds: [
      'warning published-foreign-schema-changed send orders: the message `placed` is described in another language, and the description changed',
    ],
  },
  judge: (edit) => ({
    ...(edit.effect?.kind === 'breaking' ? byEffect(edit.effect) : undecided),
    params: { subject: subjectOf(edit) },
  }),
})
