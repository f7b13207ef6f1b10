import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CatalogStore, type Claim, type OrganisationStore, openStore } from '../../../src/catalog/store/index.js'
import type { TestPlace } from '../support/places.js'

/** Events and their deliveries, whatever database they stand on. */
export function describeOutbox(name: string, place: () => Promise<TestPlace>): void {
  describe(`the outbox on ${name}`, () => {
    const change = { actor: 'token:ann', at: '2026-11-27T10:00:00.000Z' }
    const terms = { now: at(0), until: at(60), perWebhook: 2 }
    let where: TestPlace
    let store: CatalogStore
    let acme: OrganisationStore
    let beta: OrganisationStore

    beforeEach(async () => {
      where = await place()
      store = await openStore({ place: where.place })
      for (const organisation of ['acme', 'beta']) await store.createOrganisation(organisation, change)
      acme = store.of('acme')
      beta = store.of('beta')
      await acme.change(change, (writes) => writes.addWebhook(webhook('all')))
    })
    afterEach(async () => {
      await store.close()
      await where.remove()
    })

    /** Seconds after the change. */
    function at(seconds: number): string {
      return new Date(Date.parse(change.at) + seconds * 1000).toISOString()
    }
    const webhook = (
      id: string,
      { events, namespaces = ['*'] }: Partial<Parameters<Writes['addWebhook']>[0]> = {},
    ) => ({
      id,
      url: `https://${id}.example.com/`,
      events,
      namespaces,
      secret: `sealed ${id}`,
    })
    const release = (writes: Writes, contract: string, version = '1.0.0') =>
      writes.emit('version.released', { namespace: 'shop', name: contract, version })
    const emit = (contract: string, version?: string) =>
      acme.change(change, (writes) => release(writes, contract, version))
    const waiting = async (id = 'all') =>
      (await acme.deliveries({ webhook: id, limit: 100 })).map(({ event, state }) => `${event.subject} ${state}`)
    const claimed = (claim: Claim | undefined) => claim && `${claim.webhook.id} ${claim.event.subject}`
    const settle = async (
      claim: Claim | undefined,
      settlement: Parameters<OrganisationStore['settle']>[1],
      when = at(1),
    ) => claim && (await acme.settle(claim, settlement, when))

    it('keeps an event together with what it tells of, or not at all', async () => {
      await emit('orders')
      const failed = acme.change(change, async (writes) => {
        await release(writes, 'carts')
        throw new TypeError('too late')
      })
      await expect(failed).rejects.toThrow('too late')
      expect(await waiting()).toEqual(['shop/orders@1.0.0 waiting'])
      await emit('items')
      const claim = await acme.claim(terms)
      expect(claim).toMatchObject({
        attempts: 1,
        webhook: { id: 'all', organisation: 'acme', state: 'enabled' },
        event: {
          organisation: 'acme',
          sequence: 1,
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          type: 'version.released',
          subject: 'shop/orders@1.0.0',
          orderKey: 'shop/orders',
          at: change.at,
          actor: change.actor,
          data: { namespace: 'shop', name: 'orders', version: '1.0.0' },
        },
      })
      // What was undone has left no number behind, either.
      expect((await acme.claim(terms))?.event.sequence).toBe(2)
    })

    it('keeps it for those who want to hear of it, and for nobody else', async () => {
      await acme.change(change, async (writes) => {
        await writes.addWebhook(webhook('tokens', { events: ['token.created', 'token.revoked'] }))
        await writes.addWebhook(webhook('shop', { namespaces: ['sh*'] }))
        await writes.addWebhook(webhook('pay', { namespaces: ['pay', 'bill'] }))
        await writes.addWebhook(webhook('off'))
        expect(await writes.disableWebhook('off', 'tested')).toBe(true)
      })
      await beta.change(change, (writes) => writes.addWebhook(webhook('beta')))
      await acme.change(change, async (writes) => {
        await release(writes, 'orders')
        // Tokens concern more than one namespace.
        await writes.emit('token.revoked', { id: '0123456789ab' })
      })
      expect(await waiting('all')).toEqual(['token 0123456789ab waiting', 'shop/orders@1.0.0 waiting'])
      expect(await waiting('tokens')).toEqual(['token 0123456789ab waiting'])
      expect(await waiting('shop')).toEqual(['shop/orders@1.0.0 waiting'])
      expect(await waiting('pay')).toEqual([])
      expect(await waiting('off')).toEqual([])
      expect(await beta.deliveries({ webhook: 'beta', limit: 9 })).toEqual([])
      expect(await beta.deliveries({ webhook: 'all', limit: 9 })).toEqual([])
      expect(await beta.claim(terms)).toBeUndefined()
      expect(await store.outbox.due(at(0))).toEqual(['acme'])
    })

    it('gives each delivery to one of those who ask at once', async () => {
      const other = await openStore({ place: where.place })
      for (let index = 0; index < 12; index++) await emit(`c${index}`)
      const claims = await Promise.all(
        Array.from({ length: 16 }, (_, index) =>
          (index % 2 === 0 ? acme : other.of('acme')).claim({ ...terms, perWebhook: 100 }),
        ),
      )
      await other.close()
      const subjects = claims.flatMap((claim) => claimed(claim) ?? [])
      expect(new Set(subjects).size).toBe(subjects.length)
      // What another process is about to take is not waited for: the rest comes next time.
      let rest = await acme.claim({ ...terms, perWebhook: 100 })
      for (; rest; rest = await acme.claim({ ...terms, perWebhook: 100 })) subjects.push(claimed(rest) ?? '')
      expect(new Set(subjects).size).toBe(12)
      expect(subjects).toHaveLength(12)
    })

    it('delivers events of one contract in their order, and others beside them', async () => {
      await emit('orders', '1.0.0')
      await emit('orders', '2.0.0')
      await emit('carts', '1.0.0')
      const first = await acme.claim(terms)
      expect(claimed(first)).toBe('all shop/orders@1.0.0')
      expect(claimed(await acme.claim(terms))).toBe('all shop/carts@1.0.0')
      await settle(first, { state: 'waiting', problem: 'status', status: 500, dueAt: at(30) })
      expect(await acme.claim({ ...terms, now: at(20), until: at(80) })).toBeUndefined()
      // What stands behind is put off as well: nobody looks through it all the time.
      expect(await store.outbox.due(at(20))).toEqual([])
      await emit('orders', '2.0.1')
      expect(await acme.claim({ ...terms, now: at(20), until: at(80) })).toBeUndefined()
      const again = await acme.claim({ ...terms, now: at(30), until: at(90) })
      expect([claimed(again), again?.attempts]).toEqual(['all shop/orders@1.0.0', 2])
      await settle(again, { state: 'dead', problem: 'status', status: 500 })
      expect(claimed(await acme.claim({ ...terms, now: at(30), until: at(90) }))).toBe('all shop/orders@2.0.0')
    })

    it('takes no more for one webhook than it may have at a time', async () => {
      await acme.change(change, (writes) => writes.addWebhook(webhook('slow')))
      for (const contract of ['a', 'b', 'c']) await emit(contract)
      const taken: (string | undefined)[] = []
      for (let index = 0; index < 5; index++) taken.push(claimed(await acme.claim(terms)))
      expect(taken).toEqual([
        'all shop/a@1.0.0',
        'slow shop/a@1.0.0',
        'all shop/b@1.0.0',
        'slow shop/b@1.0.0',
        undefined,
      ])
    })

    it('gives a delivery to somebody else when nothing is heard of it, and listens to the later one', async () => {
      await emit('orders')
      const lost = await acme.claim(terms)
      expect(await acme.claim({ ...terms, now: at(59), until: at(119) })).toBeUndefined()
      expect(await store.outbox.due(at(59))).toEqual([])
      expect(await store.outbox.due(at(60))).toEqual(['acme'])
      const taken = await acme.claim({ ...terms, now: at(60), until: at(120) })
      expect([taken?.event.id, taken?.attempts]).toEqual([lost?.event.id, 2])
      expect(await settle(lost, { state: 'dead', problem: 'timeout' })).toBe(false)
      expect(await settle(taken, { state: 'delivered', status: 204 })).toBe(true)
      expect(await acme.deliveries({ webhook: 'all', limit: 9 })).toMatchObject([
        { state: 'delivered', attempts: 2, lastStatus: 204, event: { id: lost?.event.id } },
      ])
    })

    it('knows since when a webhook fails', async () => {
      for (const contract of ['a', 'b', 'c']) await emit(contract)
      const since = async () => (await acme.webhook('all'))?.failingSince
      const retry = { state: 'waiting', problem: 'refused', dueAt: at(1000) } as const
      await settle(await acme.claim(terms), retry, at(1))
      expect(await since()).toBe(at(1))
      await settle(await acme.claim(terms), retry, at(2))
      expect(await since()).toBe(at(1))
      await settle(await acme.claim(terms), { state: 'delivered', status: 200 }, at(3))
      expect(await since()).toBeUndefined()
    })

    it('disables, enables and removes a webhook with what was to be delivered to it', async () => {
      await emit('orders')
      const running = await acme.claim(terms)
      await acme.change(change, async (writes) => {
        expect(await writes.disableWebhook('all', 'failed')).toBe(true)
        expect(await writes.disableWebhook('all', 'failed')).toBe(false)
      })
      expect(await acme.webhook('all')).toMatchObject({ state: 'disabled', disabledBecause: 'failed' })
      expect(await waiting()).toEqual(['shop/orders@1.0.0 dead'])
      expect(await settle(running, { state: 'delivered', status: 200 })).toBe(false)
      await acme.change(change, async (writes) => {
        expect(await writes.enableWebhook('all')).toBe(true)
        expect(await writes.enableWebhook('all')).toBe(false)
        expect(await writes.redeliver({ webhook: 'all' })).toBe(1)
      })
      expect((await acme.claim(terms))?.attempts).toBe(1)
      await beta.change(change, async (writes) => {
        expect(await writes.removeWebhook('all')).toBe(false)
        expect(await writes.disableWebhook('all', 'theirs')).toBe(false)
        expect(await writes.redeliver({ webhook: 'all' })).toBe(0)
      })
      await acme.change(change, async (writes) => {
        expect(await writes.removeWebhook('all')).toBe(true)
        expect(await writes.removeWebhook('all')).toBe(false)
      })
      expect(await acme.webhooks()).toEqual([])
      expect(await waiting()).toEqual([])
    })

    it('delivers again what is asked for, under the same id', async () => {
      for (const contract of ['a', 'b', 'c']) await emit(contract)
      const [a, b] = [await acme.claim(terms), await acme.claim(terms)]
      await settle(a, { state: 'delivered', status: 200 })
      await settle(b, { state: 'dead', problem: 'timeout' })
      const redeliver = (events?: readonly string[]) =>
        acme.change({ ...change, at: at(5) }, (writes) =>
          writes.redeliver({ webhook: 'all', ...(events && { events }) }),
        )
      expect(await redeliver()).toBe(1)
      expect(await waiting()).toEqual(['shop/c@1.0.0 waiting', 'shop/b@1.0.0 waiting', 'shop/a@1.0.0 delivered'])
      expect(await redeliver([a?.event.id ?? '', 'no such event'])).toBe(1)
      await settle(await acme.claim(terms), { state: 'delivered', status: 200 })
      expect((await acme.claim({ ...terms, now: at(5), until: at(65) }))?.event.id).toBe(a?.event.id)
    })

    it('lists deliveries page by page, and by their state', async () => {
      for (const contract of ['a', 'b', 'c']) await emit(contract)
      await settle(await acme.claim(terms), { state: 'delivered', status: 200 })
      const subjects = async (listing: Omit<Parameters<OrganisationStore['deliveries']>[0], 'webhook'>) =>
        (await acme.deliveries({ webhook: 'all', ...listing })).map(({ event }) => event.subject)
      expect(await subjects({ limit: 2 })).toEqual(['shop/c@1.0.0', 'shop/b@1.0.0'])
      expect(await subjects({ limit: 2, before: 2 })).toEqual(['shop/a@1.0.0'])
      expect(await subjects({ limit: 9, state: 'delivered' })).toEqual(['shop/a@1.0.0'])
      expect(await store.outbox.waiting()).toBe(2)
    })

    it('forgets what is over for long enough, and never what waits', async () => {
      for (const contract of ['a', 'b', 'c']) await emit(contract)
      await settle(await acme.claim(terms), { state: 'delivered', status: 200 }, at(1))
      await settle(await acme.claim(terms), { state: 'dead', problem: 'timeout' }, at(1))
      await store.outbox.prune({ deliveredBefore: at(1), deadBefore: at(1) })
      expect(await waiting()).toHaveLength(3)
      await store.outbox.prune({ deliveredBefore: at(2), deadBefore: at(1) })
      expect(await waiting()).toEqual(['shop/c@1.0.0 waiting', 'shop/b@1.0.0 dead'])
      await store.outbox.prune({ deliveredBefore: at(2), deadBefore: at(2) })
      expect(await waiting()).toEqual(['shop/c@1.0.0 waiting'])
      // Numbers go on where they were.
      await store.outbox.prune({ deliveredBefore: at(9), deadBefore: at(9) })
      await emit('d')
      expect((await acme.deliveries({ webhook: 'all', limit: 1 }))[0]?.event.sequence).toBe(4)
    })
  })
}

type Writes = Parameters<Parameters<OrganisationStore['change']>[1]>[0]
