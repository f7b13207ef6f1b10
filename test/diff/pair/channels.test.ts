/** Which channels, operations and messages of two versions are one, seen by what is found between them. */
import { describe, expect, it } from 'vitest'
import { findingLines } from '../support/diff-texts.js'

const three = (...parts: readonly string[]): string =>
  ['asyncapi: 3.0.0', 'info: { title: Orders, version: 1.0.0 }', ...parts, ''].join('\n')
const two = (...parts: readonly string[]): string =>
  ['asyncapi: 2.6.0', 'info: { title: Orders, version: 1.0.0 }', ...parts, ''].join('\n')

const order = '{ payload: { type: object } }'

describe('channels', () => {
  const channel = (key: string, address: string): string =>
    three(
      `channels: { ${key}: { address: ${address}, messages: { order: ${order} } } }`,
      `operations: { order: { action: send, channel: { $ref: '#/channels/${key}' } } }`,
    )

  it.each([
    ['another key', channel('a', "'orders.{id}'"), channel('b', "'orders.{id}'"), []],
    [
      'other names of parameters',
      channel('a', "'orders.{id}'"),
      channel('b', "'orders.{orderId}'"),
      ['info channel-parameter-renamed send b: the parameter `id` of the address is called `orderId` now'],
    ],
    [
      'another key and address, with operations of the same names',
      channel('a', 'orders'),
      channel('b', 'shop.orders'),
      ['breaking channel-address-changed send b: the channel `b` moved from `orders` to `shop.orders`'],
    ],
    [
      'an address that is not known any more',
      channel('a', 'orders'),
      channel('a', 'null'),
      [
        'breaking channel-address-changed send a: the channel `a` moved from `orders` to an address that is only known at run time',
      ],
    ],
    ['no address on both sides', channel('a', 'null'), channel('a', 'null'), []],
  ])('%s', async (_, before, after, found) => {
    expect(await findingLines(before, after)).toEqual(found)
  })

  it('may be cut into several of one address', async () => {
    const joined = three(
      `channels: { all: { address: orders, messages: { placed: ${order}, paid: ${order} } } }`,
      "operations: { tell: { action: send, channel: { $ref: '#/channels/all' } } }",
    )
    const cut = three(
      `channels: { one: { address: orders, messages: { placed: ${order} } }, two: { address: orders, messages: { paid: ${order} } } }`,
      "operations: { tell: { action: send, channel: { $ref: '#/channels/one' } }, pay: { action: send, channel: { $ref: '#/channels/two' } } }",
    )
    expect(await findingLines(joined, cut)).toEqual([
      'info published-channel-operation-added send two: `pay` is new: the API sends on `two`',
    ])
    expect(await findingLines(cut, joined)).toEqual([
      'info published-channel-operation-removed send two: `pay` is gone: the API still sends on `two`',
    ])
  })

  it('that nobody uses may go with a warning', async () => {
    const document = (channels: string): string =>
      three(`channels: { ${channels} }`, "operations: { tell: { action: send, channel: { $ref: '#/channels/a' } } }")
    const a = `a: { address: a, messages: { order: ${order} } }`
    expect(await findingLines(document(`${a}, b: { address: b }`), document(a))).toEqual([
      'warning channel-removed: the channel `b` is gone',
    ])
  })

  it('that were announced to go may go', async () => {
    const document = (more: string): string =>
      two('channels:', `  a: { subscribe: { operationId: a, message: ${order} } }`, more)
    const gone = `  b: { subscribe: { operationId: b, x-lifecycle: { state: deprecated, sunset: '2025-12-31' }, message: ${order} } }`
    expect(await findingLines(document(gone), document(''))).toEqual([
      'info channel-removed send b: the channel `b` is gone',
    ])
  })

  it('take names of prototypes for names', async () => {
    const document = three(
      `channels: { __proto__: { address: constructor, messages: { toString: ${order} } } }`,
      "operations: { valueOf: { action: send, channel: { $ref: '#/channels/__proto__' } } }",
    )
    expect(await findingLines(document, document)).toEqual([])
    expect(await findingLines(document, document.replace('address: constructor', 'address: hasOwnProperty'))).toEqual([
      'breaking channel-address-changed send __proto__: the channel `__proto__` moved from `constructor` to `hasOwnProperty`',
    ])
  })
})

