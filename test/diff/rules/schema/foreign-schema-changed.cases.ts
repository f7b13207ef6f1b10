import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'warns of what the API sends',
    before: orders('send', avro('string')),
    after: orders('send', avro('int')),
    finds: [
      'warning structural published-foreign-schema-changed 8:87 → 8:87: the message `placed` is described in another language, and the description changed',
    ],
    witnesses: ['unknown: the schema is written in another language'],
    helps: ['Compare the two descriptions with the tool of their language.'],
  },
  {
    title: 'warns of what the API receives',
    before: orders('receive', avro('string')),
    after: orders('receive', avro('int')),
    finds: [
      'warning structural consumed-foreign-schema-changed 8:87 → 8:87: the message `placed` is described in another language, and the description changed',
    ],
    witnesses: ['unknown: the schema is written in another language'],
  },
  {
    title: 'warns of headers in another language',
    before: orders('receive', avro('int'), '{ type: object }'),
    after: orders('receive', avro('int'), avro('int')),
    finds: [
      'warning structural consumed-foreign-schema-changed 9:18 → 9:87: the message `placed` is described in another language, and the description changed',
    ],
    witnesses: ['unknown: the schema is written in another language'],
  },
  {
    title: 'warns of headers that can be read now',
    before: orders('send', avro('int'), avro('int')),
    after: orders('send', avro('int'), '{ type: object }'),
    finds: [
      'warning structural published-foreign-schema-changed 9:87 → 9:18: the message `placed` is described in another language, and the description changed',
    ],
    witnesses: ['unknown: the schema is written in another language'],
  },
  {
    title: 'is silent about another layout of the same description',
    before: orders('send', avro('int')),
    after: orders('send', avro('int').replace('record, name: Placed', '"record", "name": "Placed"')),
    finds: [],
  },
]

function avro(type: string): string {
  return `{ schemaFormat: 'application/vnd.apache.avro;version=1.9.0', schema: { type: record, name: Placed, fields: [{ name: sku, type: ${type} }] } }`
}

function orders(action: 'send' | 'receive', payload: string, headers = '{ type: object }'): string {
  return `asyncapi: 3.0.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    address: orders
    messages:
      placed:
        payload: ${payload}
        headers: ${headers}
operations:
  placed:
    action: ${action}
    channel: { $ref: '#/channels/orders' }
`
}
