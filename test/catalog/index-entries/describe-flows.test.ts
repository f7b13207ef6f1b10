import { describe, expect, it } from 'vitest'
import { openBundle } from '../../../src/catalog/bundle/index.js'
import { describeContract } from '../../../src/catalog/index-entries/index.js'
import { bundleOf, shop } from '../support/shop.js'

async function flowsOf(text: string) {
  const { contract } = await openBundle({ namespace: 'a', name: 'b', version: '1.0.0' }, bundleOf(text))
  return describeContract(contract!).flows
}

describe('where the data of a contract goes', () => {
  it('is nowhere when the contract says nothing', async () => {
    expect(await flowsOf(shop())).toEqual({
      regions: [],
      transfers: [],
      pathways: [],
      links: [],
      ofTenants: { out: { sensitivity: 'confidential', categories: [] }, in: { categories: [] } },
      out: { listOrders: 'confidential', getOrder: 'confidential' },
    })
  })

  it('is what pathways carry, regions, and other contracts, each once', async () => {
    const head = `x-owner: { team: shop }
x-data-residency: { regions: [eu], mode: strict, transfer: { to: [us], mechanism: scc } }
x-data-flow: { reads: [stock/items@^1, stock/items#list], emits: [stock/items, mail/sent] }
x-tenant-pathways:
  hand-over: { from: retailer, to: supplier, purpose: Fulfils., ceiling: internal, categories: [contact], requires: terms }
  unused: { from: retailer, to: bank, purpose: Pays., requires: grant }
`
    const text = shop({ head }).replace(
      'operationId: getOrder\n',
      'operationId: getOrder\n      x-data-flow: { purpose: fulfilment, pathway: hand-over }\n',
    )
    expect(await flowsOf(text)).toMatchObject({
      owner: 'shop',
      regions: ['eu'],
      transfers: ['us'],
      links: [
        { kind: 'emits', namespace: 'mail', name: 'sent' },
        { kind: 'emits', namespace: 'stock', name: 'items' },
        { kind: 'reads', namespace: 'stock', name: 'items' },
      ],
      pathways: [
        {
          id: 'hand-over',
          from: 'retailer',
          to: 'supplier',
          purpose: 'Fulfils.',
          ceiling: 'internal',
          allowed: ['contact'],
          requires: 'terms',
          operations: 1,
          sensitivity: 'confidential',
          categories: [],
        },
        { id: 'unused', operations: 0, categories: [] },
      ],
    })
  })

  it('leaves with what is sent, and comes in with what is received', async () => {
    const text = (action: string) => `asyncapi: 3.0.0
info: { title: Events, version: 1.0.0 }
x-tenant-scope: tenant
channels:
  placed:
    address: placed
    messages: { placed: { payload: { type: object, properties: { email: { type: string, x-data-classification: contact } } } } }
operations:
  handle: { action: ${action}, channel: { $ref: '#/channels/placed' } }
`
    const contact = { sensitivity: 'confidential', categories: ['contact'] }
    expect((await flowsOf(text('send'))).ofTenants).toEqual({ out: contact, in: { categories: [] } })
    expect((await flowsOf(text('receive'))).ofTenants).toEqual({ out: { categories: [] }, in: contact })
  })

  it('is bounded, whatever a contract holds', async () => {
    const pathways = Array.from(
      { length: 300 },
      (_, index) => `  p${index}: { from: ${'a'.repeat(50)}, to: b, purpose: "${'x'.repeat(900)}", requires: grant }`,
    )
    const flows = await flowsOf(shop({ head: `x-tenant-pathways:\n${pathways.join('\n')}\n` }))
    expect(flows.pathways).toHaveLength(100)
    expect(JSON.stringify(flows).length).toBeLessThan(100_000)
  })
})
