import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseToken } from '../../../src/catalog/access/index.js'
import { type CloudEvent, cloudEventOf, eventTypes } from '../../../src/catalog/events/index.js'
import type { CatalogClient } from '../../../src/catalog/http/generated/client.js'
import { CatalogWebhookAdd } from '../../../src/commands/catalog/webhooks.js'
import { type TestCatalog, testCatalog } from '../server.js'
import { contractTypes, objectionsTo } from '../support/event-contract.js'
import { githubPolicy } from '../support/jobs.js'
import { order, shop } from '../support/shop.js'

let catalog: TestCatalog
let ann: CatalogClient
let ben: CatalogClient
const now = new Date('2026-11-27T10:00:00.000Z')

beforeEach(async () => {
  catalog = await testCatalog({ now: () => now })
  ann = await catalog.client()
  ben = await catalog.client()
  await organisation().change({ actor: 'operator', at: now.toISOString() }, (writes) =>
    writes.addWebhook({ id: 'all', url: 'https://example.com/', events: undefined, namespaces: ['*'], secret: '' }),
  )
})
afterEach(() => catalog.close())

const organisation = () => catalog.running.context.store.of('acme')
const path = (version: string) => ({ namespace: 'shop', name: 'orders', version })
const breaking = order.replace('id: { type: string }', 'id: { type: integer }')
const publish = (version: string, given: Parameters<typeof shop>[0] = {}) =>
  ann.publishVersion({
    path: path(version),
    body: { documents: [{ path: 'a.yaml', text: shop({ version, ...given }) }], provenance: { commit: 'abcdef0' } },
  })

/** Events that there were since the last time; all of them keep to the contract. */
async function happened(): Promise<readonly CloudEvent[]> {
  const events: CloudEvent[] = []
  const terms = { now: now.toISOString(), until: now.toISOString(), perWebhook: 1 }
  for (let claim = await organisation().claim(terms); claim; claim = await organisation().claim(terms)) {
    await organisation().settle(claim, { state: 'delivered' }, now.toISOString())
    events.push(cloudEventOf(claim.event))
  }
  for (const event of events) expect([event.type, objectionsTo(event)]).toEqual([event.type, []])
  return events
}
const told = (events: readonly CloudEvent[]) =>
  events.map(({ type, data }) => [type.split('.').slice(2).join('.'), data])

it('has a message in the contract for each type, and no other', () => {
  expect(eventTypes.map((type) => `tenantkit.catalog.${type}`).toSorted()).toEqual(contractTypes.toSorted())
})

it('can be asked for by each of its types, in the API and on the command line', () => {
  const api = parse(readFileSync(resolve(import.meta.dirname, '../../../contracts/catalog.openapi.yaml'), 'utf8'))
  expect(api.components.schemas.EventType.enum.toSorted()).toEqual(eventTypes.toSorted())
  expect(CatalogWebhookAdd.flags.event.options?.toSorted()).toEqual(eventTypes.toSorted())
})

it('tells of a publication with all of its context', async () => {
  await publish('1.0.0', { head: 'x-owner: order-management\n' })
  const [begun, published] = await happened()
  expect(begun).toMatchObject({ type: 'tenantkit.catalog.namespace.configured', subject: 'shop', partitionkey: 'shop' })
  expect(published).toEqual({
    specversion: '1.0',
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    source: 'tenantkit-catalog/acme',
    type: 'tenantkit.catalog.version.published',
    subject: 'shop/orders@1.0.0',
    time: now.toISOString(),
    datacontenttype: 'application/json',
    tenantid: 'acme',
    dataclassification: 'internal',
    authtype: 'api_key',
    authid: expect.stringMatching(/^token:/),
    partitionkey: 'shop/orders',
    sequence: '00000000000000000002',
    data: {
      ...path('1.0.0'),
      digest: expect.stringMatching(/^sha256:/),
      title: 'Orders',
      protocol: 'openapi',
      owner: 'order-management',
      provenance: { commit: 'abcdef0' },
    },
  })
})

it('tells once, and nothing of what changed nothing', async () => {
  await publish('1.0.0')
  await happened()
  await publish('1.0.0')
  await ann.publishVersion({
    path: path('1.1.0'),
    body: { documents: [{ path: 'a.yaml', text: shop({ version: '1.1.0' }) }] },
    query: { dryRun: true },
  })
  await ann.publishVersion({ path: path('1.0.0'), body: { documents: [{ path: 'a.yaml', text: 'other' }] } })
  expect(await happened()).toEqual([])
  for (let time = 0; time < 2; time++) await ann.recordRelease({ path: path('1.0.0') })
  expect(await happened()).toHaveLength(1)
})

