import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CatalogClient } from '../../../src/catalog/http/generated/client.js'
import { type TestCatalog, testCatalog } from '../server.js'
import { order, shop } from '../support/shop.js'

let catalog: TestCatalog
let ann: CatalogClient
beforeAll(async () => {
  catalog = await testCatalog()
  ann = await catalog.client()
})
afterAll(() => catalog.close())

const path = (name: string, version: string) => ({ namespace: 'shop', name, version })
const body = (text: string) => ({ documents: [{ path: 'openapi.yaml', text }] })

describe('publishing', () => {
  it('keeps what the gate lets pass, byte for byte', async () => {
    const published = await ann.publishVersion({
      path: path('orders', '1.0.0'),
      body: { ...body(shop()), provenance: { commit: 'abcdef0' } },
    })
    expect(published).toMatchObject({ status: 201, body: { outcome: 'published', report: { verdict: 'passed' } } })
    const documents = await ann.getDocuments({ path: path('orders', '1.0.0') })
    expect(documents).toMatchObject({ status: 200, body: { ...body(shop()), overlays: [] } })
    expect(await ann.getVersion({ path: path('orders', '1.0.0') })).toMatchObject({
      status: 200,
      body: {
        title: 'Orders',
        protocol: 'openapi',
        version: { state: 'published' },
        provenance: { commit: 'abcdef0' },
      },
    })
    const listed = await ann.listContracts()
    expect(listed).toMatchObject({ status: 200, body: { items: [{ name: 'orders', latest: '1.0.0', versions: 1 }] } })
    expect(await ann.getContract({ path: { namespace: 'shop', name: 'orders' } })).toMatchObject({
      status: 200,
      body: { versions: [{ version: '1.0.0', released: false }], deployments: [], consumers: [] },
    })
    expect(await ann.search({ query: { q: 'email' } })).toMatchObject({
      body: { items: [{ kind: 'field', label: 'Order.email', version: '1.0.0', sensitivity: 'confidential' }] },
    })
  })

  it('changes nothing for the same bytes, and refuses others', async () => {
    const again = await ann.publishVersion({ path: path('orders', '1.0.0'), body: body(shop()) })
    expect(again).toMatchObject({ status: 200, body: { outcome: 'unchanged', report: { verdict: 'passed' } } })
    const other = await ann.publishVersion({ path: path('orders', '1.0.0'), body: body(`${shop()}\n`) })
    expect(other.status).toBe(409)
  })

  it('refuses what breaks, and keeps nothing of it', async () => {
    const text = shop({ version: '1.1.0', order: order.replace('id: { type: string }', 'id: { type: integer }') })
    const refused = await ann.publishVersion({ path: path('orders', '1.1.0'), body: body(text) })
    expect(refused).toMatchObject({
      status: 422,
      body: { outcome: 'refused', report: { comparisons: [{ baseline: '1.0.0', because: ['latest'], breaking: 1 }] } },
    })
    expect((await ann.getVersion({ path: path('orders', '1.1.0') })).status).toBe(404)
  })
})
