/** Which servers of AsyncAPI are one, and where findings about them, bindings and replies point. */
import { describe, expect, it } from 'vitest'
import { brokerProtocol } from '../../../src/diff/pair/broker-protocol.js'
import { brokerAddress } from '../../../src/diff/pair/walk-brokers.js'
import { diffTexts, findingLines } from '../support/diff-texts.js'

const channels =
  'channels: { orders: { publish: { operationId: put, message: { name: order, payload: { type: object } } } } }'
const two = (...servers: readonly string[]): string =>
  [
    'asyncapi: 2.6.0',
    'info: { title: Orders, version: 1.0.0 }',
    `servers: { ${servers.join(', ')} }`,
    channels,
    '',
  ].join('\n')

describe('servers', () => {
  it.each([
    ['mqtt://Broker.example.com:1883/', 'broker.example.com:1883'],
    ['broker.example.com/{env}/v1', 'broker.example.com/{}/v1'],
    ['{region}.example.com', '{}.example.com'],
  ])('stand at an address: %s', (url, address) => {
    expect(brokerAddress(url)).toBe(address)
  })

  it.each([
    ['mqtt', 'a.example.com', false, 'mqtt', false],
    ['mqtts', 'a.example.com', false, 'mqtts', true],
    ['mqtt', 'mqtts://a.example.com', false, 'mqtts', true],
    ['KAFKA-SECURE', 'kafka://a.example.com', false, 'kafka-secure', true],
    ['mercure', 'https://a.example.com', false, 'mercure over https', true],
    ['mercure', 'https://a.example.com', true, 'mercure', false],
  ])('speak a protocol: %s at %s', (protocol, url, named, name, encrypted) => {
    const server = {
      kind: 'server',
      url,
      protocol,
      variables: new Map(),
      security: [],
      governance: {},
      at: { document: '', pointer: '' },
    } as const
    expect(brokerProtocol(server, named)).toMatchObject({ name, encrypted })
  })

  it('are one whatever they are called, and in which order', async () => {
    const [one, other] = ['{ url: one.example.com, protocol: amqp }', '{ url: two.example.com, protocol: amqp }']
    expect(await findingLines(two(`a: ${one}`, `b: ${other}`), two(`c: ${other}`, `d: ${one}`))).toEqual([])
  })

  it('whose address was none of several take no values away when it becomes one', async () => {
    expect(
      await findingLines(
        two('a: { url: a.example.com, protocol: nats }'),
        two(
          'a: { url: "{region}.example.com", protocol: nats, variables: { region: { enum: [eu, us], default: eu } } }',
        ),
      ),
    ).toEqual(['warning broker-moved: the server `a` moved from `a.example.com` to `{region}.example.com`'])
  })

  it('that lose TLS in the URL alone are told, too', async () => {
    expect(
      await findingLines(
        two('a: { url: mqtts://a.example.com, protocol: mqtt }'),
        two('a: { url: mqtt://a.example.com, protocol: mqtt }'),
      ),
    ).toEqual([
      'breaking broker-encryption-dropped: the server `a` speaks `mqtt` in the clear, and spoke `mqtts` over TLS',
    ])
  })

  it('that ask for TLS turn clients without it away', async () => {
    expect(
      await findingLines(
        two('a: { url: a.example.com, protocol: kafka }'),
        two('a: { url: a.example.com, protocol: kafka-secure }'),
      ),
    ).toEqual(['breaking broker-protocol-changed: the server `a` speaks `kafka-secure`, and spoke `kafka`'])
  })

  it('are what channels are on, by address', async () => {
    const on = (names: string, list: string): string =>
      [
        'asyncapi: 2.6.0',
        'info: { title: Orders, version: 1.0.0 }',
        `servers: { ${list} }`,
        `channels: { orders: { servers: [${names}], publish: { operationId: put, message: { payload: { type: object } } } } }`,
        '',
      ].join('\n')
    const [eu, us] = ['{ url: eu.example.com, protocol: amqp }', '{ url: us.example.com, protocol: amqp }']
    expect(await findingLines(on('a', `a: ${eu}, b: ${us}`), on('x', `x: ${eu}, y: ${us}`))).toEqual([])
    expect(await findingLines(on('a', `a: ${eu}, b: ${us}`), on('b', `a: ${eu}, b: ${us}`))).toEqual([
      'breaking channel-server-removed receive orders: the channel is not on the server `a` any more',
      'info channel-server-added receive orders: the channel is on the server `b` now, too',
    ])
    // On all of them, said or not.
    expect(await findingLines(on('a, b', `a: ${eu}, b: ${us}`), on('', `a: ${eu}, b: ${us}`))).toEqual([])
    // What goes with the server is told of the server.
    expect(await findingLines(on('', `a: ${eu}, b: ${us}`), on('', `a: ${eu}`))).toEqual([
      'warning broker-removed: the server `us.example.com` is gone',
    ])
  })
})

describe('positions', () => {
  it('are those of both sides, in the place that changed', async () => {
    const document = (topic: string, ack: string, location: string): string => `asyncapi: 3.0.0
info: { title: Orders, version: 1.0.0 }
channels:
  ask:
    address: ask
    messages: { ask: { payload: { type: object } } }
    bindings:
      kafka: { topic: ${topic} }
  answer: { address: null, messages: { answer: { payload: { type: object } } } }
operations:
  ask:
    action: receive
    channel: { $ref: '#/channels/ask' }
    traits: [{ $ref: '#/components/operationTraits/acknowledged' }]
    reply:
      address: { location: '$message.header#/${location}' }
      channel: { $ref: '#/channels/answer' }
components:
  operationTraits:
    acknowledged:
      bindings: { amqp: { priority: ${ack} } }
`
    const { findings } = await diffTexts(document('ask', '1', 'replyTo'), document('questions', '2', 'answerTo'))
    expect(
      findings.map(({ rule, pointer, before, after }) => [
        rule,
        pointer,
        `${before?.line}:${before?.column}`,
        `${after?.line}:${after?.column}`,
        before?.pointer,
      ]),
    ).toEqual([
      [
        'kafka-binding-changed',
        'channel ask/bindings/kafka/topic',
        '8:23',
        '8:23',
        '/channels/ask/bindings/kafka/topic',
      ],
      ['published-reply-address-changed', 'receive ask/reply', '16:16', '16:16', '/operations/ask/reply/address'],
      [
        'amqp-binding-changed',
        'receive ask/bindings/amqp/priority',
        '21:37',
        '21:37',
        '/components/operationTraits/acknowledged/bindings/amqp/priority',
      ],
    ])
  })

  it('of what came or went are those of its name', async () => {
    const document = (more: string): string => `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  placed: { subscribe: { operationId: placed, message: { payload: { type: object } } } }
${more}`
    const paid = '  paid: { subscribe: { operationId: paid, message: { payload: { type: object } } } }\n'
    const { findings } = await diffTexts(document(paid), document(''))
    expect(findings.map(({ rule, before, after }) => [rule, before?.line, before?.column, after])).toEqual([
      ['channel-removed', 5, 3, undefined],
    ])
  })
})
