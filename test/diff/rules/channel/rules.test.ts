/** Where the findings of the examples point: the place of the change on both sides, in the text that people wrote. */
import { describe, expect, it } from 'vitest'
import { channelRules } from '../../../../src/diff/rules/channel/index.js'
import { diffTexts } from '../../support/diff-texts.js'

/** Code and rule, then line, column and text of the place before and after. */
const positions: Readonly<Record<string, readonly string[]>> = {
  'channel-added': ['- → 7:3 cancelled'],
  'channel-removed': ['6:3 orders.cancelled → -'],
  'channel-address-changed': ['5:14 orders.placed → 5:14 orders.v2.placed'],
  'channel-parameter-added': ['- → 6:19 shop'],
  'channel-parameter-removed': ['6:19 shop → -'],
  'channel-parameter-renamed': ['5:19 shop → 5:19 shopId'],
  'channel-parameter-location-changed': ["5:63 '$message.payload#/shop' → 5:63 '$message.header#/shop'"],
  'channel-server-added': ['8:14 [eu] → 8:14 [eu, us]'],
  'channel-server-removed': ['8:14 [eu, us] → 8:14 [eu]'],
  'channel-tags-changed': ['7:13 [{ name: orders }] → 7:13 [{ name: orders }, { name: shop }]'],
  'channel-operation-added': ['- → 6:5 publish'],
  'channel-operation-removed': ['6:5 publish → -'],
  'channel-operation-turned': ['6:20 send → 6:20 receive'],
  'channel-operation-moved': ["7:41 { $ref: '#/channels/orders' } → 7:41 { $ref: '#/channels/news' }"],
  'channel-operation-id-changed': ['6:3 orderPlaced → 6:3 placed'],
  'message-added': ['- → 11:13 { name: lost, payload: { type: array } }'],
  'message-removed': ['11:13 { name: cancel, payload: { type: array } } → -'],
  'message-payload-added': ['7:16 { name: order, contentType: application/json } → 7:71 { type: object }'],
  'message-payload-removed': ['7:71 { type: object } → 7:16 { name: order, contentType: application/json }'],
  'message-headers-added': [
    '7:16 { name: order, contentType: application/json } → 7:71 { type: object, required: [shop] }',
  ],
  'message-headers-removed': [
    '7:71 { type: object, required: [shop] } → 7:16 { name: order, contentType: application/json }',
  ],
  'message-content-type-changed': ['7:44 application/json → 7:44 application/xml'],
  'message-schema-format-changed': ['7:97 { type: string } → 7:40 { type: string }'],
  'message-correlation-id-moved': [
    "7:46 { location: '$message.header#/id' } → 7:46 { location: '$message.payload#/id' }",
  ],
  'reply-added': ["- → 11:12 { channel: { $ref: '#/channels/replies' } }"],
  'reply-removed': ["11:12 { channel: { $ref: '#/channels/replies' } } → -"],
  'reply-address-changed': [
    "11:23 { location: '$message.header#/replyTo' } → 11:23 { location: '$message.payload#/replyTo' }",
  ],
  'reply-channel-changed': ["11:23 { $ref: '#/channels/replies' } → 11:23 { $ref: '#/channels/returns' }"],
  'broker-added': ['- → 5:3 second'],
  'broker-removed': ['5:3 second → -'],
  'broker-moved': ['4:16 one.example.com → 4:16 two.example.com'],
  'broker-protocol-changed': ['4:43 amqp → 4:43 mqtt'],
  'broker-encryption-dropped': ['4:43 amqps → 4:43 amqp'],
  'kafka-binding-changed': ['5:33 orders → 5:33 orders-v2', '5:53 3 → 5:56 6'],
  'amqp-binding-changed': ['5:68 true → 5:68 false'],
  'mqtt-binding-changed': ['7:32 1 → 7:25 { bindingVersion: 0.2.0, retain: false }'],
  'ws-binding-changed': ['5:31 GET → 5:31 POST'],
  'http-binding-changed': ['7:50 POST → 7:35 PUT'],
  'nats-binding-changed': ['7:34 workers → 7:34 billing'],
  'jms-binding-changed': ['5:22 { destination: ORDERS } → 5:62 fifo-queue'],
  'anypointmq-binding-changed': ['5:44 orders → 5:44 orders-v2'],
  'ibmmq-binding-changed': ['5:71 ORDERS → 5:71 ORDERS.V2'],
  'sns-binding-changed': ['5:22 { name: orders } → 5:56 FIFO'],
  'sqs-binding-changed': ['5:22 { queue: { name: orders, fifoQueue: false } } → 5:84 10'],
  'solace-binding-changed': [
    '7:43 [{ destinationType: queue, queue: { name: orders } }] → 7:43 [{ destinationType: queue, queue: { name: calls } }]',
  ],
  'pulsar-binding-changed': ['5:38 staging → 5:38 production'],
  'googlepubsub-binding-changed': ['5:61 json → 5:61 binary'],
  'ros2-binding-changed': ['7:33 subscriber → 7:33 service_server'],
  'other-binding-changed': ['5:39 /queue/orders → 5:39 /topic/orders'],
}