describe('parameters of addresses', () => {
  const document = (schema: string): string =>
    two(
      'channels:',
      '  orders.{state}:',
      `    parameters: { state: { schema: ${schema} } }`,
      `    subscribe: { operationId: tell, message: ${order} }`,
    )
  const listed = (parameter: string): string =>
    three(
      'channels:',
      `  a: { address: 'orders.{state}', parameters: { state: ${parameter} }, messages: { order: ${order} } }`,
      "operations: { tell: { action: send, channel: { $ref: '#/channels/a' } } }",
    )
  const levels = async (before: string, after: string): Promise<readonly string[]> =>
    (await findingLines(before, after)).map((line) => line.split(':')[0] ?? '')

  it('are chosen by the other side: what could be chosen must stay', async () => {
    expect(await findingLines(document('{ enum: [open, paid] }'), document('{ enum: [open] }'))).toEqual([
      'breaking consumed-enum-shrank send orders.{state}: the parameter `state` lost `paid`',
    ])
    expect(await levels(document('{ enum: [open] }'), document('{ enum: [open, paid] }'))).toEqual([
      'info consumed-enum-grew send orders.{state}',
    ])
  })

  it('are texts, whatever they are texts of', async () => {
    expect(await levels(document('{ type: string }'), document('{ type: integer }'))).toEqual([
      'breaking consumed-pattern-changed send orders.{state}',
    ])
    expect(await levels(document('{ type: integer }'), document('{ type: string }'))).toEqual([
      'info consumed-pattern-changed send orders.{state}',
    ])
    expect(await levels(document('{ type: integer, minimum: 1 }'), document('{ type: integer, minimum: 2 }'))).toEqual([
      'breaking consumed-range-narrowed send orders.{state}',
    ])
    expect(await findingLines(document('{ enum: [1, 2] }'), document("{ enum: ['1', '2'] }"))).toEqual([])
  })

  it('are what AsyncAPI 3 can say of them, where it is one of the sides', async () => {
    expect(await findingLines(document('{ type: integer, minimum: 1 }'), listed('{ description: A number. }'))).toEqual(
      [],
    )
    expect(await findingLines(document('{ type: integer, enum: [1, 2] }'), listed("{ enum: ['1', '2'] }"))).toEqual([])
    expect(await levels(document('{ type: integer, enum: [1, 2] }'), listed("{ enum: ['1'] }"))).toEqual([
      'breaking consumed-enum-shrank send a',
    ])
  })
})

describe('documents that only describe channels', () => {
  it('are compared both ways', async () => {
    const document = (messages: string): string =>
      three(`channels: { orders: { address: orders, messages: { ${messages} } } }`)
    expect(
      await findingLines(document(`a: ${order}`), document(`a: ${order}, b: { payload: { type: string } }`)),
    ).toEqual([
      'breaking published-message-added: the message `b` is sent now, and nobody who listens knows it',
      'info consumed-message-added: the message `b` is accepted now',
    ])
    expect(await findingLines(document(`a: ${order}`), document(`b: ${order}`))).toEqual([])
  })
})

describe('operations', () => {
  it('that turn round are told once, named or not', async () => {
    const unnamed = (action: string): string => two(`channels: { orders: { ${action}: { message: ${order} } } }`)
    expect(await findingLines(unnamed('publish'), unnamed('subscribe'))).toEqual([
      'breaking channel-operation-turned send orders: `sendOrders` turned round: the API sends on `orders` where it received',
    ])
  })

  it('that are split share their messages', async () => {
    const channel = `channels: { orders: { address: orders, messages: { placed: ${order}, paid: ${order} } } }`
    const ref = (name: string): string => `{ $ref: '#/channels/orders/messages/${name}' }`
    const operation = (id: string, ...names: readonly string[]): string =>
      `  ${id}: { action: receive, channel: { $ref: '#/channels/orders' }, messages: [${names.map(ref).join(', ')}] }`
    const joined = three(channel, 'operations:', operation('all', 'placed', 'paid'))
    const split = three(channel, 'operations:', operation('all', 'placed'), operation('pay', 'paid'))
    expect(await findingLines(joined, split)).toEqual([
      'info consumed-channel-operation-added receive orders: `pay` is new: the API receives on `orders`',
    ])
    expect(await findingLines(joined, three(channel, 'operations:', operation('all', 'placed')))).toEqual([
      'breaking consumed-message-removed receive orders: the message `paid` is not accepted any more',
    ])
  })
})

