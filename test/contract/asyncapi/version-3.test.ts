import { describe, expect, it } from 'vitest'
import { contractOf, told } from './support.js'

const head = `asyncapi: 3.0.0
info: { title: Events, version: 1.0.0 }
`

const contract = `${head}defaultContentType: application/json
servers:
  main:
    host: '{region}.example.com:4222'
    pathname: /v1
    protocol: nats
    variables: { region: { enum: [eu, us], default: eu } }
    security: [{ $ref: '#/components/securitySchemes/user' }]
channels:
  orders:
    address: 'orders.{tenant}'
    x-tenant-scope: tenant
    servers: [{ $ref: '#/servers/main' }]
    parameters: { tenant: { enum: [a, b], default: a, x-tenant-key: true } }
    messages:
      placed: { $ref: '#/components/messages/Placed' }
      shipped: { payload: { type: string } }
  replies:
    address: null
    messages: { done: { payload: { type: boolean } } }
operations:
  onOrder:
    action: receive
    channel: { $ref: '#/channels/orders' }
    summary: An order.
    tags: [{ name: orders }]
    messages: [{ $ref: '#/channels/orders/messages/placed' }]
    reply:
      channel: { $ref: '#/channels/replies' }
      address: { location: '$message.header#/replyTo' }
  sendAll:
    action: send
    channel: { $ref: '#/channels/orders' }
    x-lifecycle: deprecated
components:
  securitySchemes:
    user: { type: userPassword }
  messages:
    Placed:
      title: Placed
      contentType: application/cloudevents+json
      correlationId: { location: '$message.header#/id' }
      headers: { type: object, properties: { id: { type: string } } }
      payload: { $ref: '#/components/schemas/Order' }
  schemas:
    Order: { type: object, properties: { id: { type: string } } }
`

