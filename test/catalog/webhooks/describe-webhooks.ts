import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CatalogClient } from '../../../src/catalog/http/generated/client.js'
import type { CreatedWebhook } from '../../../src/catalog/http/generated/types/created-webhook.js'
import type { Delivery } from '../../../src/catalog/http/generated/types/delivery.js'
import { openStore } from '../../../src/catalog/store/index.js'
import { signatureHeaders } from '../../../src/catalog/webhooks/deliver/sign.js'
import { type TestCatalog, testCatalog } from '../server.js'
import { objectionsTo } from '../support/event-contract.js'
import type { TestPlace } from '../support/places.js'
import { type Answer, type Received, receiver, takes } from '../support/receiver.js'
import { shop } from '../support/shop.js'

/** Webhooks from the API to their receivers, whatever database stands between. */
export function describeWebhooks(name: string, place: () => Promise<TestPlace>): void {
  describe(`webhooks on ${name}`, () => {
    let where: TestPlace
    let catalog: TestCatalog
    let ann: CatalogClient
    let now: Date
    let deadline: AbortController

    beforeEach(async () => {
      where = await place()
      now = new Date('2026-11-27T10:00:00.000Z')
      deadline = new AbortController()
      catalog = await testCatalog({
        place: where.place,
        now: () => now,
        webhooks: { allowInsecure: true, deadline: () => deadline.signal, random: () => 1 },
      })
      ann = await catalog.client()
    })
    afterEach(async () => {
      await catalog.close()
      await where.remove()
    })

    const pass = (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000)
    }
    const turn = () => catalog.running.dispatcher.turn()
    const publish = (contract: string, version = '1.0.0', client = ann) =>
      client.publishVersion({
        path: { namespace: 'shop', name: contract, version },
        body: { documents: [{ path: 'a.yaml', text: shop({ version }) }] },
      })
    const add = async (body: Parameters<CatalogClient['createWebhook']>[0]['body'], client = ann) => {
      const made = await client.createWebhook({ body })
      expect(made.status).toBe(201)
      return made.body as CreatedWebhook
    }
    const published = { events: ['version.published'] } as const
    const deliveries = async (webhookId: string, client = ann) => {
      const page = await client.listDeliveries({ path: { webhookId } })
      return page.status === 200 ? page.body.items : []
    }
    const standing = async (webhookId: string) =>
      (await deliveries(webhookId)).map(({ subject, state, attempts, lastProblem }: Delivery) =>
        [subject, state, attempts, ...(lastProblem === undefined ? [] : [lastProblem])].join(' '),
      )
    const actions = async () => {
      const page = await ann.listAudit({ query: { limit: 200 } })
      return page.status === 200 ? page.body.lines.map((line) => JSON.parse(line).event) : []
    }
    const isSigned = ({ headers, body }: Received, ...secrets: readonly string[]) =>
      headers['webhook-signature'] ===
      signatureHeaders({ id: String(headers['webhook-id']), at: now, body }, secrets)['webhook-signature']

    it('are told of what happens, signed, once, in its order', async () => {
      const { url, received, events } = await receiver()
      const { webhook, secret } = await add({ url: `${url}/hook` })
      expect(webhook).toMatchObject({ state: 'enabled', namespaces: ['*'], url: `${url}/hook` })
      for (const version of ['1.0.0', '1.1.0', '1.2.0']) await publish('orders', version)
      expect(await turn()).toBe(4)
      expect(await turn()).toBe(0)
      expect(events().map(({ subject, sequence }) => `${subject} ${Number(sequence)}`)).toEqual([
        'shop 1',
        'shop/orders@1.0.0 2',
        'shop/orders@1.1.0 3',
        'shop/orders@1.2.0 4',
      ])
      for (const [index, event] of events().entries()) {
        expect(objectionsTo(event)).toEqual([])
        const one = received[index]!
        expect(one.headers).toMatchObject({
          'content-type': 'application/cloudevents+json',
          'webhook-id': event.id,
          'webhook-timestamp': String(now.getTime() / 1000),
        })
        expect(isSigned(one, secret)).toBe(true)
      }
      expect(await standing(webhook.id)).toEqual([
        'shop/orders@1.2.0 delivered 1',
        'shop/orders@1.1.0 delivered 1',
        'shop/orders@1.0.0 delivered 1',
        'shop delivered 1',
      ])
    })

    it('are told again what they did not take, under the same id, and what comes after it later', async () => {
      let isUp = false
      const { url, received, events } = await receiver((_, response) => void response.writeHead(isUp ? 200 : 503).end())
      const { webhook } = await add({ url, ...published })
      for (const version of ['1.0.0', '1.1.0']) await publish('orders', version)
      await publish('carts')
      expect(await turn()).toBe(2)
      expect(await turn()).toBe(0)
      expect(
        events()
          .map(({ subject }) => subject)
          .toSorted(),
      ).toEqual(['shop/carts@1.0.0', 'shop/orders@1.0.0'])
      expect(await standing(webhook.id)).toEqual([
        'shop/carts@1.0.0 waiting 1 status',
        'shop/orders@1.1.0 waiting 0',
        'shop/orders@1.0.0 waiting 1 status',
      ])
      expect(await ann.listWebhooks()).toMatchObject({ body: { items: [{ failingSince: now.toISOString() }] } })
      pass(4.9)
      expect(await turn()).toBe(0)
      pass(0.1)
      isUp = true
      expect(await turn()).toBe(3)
      const ids = received.map(({ headers }) => headers['webhook-id'])
      expect(new Set(ids).size).toBe(3)
      expect(
        events()
          .slice(2)
          .map(({ subject }) => subject),
      ).toEqual(expect.arrayContaining(['shop/orders@1.0.0', 'shop/carts@1.0.0', 'shop/orders@1.1.0']))
      const orders = events().filter(({ partitionkey }) => partitionkey === 'shop/orders')
      expect(orders.at(-1)?.subject).toBe('shop/orders@1.1.0')
      expect((await ann.listWebhooks()).body).not.toMatchObject({ items: [{ failingSince: expect.anything() }] })
    })

    it('T115 are given the time that they ask for', async () => {
      const answers = [{ 'retry-after': '600' }, { 'retry-after': '99999999' }]
      const { url } = await receiver((_, response) => void response.writeHead(429, answers.shift() ?? {}).end())
      const { webhook } = await add({ url, ...published })
      await publish('orders')
      const due = async () => {
        const [delivery] = await deliveries(webhook.id)
        return (Date.parse(delivery?.dueAt ?? '') - now.getTime()) / 1000
      }
      await turn()
      expect(await due()).toBe(600)
      pass(600)
      await turn()
      expect(await due()).toBe(21_600)
    })

    it('are given up after a day and more, and told again when somebody asks for it', async () => {
      let isUp = false
      const { url, received } = await receiver((_, response) => void response.writeHead(isUp ? 200 : 500).end())
      const { webhook } = await add({ url, ...published })
      await publish('orders')
      for (let attempt = 0; attempt < 13; attempt++) {
        await turn()
        pass(21_600)
      }
      expect(received).toHaveLength(12)
      expect(await standing(webhook.id)).toEqual(['shop/orders@1.0.0 dead 12 status'])
      isUp = true
      expect((await ann.redeliver({ path: { webhookId: webhook.id }, body: {} })).body).toEqual({ count: 1 })
      await turn()
      expect(await standing(webhook.id)).toEqual(['shop/orders@1.0.0 delivered 1'])
      const [{ event } = { event: '' }] = await deliveries(webhook.id)
      expect((await ann.redeliver({ path: { webhookId: webhook.id }, body: {} })).body).toEqual({ count: 0 })
      const again = await ann.redeliver({ path: { webhookId: webhook.id }, body: { events: [event] } })
      expect(again.body).toEqual({ count: 1 })
      await turn()
      expect(new Set(received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([event]))
      expect(received).toHaveLength(14)
    })

    it('are disabled when they take nothing for days, until somebody enables them', async () => {
      const { url } = await receiver((_, response) => void response.writeHead(500).end())
      const { webhook } = await add({ url, ...published })
      const path = { webhookId: webhook.id }
      for (let round = 0; round < 2; round++) {
        await publish(`c${round}`)
        for (let attempt = 0; attempt < 12; attempt++) {
          await turn()
          pass(21_600)
        }
      }
      expect(await ann.listWebhooks()).toMatchObject({
        body: { items: [{ state: 'disabled', disabledBecause: 'failing' }] },
      })
      expect(catalog.events).toEqual([
        { event: 'webhook-disabled', organisation: 'acme', webhook: webhook.id, because: 'failing' },
      ])
      expect((await actions()).at(-1)).toMatchObject({ action: 'webhook-disabled', actor: 'catalog' })
      await publish('c9')
      expect(await deliveries(webhook.id)).toHaveLength(2)
      expect((await ann.redeliver({ path, body: {} })).status).toBe(409)
      expect((await ann.enableWebhook({ path })).status).toBe(204)
      expect((await actions()).at(-1)).toMatchObject({ action: 'webhook-enabled' })
      await publish('c10')
      expect(await standing(webhook.id)).toEqual(expect.arrayContaining(['shop/c10@1.0.0 waiting 0']))
    })

    it('are disabled at once when they are gone', async () => {
      const { url, received } = await receiver((_, response) => void response.writeHead(410).end())
      const { webhook } = await add({ url, ...published })
      for (const contract of ['a', 'b', 'c']) await publish(contract)
      await turn()
      const states = await standing(webhook.id)
      expect(states).toHaveLength(3)
      // Some were under way when it was found out.
      for (const state of states) expect(state).toMatch(/ dead (?:1 gone|[01] disabled)$/)
      expect(states.join()).toContain('gone')
      expect(await ann.listWebhooks()).toMatchObject({ body: { items: [{ disabledBecause: 'gone' }] } })
      const seen = received.length
      await publish('d')
      pass(3600)
      expect([await turn(), received.length]).toEqual([0, seen])
    })

    it('T45 are not followed elsewhere, and not waited for', async () => {
      const other = await receiver()
      const redirecting = await receiver((_, response) => void response.writeHead(308, { location: other.url }).end())
      const slow = await receiver(() => deadline.abort())
      const one = await add({ url: redirecting.url, ...published })
      await publish('orders')
      await turn()
      expect(await standing(one.webhook.id)).toEqual(['shop/orders@1.0.0 waiting 1 redirect'])
      expect(other.received).toEqual([])
      await ann.removeWebhook({ path: { webhookId: one.webhook.id } })
      const two = await add({ url: slow.url, ...published })
      await publish('carts')
      await turn()
      expect(await standing(two.webhook.id)).toEqual(['shop/carts@1.0.0 waiting 1 timeout'])
    })

    it('are signed with both secrets while one takes the place of the other', async () => {
      const { url, received } = await receiver()
      const { webhook, secret } = await add({ url, ...published })
      const rotate = async (keepHours: number) => {
        const rotated = await ann.rotateWebhookSecret({ path: { webhookId: webhook.id }, body: { keepHours } })
        expect(rotated.status).toBe(201)
        return (rotated.body as CreatedWebhook).secret
      }
      const second = await rotate(2)
      const seen = async (contract: string) => {
        await publish(contract)
        await turn()
        return received.at(-1)!
      }
      expect(isSigned(await seen('a'), second, secret)).toBe(true)
      pass(7199)
      expect(isSigned(await seen('b'), second, secret)).toBe(true)
      pass(1)
      expect(isSigned(await seen('c'), second)).toBe(true)
      const third = await rotate(0)
      expect(isSigned(await seen('d'), third)).toBe(true)
      expect(await actions()).toEqual(
        expect.arrayContaining([expect.objectContaining({ action: 'webhook-secret-rotated' })]),
      )
    })

    it('T118 are delivered to beside those of others that are slow', async () => {
      const held: (() => void)[] = []
      const slow = await receiver((_, response) => void held.push(() => response.writeHead(200).end()))
      const [fast, sibling] = [await receiver(), await receiver()]
      const beta = await catalog.client({ organisation: 'beta' })
      for (let index = 0; index < 3; index++) await add({ url: slow.url, ...published })
      for (let index = 0; index < 6; index++) await publish(`c${index}`)
      const hanging = turn()
      await slow.count(4)
      // Four at a time for the organisation, and two for one webhook.
      await add({ url: fast.url, ...published }, beta)
      await publish('orders', '1.0.0', beta)
      expect(await turn()).toBe(1)
      expect(fast.events().map(({ tenantid }) => tenantid)).toEqual(['beta'])
      expect(slow.received).toHaveLength(4)
      expect(sibling.received).toEqual([])
      while (held.length > 0) {
        held.shift()?.()
        if (slow.received.length < 18) await slow.count(slow.received.length + 1)
      }
      expect(await hanging).toBe(18)
    })

    it('T109 are told once more what was under way when a server died', async () => {
      const { url, received } = await receiver()
      const { webhook } = await add({ url, ...published })
      await publish('orders')
      // Somebody takes it, delivers it perhaps, and is never heard of again.
      const store = catalog.running.context.store.of('acme')
      const until = new Date(now.getTime() + 60_000).toISOString()
      const lost = await store.claim({ now: now.toISOString(), until, perWebhook: 2 })
      expect(await turn()).toBe(0)
      pass(60)
      expect(await turn()).toBe(1)
      expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([lost?.event.id])
      expect(await standing(webhook.id)).toEqual(['shop/orders@1.0.0 delivered 2'])
    })

    it('are told to the end when the server stops', async () => {
      let answerNow: () => void = () => undefined
      const { url, count } = await receiver((_, response) => {
        answerNow = () => response.writeHead(204).end()
      })
      const { webhook } = await add({ url, ...published })
      for (const version of ['1.0.0', '1.1.0']) await publish('orders', version)
      const hanging = turn()
      await count(1)
      const closing = catalog.running.close()
      answerNow()
      await closing
      expect(await hanging).toBe(1)
      expect(await turn()).toBe(0)
      const store = await openStore({ place: where.place })
      const left = await store.of('acme').deliveries({ webhook: webhook.id, limit: 9 })
      await store.close()
      // What came of it is written down, and nothing more was begun.
      expect(left.map(({ event, state, attempts }) => [event.subject, state, attempts])).toEqual([
        ['shop/orders@1.1.0', 'waiting', 0],
        ['shop/orders@1.0.0', 'delivered', 1],
      ])
    })

    it('are tidied up, a week after what was taken and a month after what was given up', async () => {
      const answers: Answer[] = [takes, (_, response) => void response.writeHead(410).end()]
      const { url } = await receiver((one, response) => answers.shift()?.(one, response))
      const { webhook } = await add({ url, ...published })
      for (const contract of ['a', 'b']) await publish(contract)
      await turn()
      pass(7 * 86_400)
      await catalog.running.dispatcher.tidy()
      expect(await deliveries(webhook.id)).toHaveLength(2)
      pass(1)
      await catalog.running.dispatcher.tidy()
      expect((await standing(webhook.id)).map((each) => each.split(' ')[1])).toEqual(['dead'])
      pass(23 * 86_400)
      await catalog.running.dispatcher.tidy()
      expect(await deliveries(webhook.id)).toEqual([])
    })

    it('are listed, paged and removed', async () => {
      const { url } = await receiver()
      const { webhook } = await add({ url, events: ['token.created'], namespaces: ['*'] })
      for (let index = 0; index < 3; index++)
        await ann.createToken({ body: { name: 'x', permissions: ['contracts:read'] } })
      const path = { webhookId: webhook.id }
      const first = await ann.listDeliveries({ path, query: { limit: 2, state: 'waiting' } })
      expect(first).toMatchObject({ body: { items: [{}, {}], next: 2 } })
      const rest = await ann.listDeliveries({ path, query: { limit: 2, before: 2 } })
      expect(rest).toMatchObject({ body: { items: [{ type: 'token.created', attempts: 0 }] } })
      expect(rest.body).not.toHaveProperty('next')
      expect((await ann.removeWebhook({ path })).status).toBe(204)
      expect((await ann.removeWebhook({ path })).status).toBe(404)
      expect((await ann.listWebhooks()).body).toEqual({ items: [] })
      expect((await actions()).slice(-1)).toMatchObject([
        { action: 'webhook-removed', subject: `webhook ${webhook.id}` },
      ])
      expect(await turn()).toBe(0)
    })

    it('are fifty at most', async () => {
      for (let index = 0; index < 50; index++) await add({ url: 'https://hooks.example.com/' })
      expect((await ann.createWebhook({ body: { url: 'https://hooks.example.com/' } })).status).toBe(409)
    })
  })
}