describe('messages', () => {
  it('of one key on two channels of one address are two', async () => {
    const document = (type: string): string =>
      three(
        `channels: { a: { address: x, messages: { reply: ${order} } }, b: { address: x, messages: { reply: { contentType: ${type}, payload: { type: string } } } } }`,
        "operations: { a: { action: send, channel: { $ref: '#/channels/a' } }, b: { action: send, channel: { $ref: '#/channels/b' } } }",
      )
    expect(await findingLines(document('text/plain'), document('text/html'))).toEqual([
      'breaking published-message-content-type-changed send b: the content type of `reply` changed from `text/plain` to `text/html`',
    ])
  })

  const sent = (...messages: readonly string[]): string =>
    two(
      'channels:',
      '  orders:',
      '    subscribe:',
      '      operationId: tell',
      `      message: { oneOf: [${messages.join(', ')}] }`,
    )

  it('are one by name, by what they say, and when there is no other', async () => {
    const [a, b] = [
      '{ name: a, payload: { type: object, properties: { a: {} } } }',
      '{ name: b, payload: { type: string } }',
    ]
    expect(await findingLines(sent(a, b), sent(b, a))).toEqual([])
    expect(await findingLines(sent(a, b), sent(b, a.replace('name: a', 'name: c')))).toEqual([])
    expect(await findingLines(sent(a), sent('{ name: c, payload: { type: string } }'))).not.toContainEqual(
      expect.stringContaining('message-added'),
    )
    expect(await findingLines(sent(a, b), sent(b, '{ name: c, payload: { type: integer } }'))).toEqual([
      'breaking published-message-added send orders: the message `c` is sent now, and nobody who listens knows it',
      'warning published-message-removed send orders: the message `a` is not sent any more',
    ])
  })

  it('of an answer go the other way', async () => {
    const answered = (...names: readonly string[]): string =>
      three(
        `channels: { ask: { address: ask, messages: { ask: ${order} } }, answer: { address: null, messages: { yes: ${order}, no: { payload: { type: string } } } } }`,
        `operations: { ask: { action: send, channel: { $ref: '#/channels/ask' }, reply: { address: { location: '$message.header#/replyTo' }, channel: { $ref: '#/channels/answer' }, messages: [${names.map((name) => `{ $ref: '#/channels/answer/messages/${name}' }`).join(', ')}] } } }`,
      )
    expect(await findingLines(answered('yes', 'no'), answered('yes'))).toEqual([
      'breaking consumed-message-removed send ask: the message `no` is not accepted any more',
    ])
    expect(await findingLines(answered('yes'), answered('yes', 'no'))).toEqual([
      'info consumed-message-added send ask: the message `no` is accepted now',
    ])
  })

  it('have the content type of the document where they name none', async () => {
    const document = (type: string): string =>
      two(
        `defaultContentType: ${type}`,
        `channels: { orders: { publish: { operationId: put, message: { name: order, payload: {} } } } }`,
      )
    expect(await findingLines(document('application/json'), document('application/cbor'))).toEqual([
      'breaking consumed-message-content-type-changed receive orders: the content type of `order` changed from `application/json` to `application/cbor`',
    ])
    expect(await findingLines(document('application/json'), document('Application/JSON'))).toEqual([])
    expect(await findingLines(document('application/json'), document('application/json; charset=utf-8'))).toEqual([
      'warning consumed-message-content-type-changed receive orders: the content type of `order` changed from `application/json` to `application/json; charset=utf-8`',
    ])
  })

  it('may name their dialect or not', async () => {
    const document = (format: string): string =>
      two(
        `channels: { orders: { publish: { operationId: put, message: { name: order, ${format}payload: { type: object } } } } }`,
      )
    for (const format of [
      'application/vnd.aai.asyncapi;version=2.6.0',
      'application/vnd.aai.asyncapi+yaml;version=2.0.0',
      'application/schema+json;version=draft-07',
    ]) {
      expect(await findingLines(document(''), document(`schemaFormat: ${format}, `))).toEqual([])
    }
  })
})
