import { describe, expect, it } from 'vitest'
import { openBundle } from '../../../src/catalog/bundle/index.js'
import { type DescribeOptions, describeContract } from '../../../src/catalog/index-entries/index.js'
import { bundleOf, shop } from '../support/shop.js'

async function describeText(text: string, options?: DescribeOptions) {
  const { contract, diagnostics } = await openBundle({ namespace: 'a', name: 'b', version: '1' }, bundleOf(text))
  if (!contract) return expect.fail(JSON.stringify(diagnostics))
  return describeContract(contract, options)
}

describe('describeContract', () => {
  it('says what is in a contract', async () => {
    const head = 'x-owner: { team: shop }\nx-lifecycle: deprecated\n'
    const { entries, flows, shelves, ...rest } = await describeText(shop({ head }))
    expect(shelves).toHaveLength(1)
    expect(flows).toMatchObject({ owner: 'shop', out: { listOrders: 'confidential', getOrder: 'confidential' } })
    expect(rest).toEqual({
      protocol: 'openapi',
      title: 'Orders',
      owner: 'shop',
      lifecycle: 'deprecated',
      facts: { operations: 2, scoped: 2, fields: 2, classified: 1 },
    })
    expect(
      entries.map(({ kind, label, scope, sensitivity, pointer }) => [kind, label, scope, sensitivity, pointer]),
    ).toEqual([
      ['contract', 'Orders', undefined, undefined, ''],
      ['operation', 'GET /orders', 'tenant', 'confidential', '/paths/~1orders/get'],
      ['operation', 'GET /orders/{id}', 'tenant', 'confidential', '/paths/~1orders~1{id}/get'],
      ['field', 'Page.items', undefined, undefined, '/components/schemas/Page/properties/items'],
      ['field', 'Order.id', undefined, undefined, '/components/schemas/Order/properties/id'],
      ['field', 'Order.email', undefined, 'confidential', '/components/schemas/Order/properties/email'],
    ])
    expect(entries[1]?.text).toBe('listOrders\nLists orders.')
  })

  it('goes round in circles once, and stops where it is told', async () => {
    const circle = shop({ order: "id: { type: string }, parent: { $ref: '#/components/schemas/Order' }" })
    const labels = (await describeText(circle)).entries.map(({ label }) => label)
    expect(labels.slice(3)).toEqual(['Page.items', 'Order.id', 'Order.parent'])
    expect((await describeText(circle, { entries: 4 })).entries).toHaveLength(4)
  })

  it('bounds texts, and shows control characters instead of keeping them', async () => {
    const text = shop().replace('Lists orders.', `"\\e[2J\\0 ${'x'.repeat(5000)}"`)
    const [, operation] = (await describeText(text)).entries
    expect(operation?.text.startsWith('listOrders\n\\u{1b}[2J\\u{0} xxx')).toBe(true)
    expect(operation?.text.length).toBeLessThan(1100)
  })

  it('keeps properties named like parts of a prototype', async () => {
    const { entries } = await describeText(
      shop({ order: 'id: { type: string }, __proto__: { type: string }, constructor: {}' }),
    )
    expect(entries.slice(4).map(({ label }) => label)).toEqual(['Order.id', 'Order.__proto__', 'Order.constructor'])
  })

  it('says what events carry', async () => {
    const { entries, protocol } = await describeText(`asyncapi: 3.0.0
info: { title: Events, version: 1.0.0 }
channels:
  placed:
    address: orders.placed
    messages: { Placed: { payload: { type: object, properties: { id: { type: string } } } } }
operations:
  publishPlaced: { action: send, channel: { $ref: '#/channels/placed' } }
`)
    expect(protocol).toBe('asyncapi')
    expect(entries.map(({ label }) => label)).toEqual([
      'Events',
      'send orders.placed',
      expect.stringMatching(/Placed.*\.id$/),
    ])
  })

  it('is quick with what is deep', async () => {
    const deep = `${'{"type":"object","properties":{"a":'.repeat(900)}{}${'}}'.repeat(900)}`
    const text = `{"openapi":"3.1.0","info":{"title":"D","version":"1"},"paths":{},"components":{"schemas":{"D":${deep}}}}`
    const { entries } = await describeText(text)
    expect(entries).toHaveLength(901)
    expect(Math.max(...entries.map(({ label }) => label.length))).toBeLessThanOrEqual(300)
  })
})
