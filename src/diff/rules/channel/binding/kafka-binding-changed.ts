import type { BindingTable } from './binding-table.js'
import { defineBindingRule } from './define-binding-rule.js'

/** What each field of the binding is to those who use it. */
export const kafkaTable = {
  server: {
    schemaRegistryUrl: { effect: 'consumers', why: 'Consumers look the schemas of records up there.' },
    schemaRegistryVendor: {
      effect: 'consumers',
      why: 'Registries of different vendors mark records differently, and consumers of the other kind cannot read them.',
    },
  },
  channel: {
    topic: {
      effect: 'both',
      why: 'It is the topic that records are written to and read from, whatever the address of the channel says.',
      isAddress: true,
    },
    partitions: {
      effect: 'warning',
      why: 'Records of one key go to another partition from now on: their order is not kept across the change, and consumers that count partitions must be told.',
    },
    replicas: { effect: 'info', why: 'How often the broker keeps a record is not on the wire.' },
    'topicConfiguration.cleanup.policy': {
      effect: 'info',
      why: 'How the broker cleans up shows only to those who read old records.',
    },
    'topicConfiguration.retention.ms': {
      effect: 'info',
      why: 'How long the broker keeps records shows only to those who read old ones.',
    },
    'topicConfiguration.retention.bytes': {
      effect: 'info',
      why: 'How much the broker keeps shows only to those who read old records.',
    },
    'topicConfiguration.delete.retention.ms': {
      effect: 'info',
      why: 'How long deletions can be read shows only to those who read old records.',
    },
    'topicConfiguration.max.message.bytes': {
      effect: 'warning',
      why: 'The broker refuses records that are larger, and consumers must be ready to fetch what is allowed.',
    },
    'topicConfiguration.confluent.key.schema.validation': {
      effect: 'publishers',
      why: 'The broker refuses records whose key has no valid schema identity.',
    },
    'topicConfiguration.confluent.value.schema.validation': {
      effect: 'publishers',
      why: 'The broker refuses records whose value has no valid schema identity.',
    },
    'topicConfiguration.confluent.key.subject.name.strategy': {
      effect: 'publishers',
      why: 'Schemas of keys are looked up under other names.',
    },
    'topicConfiguration.confluent.value.subject.name.strategy': {
      effect: 'publishers',
      why: 'Schemas of values are looked up under other names.',
    },
  },
  operation: {
    'groupId.description': { effect: 'none', why: 'Words for people.' },
    'groupId.title': { effect: 'none', why: 'Words for people.' },
    'groupId.examples': { effect: 'none', why: 'Words for people.' },
    groupId: {
      effect: 'warning',
      why: 'Offsets and access are kept by consumer group: another group starts to read anew, and may not be allowed to.',
    },
    'clientId.description': { effect: 'none', why: 'Words for people.' },
    'clientId.title': { effect: 'none', why: 'Words for people.' },
    'clientId.examples': { effect: 'none', why: 'Words for people.' },
    clientId: { effect: 'warning', why: "Quotas and access may be bound to the client's identity." },
  },
  message: {
    key: {
      effect: 'warning',
      why: 'Records with one key keep their order and are compacted together; with another kind of key they are grouped differently.',
    },
    schemaIdLocation: {
      effect: 'both',
      why: 'Consumers look for the identity of the schema in one place alone; in the other one, it is part of the payload or lost.',
    },
    schemaIdPayloadEncoding: {
      effect: 'both',
      why: 'The identity of the schema takes up other bytes at the start of the payload.',
    },
    schemaLookupStrategy: { effect: 'warning', why: 'Schemas are looked up under other names.' },
  },
} as const satisfies BindingTable

export const kafkaBindingChanged = defineBindingRule({
  code: 'TK3250',
  protocol: 'kafka',
  title: 'Kafka',
  table: kafkaTable,
  why: 'Kafka has more to a channel than its address: topics, keys and the marks of a schema registry are bytes on the wire, partitions decide about order, groups about who reads what.',
  example: {
    before: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    bindings: { kafka: { topic: orders, partitions: 3 } }
    publish:
      operationId: placeOrder
      message: { name: order, payload: { type: object } }
`,
    after: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    bindings: { kafka: { topic: orders-v2, partitions: 6 } }
    publish:
      operationId: placeOrder
      message: { name: order, payload: { type: object } }
`,
    finds: [
      'breaking kafka-binding-changed receive orders: `topic` of the Kafka binding of the channel went from `orders` to `orders-v2`',
      'warning kafka-binding-changed receive orders: `partitions` of the Kafka binding of the channel went from `3` to `6`',
    ],
  },
})