describe('AsyncAPI 3', () => {
  it('reads servers with their variables and security', async () => {
    const { servers, securitySchemes } = await contractOf(contract)
    expect(
      servers.map(({ name, url, protocol, variables, security }) => ({
        ...{ name, url, protocol, variables: [...variables] },
        security: security.map(({ schemes }) => [...schemes]),
      })),
    ).toEqual([
      {
        ...{ name: 'main', url: 'nats://{region}.example.com:4222/v1', protocol: 'nats' },
        variables: [['region', { enum: ['eu', 'us'], default: 'eu' }]],
        security: [[['user', []]]],
      },
    ])
    expect([...securitySchemes.values()].map(({ type }) => type)).toEqual(['broker'])
  })

  it('reads channels with parameters and messages by key', async () => {
    const { channels } = await contractOf(contract)
    expect(channels.map(({ key, address, servers }) => ({ key, address, servers }))).toEqual([
      { key: 'orders', address: 'orders.{tenant}', servers: ['main'] },
      { key: 'replies', address: undefined, servers: [] },
    ])
    const [parameter] = channels[0]?.parameters ?? []
    expect([parameter?.name, parameter?.schema.enum, parameter?.schema.default, parameter?.tenantKey?.value]).toEqual([
      'tenant',
      ['a', 'b'],
      'a',
      {},
    ])
    expect(channels[0]?.messages.map(({ name, contentType }) => [name, contentType])).toEqual([
      ['placed', 'application/cloudevents+json'],
      ['shipped', 'application/json'],
    ])
  })

  it('reads operations with their messages, replies and what holds for them', async () => {
    const { operations } = await contractOf(contract)
    const seen = operations.map((operation) => {
      if (operation.kind !== 'channel') throw new Error('no channel')
      const { id, named, action, channel, messages, reply, tags, deprecated, governance } = operation
      return {
        ...{ id, named, action, channel, tags, deprecated, scope: governance.scope?.value.scope },
        messages: messages.map(({ name }) => name),
        ...(reply && { reply: { ...reply, messages: reply.messages.map(({ name }) => name) } }),
      }
    })
    expect(seen).toEqual([
      {
        ...{ id: 'onOrder', named: true, action: 'receive', channel: 'orders', tags: ['orders'], deprecated: false },
        ...{ scope: 'tenant', messages: ['placed'] },
        reply: { channel: 'replies', addressLocation: '$message.header#/replyTo', messages: ['done'] },
      },
      {
        ...{ id: 'sendAll', named: true, action: 'send', channel: 'orders', tags: [], deprecated: true },
        ...{ scope: 'tenant', messages: ['placed', 'shipped'] },
      },
    ])
  })

  it('keeps a message where it stands and its payload as a reference', async () => {
    const { channels, schemas } = await contractOf(contract)
    const placed = channels[0]?.messages[0]
    expect(placed?.at.pointer).toBe('/components/messages/Placed')
    expect(placed?.payload?.ref).toBe('c.yaml#/components/schemas/Order')
    expect(placed?.correlationId).toBe('$message.header#/id')
    expect([...schemas.keys()]).toEqual(['c.yaml#/components/schemas/Order'])
  })

  it('lets no trait override what the message says itself', async () => {
    const { channels } = await contractOf(`${head}channels:
  a:
    address: a
    messages:
      m:
        title: Own
        traits: [{ $ref: '#/components/messageTraits/First' }, { $ref: '#/components/messageTraits/Second' }]
        headers: { type: object, properties: { own: { type: string } } }
components:
  messageTraits:
    First:
      title: First
      summary: First
      contentType: text/plain
      x-tenant-scope: tenant
      headers: { type: object, properties: { first: { type: string } } }
    Second: { title: Second, summary: Second, x-tenant-scope: shared, x-data-classification: internal }
`)
    const message = channels[0]?.messages[0]
    expect([message?.title, message?.summary, message?.contentType]).toEqual(['Own', 'Second', 'text/plain'])
    expect([...(message?.headers?.properties?.keys() ?? [])]).toEqual(['first', 'own'])
    expect(message?.governance.scope).toEqual({
      value: { scope: 'shared' },
      at: { document: 'c.yaml', pointer: '/components/messageTraits/Second/x-tenant-scope' },
    })
    expect(message?.classification?.at.pointer).toBe('/components/messageTraits/Second/x-data-classification')
  })

  it('reads what a multi format schema is written in', async () => {
    const text = `${head}channels:
  a:
    address: a
    messages:
      draft: { payload: { schemaFormat: application/schema+json;version=draft-07, schema: { type: string } } }
      openapi: { payload: { schemaFormat: 'application/vnd.oai.openapi;version=3.0.0', schema: { type: string, nullable: true } } }
      shared: { payload: { $ref: '#/components/schemas/Shared' } }
      avro: { payload: { schemaFormat: 'application/vnd.apache.avro;version=1.9.0', schema: { type: record } } }
components:
  schemas:
    Shared: { schemaFormat: application/vnd.aai.asyncapi+json;version=3.0.0, schema: { type: integer } }
`
    const { channels } = await contractOf(text)
    expect(channels[0]?.messages.map(({ name, payload }) => [name, payload?.types, payload?.foreign?.format])).toEqual([
      ['draft', ['string'], undefined],
      ['openapi', ['null', 'string'], undefined],
      ['shared', ['integer'], undefined],
      ['avro', undefined, 'application/vnd.apache.avro;version=1.9.0'],
    ])
    expect(await told(text)).toEqual([
      '10:93 TK1207 warning payloads of format `application/vnd.apache.avro;version=1.9.0` are kept and not understood (places: 1)',
    ])
  })

  it('gives schemes written in place a name', async () => {
    const { operations, securitySchemes } = await contractOf(`${head}channels: { a: { address: a } }
operations:
  o:
    action: send
    channel: { $ref: '#/channels/a' }
    security:
      - { type: httpApiKey, name: X-Key, in: header }
      - { type: oauth2, scopes: [a], flows: { clientCredentials: { tokenUrl: 'https://t', availableScopes: { a: A } } } }
`)
    expect(operations[0]?.security.map(({ schemes }) => [...schemes])).toEqual([
      [['oSecurity', []]],
      [['oSecurity2', ['a']]],
    ])
    expect([...securitySchemes.values()].map(({ name, type }) => [name, type])).toEqual([
      ['oSecurity', 'apiKey'],
      ['oSecurity2', 'oauth2'],
    ])
  })
})

