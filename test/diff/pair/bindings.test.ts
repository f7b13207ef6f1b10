/** What is compared of bindings, and for whom it breaks. */
import { describe, expect, it } from 'vitest'
import { diffTexts, findingLines } from '../support/diff-texts.js'

const document = (
  action: 'publish' | 'subscribe',
  bound: { channel?: string; operation?: string; message?: string },
): string =>
  [
    'asyncapi: 2.6.0',
    'info: { title: Orders, version: 1.0.0 }',
    'channels:',
    '  orders:',
    ...(bound.channel ? [`    bindings: ${bound.channel}`] : []),
    `    ${action}:`,
    '      operationId: order',
    ...(bound.operation ? [`      bindings: ${bound.operation}`] : []),
    `      message: { name: order, payload: { type: object }${bound.message ? `, bindings: ${bound.message}` : ''} }`,
    '',
  ].join('\n')

describe('bindings', () => {
  it.each([
    [
      'another version of the binding',
      '{ mqtt: { qos: 1, bindingVersion: 0.1.0 } }',
      '{ mqtt: { qos: 1, bindingVersion: 0.2.0 } }',
    ],
    ['what holds anyway', '{ mqtt: { qos: 0, retain: false } }', '{ mqtt: {} }'],
    ['no binding in place of an empty one', '{ mqtt: {} }', ''],
    ['extensions', '{ mqtt: { qos: 1, x-note: a } }', '{ mqtt: { qos: 1 }, x-note: b }'],
    ['what follows from the action', '{ http: { type: request, method: GET } }', '{ http: { method: GET } }'],
    [
      'words',
      '{ kafka: { groupId: { type: string, description: a } } }',
      '{ kafka: { groupId: { type: string, description: b } } }',
    ],
    [
      'another order',
      '{ mqtt: { qos: 1, retain: true }, nats: { queue: a } }',
      '{ nats: { queue: a }, mqtt: { retain: true, qos: 1 } }',
    ],
  ])('%s is no change', async (_, before, after) => {
    expect(
      await findingLines(document('publish', { operation: before }), document('publish', { operation: after })),
    ).toEqual([])
  })

  it('break those at the other end alone', async () => {
    const levels = async (action: 'publish' | 'subscribe', channel: string, other: string) =>
      (await diffTexts(document(action, { channel }), document(action, { channel: other }))).findings.map(
        ({ level }) => level,
      )
    // The broker checks what is published: consumers do not notice.
    const [older, newer] = [
      '{ googlepubsub: { schemaSettings: { firstRevisionId: a } } }',
      '{ googlepubsub: { schemaSettings: { firstRevisionId: b } } }',
    ]
    expect(await levels('publish', older, newer)).toEqual(['breaking'])
    expect(await levels('subscribe', older, newer)).toEqual(['info'])
    // A queue group shares messages among those who listen.
    const operation = async (action: 'publish' | 'subscribe') =>
      (
        await diffTexts(
          document(action, { operation: '{ nats: { queue: a } }' }),
          document(action, { operation: '{ nats: { queue: b } }' }),
        )
      ).findings.map(({ level }) => level)
    expect(await operation('subscribe')).toEqual(['breaking'])
    expect(await operation('publish')).toEqual(['info'])
  })

  it('of a channel that is answered on concern those who wait for the answer', async () => {
    const answered = (encoding: string): string => `asyncapi: 3.0.0
info: { title: Orders, version: 1.0.0 }
channels:
  ask: { address: ask, messages: { ask: { payload: { type: object } } } }
  answer:
    address: answer
    messages: { answer: { payload: { type: object } } }
    bindings: { ibmmq: { queue: { exclusive: ${encoding} } } }
operations:
  ask: { action: receive, channel: { $ref: '#/channels/ask' }, reply: { channel: { $ref: '#/channels/answer' } } }
`
    expect(await findingLines(answered('false'), answered('true'))).toEqual([
      'breaking ibmmq-binding-changed receive ask: `queue.exclusive` of the IBM MQ binding of the channel went from `false` to `true`',
    ])
  })

  it('that are said where nothing was may say what held before', async () => {
    const found = (channel: string) => findingLines(document('publish', {}), document('publish', { channel }))
    expect(await found('{ kafka: { topic: orders } }')).toEqual([])
    expect(await found('{ kafka: { topic: shop } }')).toEqual([
      'breaking kafka-binding-changed receive orders: `topic` of the Kafka binding of the channel went from `orders` to `shop`',
    ])
    expect(await found('{ amqp: { exchange: { type: fanout } } }')).toEqual([
      'warning amqp-binding-changed receive orders: `exchange.type` of the AMQP binding of the channel is new: `fanout`',
    ])
  })

  it('that nobody knows are a warning', async () => {
    expect(
      await findingLines(
        document('publish', { channel: '{ kafka: { tiers: 1 }, carrier-pigeon: { birds: 2 } }' }),
        document('publish', { channel: '{ kafka: { tiers: 2 }, carrier-pigeon: { birds: 1 } }' }),
      ),
    ).toEqual([
      'warning kafka-binding-changed receive orders: `tiers` of the Kafka binding of the channel went from `1` to `2`',
      'warning other-binding-changed receive orders: `birds` of the carrier-pigeon binding of the channel went from `2` to `1`',
    ])
  })

  it('have schemas that are compared as what they are part of', async () => {
    const message = (action: 'publish' | 'subscribe', key: string): string =>
      document(action, { message: `{ kafka: { key: ${key} } }` })
    const [any, small] = ['{ type: string }', '{ type: string, maxLength: 5 }']
    const lines = async (before: string, after: string): Promise<readonly string[]> =>
      (await findingLines(before, after)).map((line) => line.replace(/:.*/, ''))
    expect(await lines(message('publish', any), message('publish', small))).toEqual([
      'breaking consumed-length-narrowed receive orders',
    ])
    expect(await lines(message('subscribe', any), message('subscribe', small))).toEqual([
      'info published-length-narrowed send orders',
    ])
    const channel = (query: string): string => document('subscribe', { channel: `{ ws: { query: ${query} } }` })
    // Whoever connects sends the query, whichever way the messages go.
    expect(
      await lines(
        channel('{ type: object, properties: { a: {} } }'),
        channel('{ type: object, properties: { a: {} }, required: [a] }'),
      ),
    ).toEqual(['breaking consumed-property-became-required send orders'])
  })

  it('show the start of long values, whole characters only', async () => {
    const { findings } = await diffTexts(
      document('publish', { channel: '{ kafka: { topic: a } }' }),
      document('publish', { channel: `{ kafka: { topic: '${'🐦'.repeat(80)}' } }` }),
    )
    expect(findings[0]?.message).toBe(
      `\`topic\` of the Kafka binding of the channel went from \`a\` to \`${'🐦'.repeat(60)}…\``,
    )
  })
})
