import { describe, expect, it } from 'vitest'
import { contractOf, told } from './support.js'

const head = `asyncapi: 2.6.0
info: { title: Events, version: 1.0.0 }
`

const contract = `${head}defaultContentType: application/json
servers:
  main: { url: 'broker.example.com', protocol: amqp, security: [{ user: [] }] }
tags: [{ name: orders, description: Orders. }]
channels:
  'orders/{id}':
    servers: [main]
    parameters: { id: { schema: { type: string, format: uuid }, location: '$message.payload#/id' } }
    publish:
      operationId: placeOrder
      message: { $ref: '#/components/messages/Order' }
    subscribe:
      tags: [{ name: orders }]
      message:
        oneOf:
          - { $ref: '#/components/messages/Order' }
          - { messageId: gone, payload: { type: string } }
          - { name: gone, payload: { type: boolean } }
components:
  securitySchemes:
    user: { type: scramSha256 }
  messages:
    Order: { payload: { $ref: '#/components/schemas/Order' } }
  schemas:
    Order: { type: object }
`

describe('AsyncAPI 2', () => {
  it('turns the words round: what others publish is received', async () => {
    const { operations } = await contractOf(contract)
    const seen = operations.map((operation) => {
      if (operation.kind !== 'channel') throw new Error('no channel')
      const { id, named, action, channel, messages, tags } = operation
      return { id, named, action, channel, tags, messages: messages.map(({ name }) => name) }
    })
    expect(seen).toEqual([
      { id: 'placeOrder', named: true, action: 'receive', channel: 'orders/{id}', tags: [], messages: ['Order'] },
      {
        ...{ id: 'sendOrdersById', named: false, action: 'send', channel: 'orders/{id}', tags: ['orders'] },
        messages: ['Order', 'gone', 'gone2'],
      },
    ])
  })

  it('reads a channel by its address, with the messages of both directions once', async () => {
    const { channels } = await contractOf(contract)
    expect(
      channels.map(({ key, address, servers, messages }) => ({ key, address, servers, messages: messages.length })),
    ).toEqual([{ key: 'orders/{id}', address: 'orders/{id}', servers: ['main'], messages: 3 }])
    const [parameter] = channels[0]?.parameters ?? []
    expect([parameter?.schema.format, parameter?.location]).toEqual(['uuid', '$message.payload#/id'])
  })

  it('lays traits over the message, in their order', async () => {
    const { channels } = await contractOf(`${head}channels:
  a:
    publish:
      message:
        title: Own
        description: Own
        headers: { type: object, properties: { own: { type: string } } }
        traits:
          - { title: First, headers: { properties: { first: { type: string }, own: null } } }
          - { title: Second, description: null }
`)
    const message = channels[0]?.messages[0]
    expect([message?.title, message?.description]).toEqual(['Second', undefined])
    expect([...(message?.headers?.properties?.keys() ?? [])]).toEqual(['first'])
  })

  it('reads a payload in the format of its message', async () => {
    const { channels } = await contractOf(`${head}channels:
  a:
    publish:
      message:
        schemaFormat: application/vnd.oai.openapi;version=3.0.0
        payload: { type: string, nullable: true }
`)
    expect(channels[0]?.messages[0]?.payload?.types).toEqual(['null', 'string'])
  })

  it('keeps what it does not understand, and never opens it', async () => {
    const text = `${head}channels:
  a: { publish: { message: { schemaFormat: application/vnd.apache.avro+json, payload: { $ref: ./none.avsc } } } }
  b: { publish: { message: { schemaFormat: application/vnd.apache.avro+json, payload: {} } } }
`
    const { channels } = await contractOf(text)
    expect(channels[0]?.messages[0]?.payload?.foreign).toEqual({
      format: 'application/vnd.apache.avro+json',
      value: { $ref: './none.avsc' },
    })
    expect(await told(text)).toEqual([
      '4:87 TK1207 warning payloads of format `application/vnd.apache.avro+json` are kept and not understood (places: 2)',
    ])
  })

  it('refuses two operations with one id, and names the first', async () => {
    const text = `${head}channels:
  a: { publish: { operationId: go } }
  b: { publish: { operationId: go } }
`
    expect(await told(text)).toEqual(['5:32 TK1203 error the operationId `go` is used twice'])
  })

  it.each([
    ['a: { servers: [main] }', '4:18 TK1211 error there is no server `main`'],
    ['a: { publish: { security: [{ user: [] }] } }', '4:32 TK1115 error the security scheme `user` is not declared'],
    [
      'a: { pubish: {} }',
      '4:16 TK1202 warning `pubish` is no field of a channel in AsyncAPI 2.6.0 and has no effect (places: 1)',
    ],
    ['a: { publish: [] }', '4:17 TK1103 error `publish` is a list, not an object'],
  ])('says where %s is wrong', async (channel, problem) => {
    expect(await told(`${head}channels:\n  ${channel}\n`)).toEqual([problem])
  })
})

describe('versions', () => {
  it.each(['2.0.0', '2.1.0', '2.6.0', '3.0.0', '3.1.0', '2.6.0-rc.1'])('reads %s', async (version) => {
    const { specVersion } = await contractOf(`asyncapi: ${version}\ninfo: { title: E, version: 1.0.0 }\nchannels: {}\n`)
    expect(specVersion).toBe(version)
  })

  it.each(['1.2.0', '2.7.0', '3.2.0', '4.0.0', '3', 'three', '[]', "''"])(
    'refuses %s where it stands',
    async (version) => {
      const problems = await told(`asyncapi: ${version}\ninfo: { title: E, version: 1.0.0 }\nchannels: {}\n`)
      expect(problems.map((text) => text.slice(0, 17))).toEqual(['1:11 TK1201 error'])
    },
  )
})
