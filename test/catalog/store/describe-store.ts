import { generateKeyPairSync } from 'node:crypto'
import { verifyChain } from '@tenantkit/runtime/audit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type CatalogStore,
  type NewVersion,
  type OrganisationStore,
  openStore,
} from '../../../src/catalog/store/index.js'

/** What every store must do, whatever database it stands on. */
export function describeStore(
  name: string,
  place: () => Promise<{ readonly place: string; remove(): Promise<void> }>,
): void {
  describe(`the store on ${name}`, () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const signer = { key: privateKey, every: 3 }
    const change = { actor: 'token:ann', at: '2026-11-27T10:00:00.000Z' }
    let at: Awaited<ReturnType<typeof place>>
    let store: CatalogStore
    let acme: OrganisationStore
    let beta: OrganisationStore

    beforeEach(async () => {
      at = await place()
      store = await openStore({ place: at.place, signer })
      for (const organisation of ['acme', 'beta']) await store.createOrganisation(organisation, change)
      acme = store.of('acme')
      beta = store.of('beta')
      for (const each of [acme, beta]) await each.change(change, (writes) => writes.setNamespace(shop))
    })
    afterEach(async () => {
      await store.close()
      await at.remove()
    })

    it('knows its organisations, and makes none twice', async () => {
      expect(await store.organisations()).toEqual(['acme', 'beta'])
      expect(await store.createOrganisation('acme', change)).toBe(false)
      await expect(store.ping()).resolves.toBeUndefined()
    })

    it('makes an organisation together with the entry that tells of it, or not at all', async () => {
      // A public key signs nothing, so the checkpoint after the first entry fails.
      const mute = await openStore({ place: at.place, signer: { key: publicKey, every: 1 } })
      await expect(mute.createOrganisation('gamma', change)).rejects.toThrow()
      await mute.close()
      expect(await store.organisations()).toEqual(['acme', 'beta'])
    })

    it('keeps namespaces with their rules', async () => {
      const strict = { name: 'pay', rules: { ...shop.rules, compatibility: 'full-transitive' as const } }
      await acme.change(change, (writes) => writes.setNamespace(strict))
      await acme.change(change, (writes) =>
        writes.setNamespace({ ...shop, rules: { ...shop.rules, scopedAtLeast: 90 } }),
      )
      expect(await acme.namespaces()).toEqual([strict, { name: 'shop', rules: { ...shop.rules, scopedAtLeast: 90 } }])
      expect(await beta.namespaces()).toEqual([shop])
    })

    describe('versions', () => {
      it('are read as they were published', async () => {
        await publish(acme, versionOf('1.0.0', { text: 'openapi: 3.1.0\r\n# Grüße 👋\n', overlays: ['a', 'b'] }))
        const coordinates = { namespace: 'shop', name: 'orders', version: '1.0.0' }
        expect(await acme.bundle(coordinates)).toEqual({
          documents: [
            { path: 'openapi.yaml', text: 'openapi: 3.1.0\r\n# Grüße 👋\n' },
            { path: 'schemas/order.yaml', text: 'type: object' },
          ],
          overlays: [
            { path: '0.yaml', text: 'a' },
            { path: '1.yaml', text: 'b' },
          ],
        })
        expect(await acme.version(coordinates)).toEqual({
          ...coordinates,
          digest: 'sha256:1.0.0',
          title: 'Orders',
          state: 'published',
          publishedAt: change.at,
          publishedBy: change.actor,
          released: false,
          facts: { operations: 3, scoped: 2, fields: 5, classified: 4 },
          provenance: { commit: 'abcdef0' },
          lifecycle: 'deprecated',
        })
        expect(await acme.report(coordinates)).toEqual({ verdict: 'passed', checks: [], comparisons: [] })
      })

      it('have shelves, each found by a number, and kept once when two versions have it', async () => {
        const shelves = ['{"a":1}', '{"b":"Grüße"}', '{}']
        await publish(acme, { ...versionOf('1.0.0'), shelves })
        await publish(acme, { ...versionOf('1.1.0'), shelves: [shelves[1] ?? ''] })
        await publish(acme, versionOf('1.2.0'))
        const shelf = (version: string, number: number) =>
          acme.shelf({ namespace: 'shop', name: 'orders', version }, number)
        expect([await shelf('1.0.0', 0), await shelf('1.0.0', 4), await shelf('1.0.0', 2_147_483_645)]).toEqual(shelves)
        expect(await shelf('1.1.0', 2_147_483_647)).toBe(shelves[1])
        expect([await shelf('1.2.0', 0), await shelf('9.0.0', 0)]).toEqual([undefined, undefined])
        expect(await beta.shelf({ namespace: 'shop', name: 'orders', version: '1.0.0' }, 0)).toBeUndefined()
      })

      it('are there once', async () => {
        await publish(acme, versionOf('1.0.0'))
        await expect(publish(acme, versionOf('1.0.0', { text: 'other' }))).rejects.toThrow()
        const bundle = await acme.bundle({ namespace: 'shop', name: 'orders', version: '1.0.0' })
        expect(bundle?.documents[0]?.text).toBe('text')
      })

      it('come newest first, and the newest that is published is the latest', async () => {
        for (const version of ['1.0.0', '1.10.0', '1.9.0']) await publish(acme, versionOf(version))
        await publish(acme, { ...versionOf('2.0.0'), state: 'pending' })
        const orders = { namespace: 'shop', name: 'orders' }
        expect((await acme.versions(orders)).map(({ version }) => version)).toEqual([
          '2.0.0',
          '1.9.0',
          '1.10.0',
          '1.0.0',
        ])
        expect(await acme.contract(orders)).toEqual({
          ...orders,
          protocol: 'openapi',
          title: 'Orders',
          owner: 'order-management',
          latest: '1.9.0',
          versions: 4,
          createdAt: change.at,
        })
        expect((await acme.waiting()).map(({ version }) => version)).toEqual(['2.0.0'])
        await acme.change(change, (writes) => writes.setState({ ...orders, version: '2.0.0' }, 'published'))
        expect((await acme.contract(orders))?.latest).toBe('2.0.0')
        expect(await acme.waiting()).toEqual([])
      })

      it('are released once', async () => {
        await publish(acme, versionOf('1.0.0'))
        const coordinates = { namespace: 'shop', name: 'orders', version: '1.0.0' }
        expect(await acme.change(change, (writes) => writes.addRelease(coordinates))).toBe(true)
        expect(await acme.change(change, (writes) => writes.addRelease(coordinates))).toBe(false)
        expect((await acme.version(coordinates))?.released).toBe(true)
      })

      it('belong to one organisation, content that is the same included', async () => {
        await publish(acme, versionOf('1.0.0'))
        const coordinates = { namespace: 'shop', name: 'orders', version: '1.0.0' }
        expect(await beta.version(coordinates)).toBeUndefined()
        expect(await beta.bundle(coordinates)).toBeUndefined()
        expect(await beta.contract(coordinates)).toBeUndefined()
        await publish(beta, versionOf('1.0.0', { text: 'text' }))
        await beta.change(change, (writes) => writes.setState(coordinates, 'rejected'))
        expect((await acme.version(coordinates))?.state).toBe('published')
      })

      it('are listed page by page', async () => {
        for (const name of ['b', 'a', 'c']) await publish(acme, { ...versionOf('1.0.0'), name })
        await acme.change(change, (writes) => writes.setNamespace({ ...shop, name: 'pay' }))
        await publish(acme, { ...versionOf('1.0.0'), namespace: 'pay', name: 'z' })
        const first = await acme.contracts({ limit: 2 })
        expect(first.map(({ namespace, name }) => `${namespace}/${name}`)).toEqual(['pay/z', 'shop/a'])
        const rest = await acme.contracts({ limit: 9, after: first[1] })
        expect(rest.map(({ name }) => name)).toEqual(['b', 'c'])
        expect(await acme.contracts({ limit: 9, namespace: 'pay' })).toHaveLength(1)
        expect(await beta.contracts({ limit: 9 })).toEqual([])
      })
    })

    it('a change that fails leaves nothing behind', async () => {
      const failed = acme.change(change, async (writes) => {
        await writes.addVersion(versionOf('1.0.0'))
        await writes.tell({ action: 'version-published', subject: 'shop/orders@1.0.0' })
        throw new Error('no')
      })
      await expect(failed).rejects.toThrow('no')
      expect(await acme.versions({ namespace: 'shop', name: 'orders' })).toEqual([])
      expect(await acme.auditEnd()).toMatchObject({ sequence: 1 })
    })

    describe('the search', () => {
      beforeEach(async () => {
        for (const organisation of [acme, beta]) {
          await publish(organisation, versionOf('1.0.0'))
          await organisation.change(change, (writes) =>
            writes.indexVersion({ namespace: 'shop', name: 'orders', version: '1.0.0' }, entries),
          )
        }
      })
      const labels = async (query: object) => (await acme.search({ limit: 10, ...query })).map(({ label }) => label)

      it('finds by words of names and texts, the last one unfinished', async () => {
        expect(await labels({ text: 'create order' })).toEqual(['POST /orders'])
        expect(await labels({ text: 'EMAIL' })).toEqual(['Order.email', 'POST /orders'])
        expect(await labels({ text: 'cust ema' })).toEqual([])
        expect(await labels({ text: 'customer ema' })).toEqual(['Order.email'])
        expect(await labels({ text: 'grusse' })).toEqual(['GET /orders'])
      })

      it('finds by kind and class', async () => {
        expect(await labels({ kind: 'field' })).toEqual(['Order.email', 'Order.card'])
        expect(await labels({ class: 'contact' })).toEqual(['Order.email'])
        expect(await labels({ class: 'restricted' })).toEqual(['Order.card'])
        expect(await labels({ text: 'order', class: 'restricted' })).toEqual(['Order.card'])
      })

      it('finds by namespace and scope, and goes on after the hits that were shown', async () => {
        expect(await labels({ scope: 'tenant' })).toEqual(['GET /orders'])
        expect(await labels({ namespace: 'shop', kind: 'operation' })).toEqual(['POST /orders', 'GET /orders'])
        expect(await labels({ namespace: 'web' })).toEqual([])
        expect(await labels({ offset: 1, limit: 2 })).toEqual(['GET /orders', 'Order.email'])
      })

      it('lists contracts by protocol, and by scope and class of what is in them', async () => {
        await publish(acme, { ...versionOf('1.0.0'), name: 'events', protocol: 'asyncapi' })
        const names = async (listing: object) =>
          (await acme.contracts({ limit: 10, ...listing })).map(({ name }) => name)
        expect(await names({})).toEqual(['events', 'orders'])
        expect(await names({ protocol: 'asyncapi' })).toEqual(['events'])
        expect(await names({ scope: 'tenant' })).toEqual(['orders'])
        expect(await names({ scope: 'platform' })).toEqual([])
        expect(await names({ class: 'contact' })).toEqual(['orders'])
        expect(await names({ class: 'restricted', protocol: 'asyncapi' })).toEqual([])
      })

      it('counts what is in contracts, and pages through it', async () => {
        const orders = { namespace: 'shop', name: 'orders' }
        expect(await acme.traits([orders, { namespace: 'shop', name: 'other' }])).toEqual([
          {
            ...orders,
            scopes: new Map([['tenant', 1]]),
            sensitivities: new Map([
              ['confidential', 1],
              ['restricted', 1],
            ]),
          },
        ])
        expect(await acme.traits([])).toEqual([])
        const page = async (version: string, offset: number) =>
          (await acme.entries({ ...orders, version }, { kind: 'field', offset, limit: 1 })).map(({ label }) => label)
        expect(await page('1.0.0', 0)).toEqual(['Order.email'])
        expect(await page('1.0.0', 1)).toEqual(['Order.card'])
        expect(await page('0.9.0', 0)).toEqual([])
      })

      it('takes no text for a query', async () => {
        for (const text of [
          '"',
          "'",
          '*',
          'a OR b',
          'NOT x',
          '(',
          'a:b',
          '& | !',
          '%',
          '\\',
          ':*',
          'email" OR "card',
        ]) {
          await expect(acme.search({ text, limit: 10 })).resolves.toBeInstanceOf(Array)
        }
        expect(await labels({ text: 'email" OR "card' })).toEqual([])
      })

      it('knows the newest version only, and each organisation its own', async () => {
        await publish(acme, versionOf('1.1.0'))
        await acme.change(change, (writes) =>
          writes.indexVersion({ namespace: 'shop', name: 'orders', version: '1.1.0' }, entries.slice(0, 1)),
        )
        expect((await acme.search({ text: 'order', limit: 10 })).map(({ version }) => version)).toEqual(['1.1.0'])
        expect(await beta.search({ text: 'order', limit: 10 })).toHaveLength(4)
      })
    })

    describe('what is counted over all contracts', () => {
      const flows = {
        regions: ['eu'],
        transfers: [],
        pathways: [],
        links: [],
        ofTenants: { out: { categories: [] }, in: { categories: [] } },
        out: { getOrder: 'confidential' },
      }
      const orders = { namespace: 'shop', name: 'orders' }

      it('is made of the newest published version of each', async () => {
        await publish(acme, versionOf('1.0.0'))
        await publish(acme, { ...versionOf('1.1.0'), facts: { operations: 4, scoped: 4, fields: 1, classified: 0 } })
        await publish(acme, { ...versionOf('1.2.0'), state: 'pending' })
        await publish(acme, { ...versionOf('1.0.0'), name: 'waiting', state: 'pending' })
        const newest = { operations: 4, scoped: 4, fields: 1, classified: 0 }
        expect(await acme.facts()).toEqual([{ ...orders, owner: 'order-management', facts: newest }])
        expect((await acme.recentFacts(5)).map(({ facts }) => facts.operations).sort()).toEqual([3, 4])
        expect(await acme.recentFacts(1)).toHaveLength(1)
        expect(await beta.facts()).toEqual([])
      })

      it('knows where data goes, and forgets what a version said that another took the place of', async () => {
        for (const version of ['1.0.0', '1.1.0']) {
          await publish(acme, versionOf(version))
          await acme.change(change, (writes) => writes.indexVersion({ ...orders, version }, [], flows))
        }
        expect(await acme.flows({ limit: 9 })).toEqual([{ ...orders, version: '1.1.0', flows }])
        expect(await acme.flows({ namespace: 'web', limit: 9 })).toEqual([])
        expect(await beta.flows({ limit: 9 })).toEqual([])
        await acme.change(change, (writes) => writes.indexVersion({ ...orders, version: '1.1.0' }, []))
        expect(await acme.flows({ limit: 9 })).toEqual([])
      })

      it('counts what was done month by month', async () => {
        for (const at of ['2026-09-30T23:59:59.999Z', '2026-10-01T00:00:00.000Z', '2026-10-02T00:00:00.000Z'])
          await acme.change({ ...change, at }, async (writes) => {
            await writes.tell({ action: 'version-refused', subject: at })
            await writes.tell({ action: 'release-recorded', subject: at })
          })
        const actions = ['version-refused', 'version-published']
        const months = ['2026-10', '2026-09']
        expect(await acme.countByMonth({ actions, months })).toEqual([
          { month: '2026-09', action: 'version-refused', count: 1 },
          { month: '2026-10', action: 'version-refused', count: 2 },
        ])
        expect(await acme.countByMonth({ actions, months: ['2026-08', '2026-11'] })).toEqual([])
        expect((await acme.byAction({ action: 'version-refused', limit: 2 })).map(({ subject }) => subject)).toEqual([
          '2026-10-02T00:00:00.000Z',
          '2026-10-01T00:00:00.000Z',
        ])
        expect(await beta.countByMonth({ actions, months })).toEqual([])
      })
    })

    describe('deployments and consumers', () => {
      const consumer = { namespace: 'web', name: 'shop-front', version: '5', digest: 'sha256:x' }
      const use = { namespace: 'shop', name: 'orders', version: '1.0.0', operations: [{ operation: 'getOrder' }] }

      it('the last deployment holds', async () => {
        for (const [environment, version] of [
          ['prod', '1'],
          ['prod', '2'],
          ['test', '3'],
        ] as const) {
          const participant = { kind: 'contract' as const, namespace: 'shop', name: 'orders', version }
          await acme.change(change, (writes) => writes.addDeployment({ environment, participant }))
        }
        const found = await acme.deployments({})
        expect(found.map(({ environment, participant }) => [environment, participant.version])).toEqual([
          ['prod', '2'],
          ['test', '3'],
        ])
        expect(await acme.deployments({ environment: 'test', name: 'orders' })).toHaveLength(1)
        expect(await beta.deployments({})).toEqual([])
      })

      it('uses are those of deployed versions, and of the newest where none is deployed', async () => {
        for (const version of ['5', '6', '7']) {
          await acme.change(change, (writes) => writes.addConsumer({ ...consumer, version }, [use]))
        }
        const versions = async () => (await acme.usesOf(use)).map(({ version }) => version)
        expect(await versions()).toEqual(['7'])
        const deploy = (version: string, environment: string) =>
          acme.change(change, (writes) =>
            writes.addDeployment({ environment, participant: { ...consumer, kind: 'consumer', version } }),
          )
        await deploy('5', 'prod')
        await deploy('6', 'test')
        expect(await versions()).toEqual(['5', '6'])
        expect(await acme.usesBy({ ...consumer, version: '6' })).toEqual([use])
        expect(await beta.usesOf(use)).toEqual([])
      })

      it('consumers are listed by their newest version, page by page', async () => {
        for (const { name, version } of [
          { name: 'shop-front', version: '5' },
          { name: 'shop-front', version: '4' },
          { name: 'app', version: '1' },
        ])
          await acme.change(change, (writes) => writes.addConsumer({ ...consumer, name, version }, [use]))
        const page = async (after?: string) =>
          (await acme.consumers({ limit: 1, ...(after && { after: { namespace: 'web', name: after } }) })).map(
            ({ name, version }) => `${name}@${version}`,
          )
        expect(await page()).toEqual(['app@1'])
        expect(await page('app')).toEqual(['shop-front@4'])
        expect(await page('shop-front')).toEqual([])
        expect(await beta.consumers({ limit: 9 })).toEqual([])
      })
    })

    it('tokens are found by their id, and revoked by their organisation alone', async () => {
      const token = {
        id: '0123456789ab',
        name: 'ci',
        hash: 'ff',
        permissions: ['contracts:read'],
        namespaces: ['shop'],
        createdAt: change.at,
        expiresAt: '2027-01-01T00:00:00.000Z',
        revoked: false,
      }
      await acme.change(change, (writes) => writes.addToken(token))
      expect(await store.token(token.id)).toEqual({ ...token, organisation: 'acme' })
      expect(await beta.change(change, (writes) => writes.revokeToken(token.id))).toBe(false)
      expect(await acme.change(change, (writes) => writes.revokeToken(token.id))).toBe(true)
      expect((await store.token(token.id))?.revoked).toBe(true)
      expect([await acme.tokens(), await beta.tokens()].map(({ length }) => length)).toEqual([1, 0])
    })

    describe('the audit', () => {
      const fill = async (count: number) => {
        for (let index = 0; index < count; index++) {
          await acme.change(change, (writes) => writes.tell({ action: 'release-recorded', subject: `r${index}` }))
        }
      }
      const lines = async () => (await acme.audit({ after: 0, limit: 1000 })).map(({ line }) => line)

      it('is a signed chain for each organisation', async () => {
        await fill(7)
        const verdict = await verifyChain(await lines(), { keys: [publicKey], every: 3 })
        expect(verdict).toMatchObject({ kind: 'intact', links: 8, checkpoints: 2 })
        expect((await beta.audit({ after: 0, limit: 10 })).map(({ action }) => action)).toEqual([
          'organisation-created',
        ])
        const page = await acme.audit({ after: 2, limit: 2 })
        expect(page.map(({ position }) => position)).toEqual([3, 4])
        const newest = async (before?: number) =>
          (await acme.auditBefore({ before, limit: 2 })).map(({ position }) => position)
        expect(await newest()).toEqual([10, 9])
        expect(await newest(3)).toEqual([2, 1])
        expect(await newest(1)).toEqual([])
      })

      it('signs on demand, and once', async () => {
        await fill(1)
        const line = await acme.checkpoint(change.at)
        expect(await acme.checkpoint('2027-01-01T00:00:00.000Z')).toBe(line)
        expect((await lines()).at(-1)).toBe(line)
      })

      it('refuses to be changed', async () => {
        for (const statement of ['update audit set line = line', 'delete from audit'] as const) {
          await expect(store.execute(statement)).rejects.toThrow('the audit is append-only')
        }
      })

      it('is whole when two processes write at once', async () => {
        const other = await openStore({ place: at.place, signer })
        const both = [acme, other.of('acme')]
        const writes = Array.from({ length: 20 }, (_, index) =>
          both[index % 2]!.change(change, (each) => each.tell({ action: 'release-recorded', subject: `${index}` })),
        )
        await Promise.all(writes)
        await other.close()
        expect(await verifyChain(await lines(), { keys: [publicKey], every: 3 })).toMatchObject({
          kind: 'intact',
          links: 21,
        })
      })
    })
  })
}

