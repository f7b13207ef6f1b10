import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CatalogClient } from '../../../src/catalog/http/generated/client.js'
import type { CreatedWebhook } from '../../../src/catalog/http/generated/types/created-webhook.js'
import { type TestCatalog, testCatalog } from '../server.js'
import { receiver } from '../support/receiver.js'
import { shop } from '../support/shop.js'

/** Two organisations that know of each other, and one catalog. */
let catalog: TestCatalog
let acme: CatalogClient
let betaToken: string
beforeEach(async () => {
  catalog = await testCatalog({ webhooks: { allowInsecure: true }, metricsPort: 0 })
  acme = await catalog.client()
  betaToken = await catalog.token({ organisation: 'beta' })
})
afterEach(() => catalog.close())

async function add(client: CatalogClient, body: Parameters<CatalogClient['createWebhook']>[0]['body']) {
  const made = await client.createWebhook({ body })
  expect(made.status).toBe(201)
  return made.body as CreatedWebhook
}

function publish(client: CatalogClient, namespace: string, version = '1.0.0') {
  return client.publishVersion({
    path: { namespace, name: 'orders', version },
    body: { documents: [{ path: 'a.yaml', text: shop({ version }) }] },
  })
}

async function send(path: string, token: string, method: string, body?: unknown) {
  const response = await fetch(`${catalog.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const shown = [...response.headers].filter(([name]) => !['date', 'traceparent', 'x-request-id'].includes(name))
  return { status: response.status, headers: shown, text: text.replace(/[0-9a-f]{32}/g, 'TRACE') }
}

/** Everything that can be done to a webhook. */
const deeds = [
  ['DELETE', ''],
  ['POST', '/secret', {}],
  ['PUT', '/enabled'],
  ['GET', '/deliveries'],
  ['POST', '/deliveries', {}],
] as const

describe('another organisation', () => {
  it('T56 has no webhook: whatever is asked answers byte for byte as what was never there', async () => {
    const { webhook } = await add(acme, { url: 'https://hooks.example.com/acme' })
    await publish(acme, 'shop')
    for (const [method, path, body] of deeds) {
      const answers: unknown[] = []
      for (const id of [webhook.id, '000000000000']) {
        const answer = await send(`/v1/webhooks/${id}${path}`, betaToken, method, body)
        answers.push({ ...answer, text: answer.text.replaceAll(id, '') })
        expect([method, path, answer.status]).toEqual([method, path, 404])
      }
      expect(answers[0]).toEqual(answers[1])
    }
    expect((await send('/v1/webhooks', betaToken, 'GET')).text).toBe('{"items":[]}')
    expect(await acme.listWebhooks()).toMatchObject({ body: { items: [{ id: webhook.id, state: 'enabled' }] } })
    expect(await acme.listDeliveries({ path: { webhookId: webhook.id } })).toMatchObject({ body: { items: [{}, {}] } })
  })

  it('T55 cannot have an event delivered that is not its own', async () => {
    const [ours, theirs] = [await receiver(), await receiver()]
    const beta = catalog.as(betaToken, 'beta')
    const mine = await add(beta, { url: theirs.url })
    await add(acme, { url: ours.url })
    await publish(acme, 'shop')
    await catalog.running.dispatcher.turn()
    const [event] = ours.events()
    const asked = { path: { webhookId: mine.webhook.id }, body: { events: [event?.id ?? ''] } }
    expect((await beta.redeliver(asked)).body).toEqual({ count: 0 })
    await publish(beta, 'shop')
    await catalog.running.dispatcher.turn()
    expect(new Set(ours.events().map(({ tenantid }) => tenantid))).toEqual(new Set(['acme']))
    expect(new Set(theirs.events().map(({ tenantid }) => tenantid))).toEqual(new Set(['beta']))
    // Each counts its own.
    expect(theirs.events().map(({ sequence }) => Number(sequence))).toEqual([1, 2])
  })

  it('T104 has other secrets, and cannot use those of others by moving rows', async () => {
    const [ours, theirs] = [await receiver(), await receiver()]
    await add(acme, { url: ours.url })
    const { webhook } = await add(catalog.as(betaToken, 'beta'), { url: theirs.url })
    await catalog.running.context.store.execute(
      `update webhook set secret = (select secret from webhook where organisation = 'acme') where id = '${webhook.id}'`,
    )
    await publish(catalog.as(betaToken, 'beta'), 'shop')
    await catalog.running.dispatcher.turn()
    expect(theirs.received).toEqual([])
    expect(await catalog.as(betaToken, 'beta').listDeliveries({ path: { webhookId: webhook.id } })).toMatchObject({
      body: { items: [{}, { lastProblem: 'secret-unreadable' }] },
    })
  })
})

describe('a token', () => {
  it('that is not for administration does nothing to webhooks', async () => {
    const { webhook } = await add(acme, { url: 'https://hooks.example.com/' })
    const token = await catalog.token({
      permissions: ['contracts:read', 'contracts:publish', 'audit:read', 'reviews:approve'],
    })
    for (const [method, path, body] of [
      ['GET', ''],
      ['POST', '', { url: 'https://hooks.example.com/' }],
      ...deeds.map(([verb, rest, sent]) => [verb, `/${webhook.id}${rest}`, sent] as const),
    ] as const)
      expect([method, path, (await send(`/v1/webhooks${path}`, token, method, body)).status]).toEqual([
        method,
        path,
        403,
      ])
  })

  it('of some namespaces makes no webhook that hears of more, and sees none that does', async () => {
    const { url, events } = await receiver()
    const all = await add(acme, { url: 'https://hooks.example.com/secret-path' })
    const token = await catalog.token({ namespaces: ['shop'] })
    const limited = catalog.as(token)
    for (const namespaces of [undefined, ['*'], ['shop', 'pay'], ['sho*']])
      expect((await limited.createWebhook({ body: { url, ...(namespaces && { namespaces }) } })).status).toBe(403)
    for (const [method, path, body] of deeds)
      expect((await send(`/v1/webhooks/${all.webhook.id}${path}`, token, method, body)).status).toBe(404)
    const { webhook } = await add(limited, { url, namespaces: ['shop'] })
    expect(await limited.listWebhooks()).toMatchObject({ status: 200, body: { items: [{ id: webhook.id }] } })
    await publish(acme, 'shop')
    await publish(acme, 'pay')
    await acme.createToken({ body: { name: 'x', permissions: ['admin'] } })
    while ((await catalog.running.dispatcher.turn()) > 1) continue
    expect(new Set(events().map(({ subject }) => subject))).toEqual(new Set(['shop', 'shop/orders@1.0.0']))
  })
})

describe('a URL', () => {
  it.each([
    'https://10.1.2.3/canary',
    'https://169.254.169.254/canary',
    'https://[fd00:ec2::254]/canary',
    'https://[::ffff:169.254.169.254]/canary',
    'https://2852039166/canary',
    'https://canary:canary@hooks.example.com/',
    'https://hooks.example.com:6379/canary',
    'http://hooks.example.com/canary',
    'file:///canary',
    'canary',
  ])('is refused, and not repeated: %s', async (url) => {
    const answer = await acme.createWebhook({ body: { url } })
    expect(answer.status).toBe(422)
    expect(JSON.stringify(answer)).not.toMatch(/canary|10\.1|169\.254/)
    expect((await acme.listWebhooks()).body).toEqual({ items: [] })
  })

  it('that leads to this machine is refused where nobody has said otherwise', async () => {
    const { connections, url } = await receiver()
    const strict = await testCatalog({ webhooks: { resolve: async () => ['127.0.0.1'] } })
    const client = await strict.client()
    expect((await client.createWebhook({ body: { url } })).status).toBe(422)
    const { webhook } = await add(client, { url: 'https://hooks.example.com/' })
    await publish(client, 'shop')
    await strict.running.dispatcher.turn()
    expect(await client.listDeliveries({ path: { webhookId: webhook.id } })).toMatchObject({
      body: { items: [{ state: 'waiting', lastProblem: 'address-refused' }, { state: 'waiting' }].toReversed() },
    })
    expect(connections()).toBe(0)
    await strict.close()
  })

  it('T11 brings no line break anywhere', async () => {
    const { webhook } = await add(acme, { url: 'https://hooks.example.com/a\r\nhost: evil\t/b' })
    expect(webhook.url).toBe('https://hooks.example.com/ahost:%20evil/b')
  })
})

describe('what is secret', () => {
  it('T74 stands in no answer but the first, no log, audit, metric, event or row', async () => {
    const { url, received } = await receiver((_, response) => void response.writeHead(500).end('canary-of-receiver'))
    const { webhook, secret } = await add(acme, { url: `${url}/path-canary?key=query-canary` })
    const path = { webhookId: webhook.id }
    const rotated = (await acme.rotateWebhookSecret({ path, body: {} })).body as CreatedWebhook
    await publish(acme, 'shop')
    await catalog.running.dispatcher.turn()
    expect(received.length).toBeGreaterThan(0)
    const audit = await acme.listAudit({ query: { limit: 200 } })
    const metrics = await (await fetch(catalog.running.metricsUrl ?? '')).text()
    const shown = [
      await acme.listWebhooks(),
      await acme.listDeliveries({ path }),
      audit,
      await acme.redeliver({ path, body: {} }),
      catalog.events,
      metrics,
      await dumped(),
      received.map(({ body, headers }) => ({ body, headers })),
    ]
    const text = JSON.stringify(shown)
    for (const each of [secret, rotated.secret])
      for (const part of [each, each.replace('whsec_', ''), Buffer.from(each.slice(6), 'base64').toString('hex')])
        expect(text.includes(part)).toBe(false)
    expect(text.includes('canary-of-receiver')).toBe(false)
    // Whoever may read the audit need not know where a webhook listens.
    expect(JSON.stringify([audit, catalog.events])).not.toMatch(/path-canary|query-canary/)
    expect(JSON.stringify(audit)).toContain('webhook-created')
    expect(metrics).toContain('\ntenantkit_catalog_webhook_attempt_duration_seconds_count{outcome="failed"} 2\n')
    expect(metrics).toContain('\ntenantkit_catalog_webhook_deliveries_waiting 2\n')
  })

  async function dumped(): Promise<readonly unknown[]> {
    const parts: unknown[] = []
    await catalog.running.context.store.dump(async (all) => {
      for await (const part of all) parts.push(part)
    })
    return parts
  }
})
