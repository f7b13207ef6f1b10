import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CatalogClient } from '../../../src/catalog/http/generated/client.js'
import { type TestCatalog, testCatalog } from '../server.js'
import { order, shop } from '../support/shop.js'

let catalog: TestCatalog
let ann: CatalogClient
let ben: CatalogClient
beforeAll(async () => {
  catalog = await testCatalog()
  ann = await catalog.client()
  ben = await catalog.client()
  await ann.configureNamespace({ path: { namespace: 'shop' }, body: { onBreaking: 'review' } })
})
afterAll(() => catalog.close())

const breaking = order.replace('id: { type: string }', 'id: { type: integer }')

/** Publishes 1.0.0, and 2.0.0, which breaks it and waits. */
async function waiting(name: string): Promise<{ namespace: string; name: string; version: string }> {
  const publish = (version: string, members: string) =>
    ann.publishVersion({
      path: { namespace: 'shop', name, version },
      body: { documents: [{ path: 'openapi.yaml', text: shop({ version, order: members }) }] },
    })
  expect((await publish('1.0.0', order)).status).toBe(201)
  expect(await publish('2.0.0', breaking)).toMatchObject({ status: 202, body: { outcome: 'pending' } })
  return { namespace: 'shop', name, version: '2.0.0' }
}
const approve = (path: Awaited<ReturnType<typeof waiting>>, client = ben) =>
  client.decideReview({ path, body: { decision: 'approve', reason: 'agreed with all callers' } })

it('publishes what somebody else approves', async () => {
  const path = await waiting('approved')
  expect((await approve(path, ann)).status).toBe(403)
  expect(await approve(path)).toMatchObject({ status: 200, body: { version: { state: 'published' } } })
  expect((await approve(path)).status).toBe(409)
})

it('approves nothing that nobody has read of', async () => {
  const path = await waiting('moved')
  const { namespace, name } = path
  const participant = { environment: 'prod', kind: 'contract' as const, namespace, name }
  expect((await ann.recordDeployment({ path: participant, body: { version: '1.0.0' } })).status).toBe(204)
  expect(await approve(path)).toMatchObject({ status: 409, body: { detail: expect.stringContaining('break more') } })
  expect(await ann.getVersion({ path })).toMatchObject({ body: { version: { state: 'pending' } } })
})

it('approves nothing that the namespace refuses by now', async () => {
  const path = await waiting('stricter')
  await ann.configureNamespace({ path: { namespace: 'shop' }, body: { onBreaking: 'refuse' } })
  expect(await approve(path)).toMatchObject({ status: 409, body: { detail: expect.stringContaining('refuses') } })
  expect((await ben.decideReview({ path, body: { decision: 'reject', reason: 'no' } })).status).toBe(200)
})