describe('what cannot be', () => {
  const wrong = (operation: string) => `${head}channels:
  a: { address: a, messages: { m: { payload: {} } } }
  b: { address: b, messages: { n: { payload: {} } } }
operations:
  o: ${operation}
components:
  channels: { c: { address: c } }
`

  it.each([
    [
      "{ action: send, channel: { $ref: '#/components/channels/c' } }",
      '7:31 TK1204 error the channel of operation `o` is not one of the contract: `#/components/channels/c`',
    ],
    [
      "{ action: send, channel: { $ref: '#/channels/a' }, messages: [{ $ref: '#/channels/b/messages/n' }] }",
      '7:68 TK1205 error the message `#/channels/b/messages/n` is not one of channel `a`',
    ],
    [
      "{ action: publish, channel: { $ref: '#/channels/a' } }",
      '7:16 TK1206 error `publish` is no action of an operation',
    ],
    ['{ action: send }', '7:6 TK1106 error operation `o` has no `channel`'],
    [
      "{ action: send, chanel: {}, channel: { $ref: '#/channels/a' } }",
      '7:30 TK1202 warning `chanel` is no field of an operation in AsyncAPI 3.0.0 and has no effect (places: 1)',
    ],
  ])('%s', async (operation, problem) => {
    expect(await told(wrong(operation))).toEqual([problem])
  })

  it('is a reference to nowhere', async () => {
    const problems = await told(wrong("{ action: send, channel: { $ref: '#/channels/d' } }"))
    expect(problems.map((text) => text.slice(0, 18))).toEqual(['7:39 TK1041 error '])
  })

  it('is a parameter on one side only', async () => {
    expect(await told(`${head}channels:\n  a: { address: 'a.{b}', parameters: { c: {} } }\n`)).toEqual([
      '4:3 TK1208 warning the parameter `b` of the address is not declared; it is taken for any text',
      '4:40 TK1209 warning the parameter `c` does not occur in the address and has no effect',
    ])
  })

  it('is a trait of another file whose references would change their meaning', async () => {
    const text = `${head}channels:
  a:
    address: a
    messages:
      m:
        headers: { type: object }
        traits: [{ $ref: 't.yaml#/t' }]
`
    const files = { 't.yaml': 't: { headers: { properties: { a: { type: string } } }, title: T }\n' }
    expect(await told(text, files)).toEqual([
      '8:9 TK1210 warning `headers` of a trait in another file is not merged, because both sides hold an object',
    ])
    const { channels } = await contractOf(text, files)
    expect(channels[0]?.messages[0]?.title).toBe('T')
  })
})

describe('hostile contracts', () => {
  it('may name everything `__proto__`', async () => {
    const { channels, operations } = await contractOf(`${head}channels:
  __proto__:
    address: a
    messages: { __proto__: { payload: { type: object, properties: { __proto__: { type: string } } } } }
operations:
  constructor: { action: send, channel: { $ref: '#/channels/__proto__' } }
`)
    expect(channels.map(({ key, messages }) => [key, messages.map(({ name }) => name)])).toEqual([
      ['__proto__', ['__proto__']],
    ])
    expect(operations.map(({ id }) => id)).toEqual(['constructor'])
    expect([...(channels[0]?.messages[0]?.payload?.properties?.keys() ?? [])]).toEqual(['__proto__'])
  })

  it('may refer in circles', async () => {
    const problems = await told(`${head}channels:
  a: { $ref: '#/channels/b' }
  b: { $ref: '#/channels/a' }
operations:
  o: { action: send, channel: { $ref: '#/channels/a' }, traits: [{ $ref: '#/operations/o' }] }
`)
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.every((text) => / error /.test(text))).toBe(true)
  })

  it('may nest what traits merge as deep as a document may be', async () => {
    const deep = (end: string) => `${'{"properties":{"a":'.repeat(200)}${end}${'}}'.repeat(200)}`
    const { channels } = await contractOf(`${head}channels:
  a:
    address: a
    messages: { m: { headers: ${deep('{"title":"x"}')}, traits: [{ headers: ${deep('{"type":"string"}')} }] } }
`)
    let schema = channels[0]?.messages[0]?.headers
    for (let depth = 0; depth < 200; depth++) schema = schema?.properties?.get('a')
    expect([schema?.title, schema?.types]).toEqual(['x', ['string']])
  })

  it('may give a message its own operation as a trait', async () => {
    const { channels } = await contractOf(`${head}channels:
  a:
    address: a
    messages: { m: { title: M, traits: [{ $ref: '#/channels/a/messages/m' }] } }
`)
    expect(channels[0]?.messages[0]?.title).toBe('M')
  })
})