describe('rules about channels', () => {
  it('are all looked at', () => {
    expect(channelRules.map(({ name }) => name).filter((name) => !Object.hasOwn(positions, name))).toEqual([])
  })

  it.each(channelRules)('$name points at both sides', async ({ code, name, example }) => {
    const { findings } = await diffTexts(example.before, example.after)
    const own = findings.filter((finding) => finding.code === code)
    expect(
      own.map(({ before, after }) => `${placed(before, example.before)} → ${placed(after, example.after)}`),
    ).toEqual(positions[name])
  })
})

/** The other way: the same edit in what the API receives and in what it sends. */
describe('rules with a direction', () => {
  const document = (action: 'publish' | 'subscribe', ...messages: readonly string[]): string => `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels: { orders: { ${action}: { operationId: order, message: { oneOf: [${messages.join(', ')}] } } } }
`
  const other = '{ name: other, payload: { type: string } }'
  const message = (more: string): string => `{ name: order, contentType: application/json${more} }`
  const edits: readonly (readonly [string, string, string])[] = [
    ['message-added', '', message('')],
    ['message-removed', message(''), ''],
    ['message-payload-added', message(''), message(', payload: { type: object }')],
    ['message-payload-removed', message(', payload: { type: object }'), message('')],
    ['message-headers-added', message(''), message(', headers: { type: object, required: [a] }')],
    ['message-headers-removed', message(', headers: { type: object, required: [a] }'), message('')],
    ['message-content-type-changed', message(''), '{ name: order, contentType: text/plain }'],
    [
      'message-schema-format-changed',
      message(', payload: {}, schemaFormat: application/vnd.apache.avro'),
      message(', payload: {}'),
    ],
    ['message-correlation-id-moved', message(''), message(", correlationId: { location: '$message.header#/id' }")],
    ['message-correlation-id-moved', message(", correlationId: { location: '$message.header#/id' }"), message('')],
  ]
  const levels = ['info', 'breaking', 'breaking', 'info', 'breaking', 'info', 'breaking', 'breaking', 'warning', 'info']
  const opposite = [
    'breaking',
    'warning',
    'info',
    'breaking',
    'info',
    'breaking',
    'breaking',
    'breaking',
    'info',
    'breaking',
  ]

  it.each(edits.map((edit, index) => [...edit, levels[index], opposite[index]] as const))(
    '%s: %j to %j is %s when received and %s when sent',
    async (name, before, after, received, sent) => {
      for (const [action, direction, level] of [
        ['publish', 'consumed', received],
        ['subscribe', 'published', sent],
      ] as const) {
        const sides = [before, after].map((text) => document(action, ...(text === '' ? [other] : [other, text])))
        const { findings } = await diffTexts(sides[0] ?? '', sides[1] ?? '')
        expect(findings.map((finding) => [finding.rule, finding.level, finding.direction])).toEqual([
          [`${direction}-${name}`, level, direction],
        ])
      }
    },
  )
})

interface Span {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** `5:11 amqp`: line, column and what stands there, its first line. */
function placed(span: Span | undefined, text: string): string {
  if (!span) return '-'
  const line = text.split('\n')[span.line - 1] ?? ''
  const end = span.endLine === span.line ? span.endColumn - 1 : undefined
  return `${span.line}:${span.column} ${line.slice(span.column - 1, end)}`
}
