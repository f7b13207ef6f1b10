import { describe, expect, it } from 'vitest'
import type { Binding } from '../../../src/contract/model/index.js'
import { contractOf, told } from './support.js'

const shown = (bindings: readonly Binding[] | undefined) =>
  bindings?.map(({ on, protocol, fields, schemas, at }) => ({
    on,
    protocol,
    fields: [...fields].map(([name, field]) => [name, field.value, field.at.pointer]),
    schemas: [...schemas].map(([name, schema]) => [name, schema.types ?? schema.foreign, schema.at.pointer]),
    at: at.pointer,
  }))

const start = `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
`

describe('bindings', () => {
  it('are read field by field, without versions and extensions', async () => {
    const { channels } = await contractOf(`${start}channels:
  orders:
    bindings:
      x-note: none
      nats:
      amqp:
        bindingVersion: 0.3.0
        x-owner: shop
        is: queue
        queue: { name: orders, durable: true, x-note: none }
      sns: { tags: {}, policy: { statements: [{ effect: Allow }] } }
`)
    expect(shown(channels[0]?.bindings)).toEqual([
      {
        on: 'channel',
        protocol: 'amqp',
        fields: [
          ['is', 'queue', '/channels/orders/bindings/amqp/is'],
          ['queue.name', 'orders', '/channels/orders/bindings/amqp/queue/name'],
          ['queue.durable', true, '/channels/orders/bindings/amqp/queue/durable'],
        ],
        schemas: [],
        at: '/channels/orders/bindings/amqp',
      },
      {
        on: 'channel',
        protocol: 'sns',
        fields: [['policy.statements', [{ effect: 'Allow' }], '/channels/orders/bindings/sns/policy/statements']],
        schemas: [],
        at: '/channels/orders/bindings/sns',
      },
    ])
  })

  it('may be referred to, as a whole and protocol by protocol, and come from traits', async () => {
    const { operations } = await contractOf(`${start}channels:
  orders:
    publish:
      traits: [{ $ref: '#/components/operationTraits/bound' }]
      message:
        payload: {}
        bindings: { http: { $ref: '#/components/messageBindings/http' } }
components:
  operationTraits: { bound: { bindings: { $ref: '#/components/operationBindings/all' } } }
  operationBindings: { all: { mqtt: { qos: 1 } } }
  messageBindings: { http: { headers: { type: object } } }
`)
    const [operation] = operations
    expect(operation?.kind === 'channel' && shown(operation.bindings)).toEqual([
      {
        on: 'operation',
        protocol: 'mqtt',
        fields: [['qos', 1, '/components/operationBindings/all/mqtt/qos']],
        schemas: [],
        at: '/components/operationBindings/all/mqtt',
      },
    ])
    expect(operation?.kind === 'channel' && shown(operation.messages[0]?.bindings)).toEqual([
      {
        on: 'message',
        protocol: 'http',
        fields: [],
        schemas: [['headers', ['object'], '/components/messageBindings/http/headers']],
        at: '/components/messageBindings/http',
      },
    ])
  })

  it('keep the key of a record in the language of its payload, without looking for what it refers to', async () => {
    const text = (version: string, message: string) => `asyncapi: ${version}
info: { title: Orders, version: 1.0.0 }
components:
  messages: { order: ${message} }
channels:
${version === '3.0.0' ? "  orders: { address: orders, messages: { order: { $ref: '#/components/messages/order' } } }" : "  orders: { publish: { message: { $ref: '#/components/messages/order' } } }"}
`
    const avro = 'application/vnd.apache.avro;version=1.9.0'
    const bindings = `bindings: { kafka: { key: { $ref: 'https://example.com/key.avsc' } } }`
    const two = text('2.6.0', `{ schemaFormat: ${avro}, payload: { type: long }, ${bindings} }`)
    const three = text('3.0.0', `{ payload: { schemaFormat: ${avro}, schema: { type: long } }, ${bindings} }`)
    for (const document of [two, three]) {
      const { channels } = await contractOf(document)
      expect(shown(channels[0]?.messages[0]?.bindings)?.[0]?.schemas).toEqual([
        [
          'key',
          { format: avro, value: { $ref: 'https://example.com/key.avsc' } },
          '/components/messages/order/bindings/kafka/key',
        ],
      ])
    }
  })

  it('that are no objects are said to be none', async () => {
    expect(await told(`${start}channels: { orders: { bindings: { kafka: fast } } }\n`)).toEqual([
      '3:42 TK1103 error `kafka` is a text, not an object',
    ])
  })

  it('take names of prototypes for names', async () => {
    const { channels } = await contractOf(`${start}channels:
  orders: { bindings: { __proto__: { constructor: 1 }, kafka: { __proto__: { topic: a } } } }
`)
    expect(
      shown(channels[0]?.bindings)?.map(({ protocol, fields }) => [protocol, fields.map(([name]) => name)]),
    ).toEqual([
      ['__proto__', ['constructor']],
      ['kafka', ['__proto__.topic']],
    ])
  })
})