it('tells what the gate refuses, what waits, and what is decided', async () => {
  await publish('1.0.0')
  await publish('2.0.0', { order: breaking })
  await ann.configureNamespace({ path: { namespace: 'shop' }, body: { onBreaking: 'review' } })
  await publish('2.0.0', { order: breaking })
  await publish('3.0.0', { order: breaking })
  await ben.decideReview({ path: path('2.0.0'), body: { decision: 'approve', reason: 'agreed' } })
  await ben.decideReview({ path: path('3.0.0'), body: { decision: 'reject', reason: 'twice' } })
  const version = {
    digest: expect.any(String),
    title: 'Orders',
    protocol: 'openapi',
    provenance: { commit: 'abcdef0' },
  }
  expect(told(await happened()).slice(2)).toEqual([
    [
      'version.refused',
      { ...path('2.0.0'), digest: version.digest, checks: ['compatibility'], provenance: version.provenance },
    ],
    ['namespace.configured', { namespace: 'shop', rules: expect.objectContaining({ onBreaking: 'review' }) }],
    ['version.waiting', { ...path('2.0.0'), ...version, checks: ['compatibility'] }],
    ['version.waiting', { ...path('3.0.0'), ...version, checks: ['compatibility'] }],
    ['review.decided', { ...path('2.0.0'), decision: 'approve', reason: 'agreed' }],
    ['version.published', { ...path('2.0.0'), ...version }],
    ['review.decided', { ...path('3.0.0'), decision: 'reject', reason: 'twice' }],
  ])
})

it('tells when a contract enters another state of its life, by its newest version', async () => {
  await publish('1.0.0')
  await publish('1.1.0', { head: 'x-lifecycle: deprecated\n' })
  await publish('1.2.0', { head: 'x-lifecycle: deprecated\n' })
  await publish('1.3.0')
  const changes = told(await happened()).filter(([type]) => type === 'lifecycle.changed')
  expect(changes).toEqual([
    ['lifecycle.changed', { ...path('1.1.0'), after: 'deprecated' }],
    ['lifecycle.changed', { ...path('1.3.0'), before: 'deprecated' }],
  ])
})

it('tells of releases, deployments, uses and tokens, and of no secret', async () => {
  await publish('1.0.0')
  await publish('1.1.0')
  await happened()
  const place = { environment: 'prod', kind: 'contract' as const, namespace: 'shop', name: 'orders' }
  await ann.recordRelease({ path: path('1.0.0') })
  for (const version of ['1.0.0', '1.0.0', '1.1.0']) await ann.recordDeployment({ path: place, body: { version } })
  const uses = [{ namespace: 'shop', name: 'orders', version: '1.0.0', operations: [{ operation: 'getOrder' }] }]
  await ann.publishUsage({ path: { namespace: 'web', name: 'front', version: '7' }, body: { uses } })
  const made = await ann.createToken({ body: { name: 'ci', permissions: ['contracts:read'], namespaces: ['shop'] } })
  const { id = '', secret = 'none' } = made.status === 201 ? { id: made.body.token.id, secret: made.body.secret } : {}
  await ann.revokeToken({ path: { tokenId: id } })
  const events = await happened()
  expect(told(events)).toEqual([
    ['version.released', path('1.0.0')],
    ['deployment.recorded', { ...place, version: '1.0.0' }],
    ['deployment.recorded', { ...place, version: '1.1.0', replaces: '1.0.0' }],
    ['usage.registered', { namespace: 'web', name: 'front', version: '7', contracts: ['shop/orders@1.0.0'] }],
    [
      'token.created',
      { id, name: 'ci', permissions: ['contracts:read'], namespaces: ['shop'], expiresAt: expect.any(String) },
    ],
    ['token.revoked', { id }],
  ])
  expect(JSON.stringify(events)).not.toContain(parseToken(secret)?.secret ?? '')
})

it('tells whom else it trusts, and whom no longer', async () => {
  const policy = githubPolicy('https://token.actions.githubusercontent.com')
  expect((await ann.addTrust({ body: policy })).status).toBe(201)
  await ann.removeTrust({ path: { trustName: policy.name } })
  const { name, provider, issuer, permissions, namespaces } = policy
  const claims = ['ref=refs/heads/main', 'repository_id=4711']
  expect(told(await happened())).toEqual([
    ['trust.added', { name, provider, issuer, claims, permissions, namespaces }],
    ['trust.removed', { name }],
  ])
})

it.each([
  ['token:0123456789ab', 'api_key'],
  ['trust:orders', 'service_account'],
  ['person:4711', 'user'],
  ['operator', 'system'],
  ['catalog', 'system'],
  ['constructor:1', 'unknown'],
])('says what kind of principal %s is', async (actor, kind) => {
  await organisation().change({ actor, at: now.toISOString() }, (writes) =>
    writes.emit('token.revoked', { id: '0123456789ab' }),
  )
  expect(await happened()).toMatchObject([{ authtype: kind, authid: actor }])
})