const shop = {
  name: 'shop',
  rules: {
    compatibility: 'backward',
    onBreaking: 'refuse',
    scopedAtLeast: 0,
    classifiedAtLeast: 0,
    semver: 'enforce',
  },
} as const

const entries = [
  { kind: 'operation', label: 'POST /orders', text: 'createOrder places an order, asks for an email', pointer: '/a' },
  {
    kind: 'operation',
    label: 'GET /orders',
    text: 'listOrders mit Grüßen; grüsse',
    scope: 'tenant',
    part: { kind: 'operation', key: 'listOrders' },
    pointer: '/b',
  },
  {
    kind: 'field',
    label: 'Order.email',
    text: 'of the customer',
    sensitivity: 'confidential',
    category: 'contact.email',
    pointer: '/c',
  },
  { kind: 'field', label: 'Order.card', text: '', sensitivity: 'restricted', category: 'payment-card', pointer: '/d' },
] as const

function versionOf(version: string, { text = 'text', overlays = [] as readonly string[] } = {}): NewVersion {
  return {
    namespace: 'shop',
    name: 'orders',
    version,
    protocol: 'openapi',
    title: 'Orders',
    owner: 'order-management',
    digest: `sha256:${version}`,
    bundle: {
      documents: [
        { path: 'openapi.yaml', text },
        { path: 'schemas/order.yaml', text: 'type: object' },
      ],
      overlays: overlays.map((overlay, index) => ({ path: `${index}.yaml`, text: overlay })),
    },
    state: 'published',
    provenance: { commit: 'abcdef0' },
    lifecycle: 'deprecated',
    facts: { operations: 3, scoped: 2, fields: 5, classified: 4 },
    report: { verdict: 'passed', checks: [], comparisons: [] },
  }
}

function publish(organisation: OrganisationStore, version: NewVersion): Promise<void> {
  return organisation.change({ actor: 'token:ann', at: '2026-11-27T10:00:00.000Z' }, (writes) =>
    writes.addVersion(version),
  )
}
