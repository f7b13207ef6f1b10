import { createPublicKey } from 'node:crypto'
import { verifyChain } from '@tenantkit/runtime/audit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseToken } from '../../../src/catalog/access/index.js'
import type { CatalogClient } from '../../../src/catalog/http/generated/client.js'
import type { NamespaceRules } from '../../../src/catalog/http/generated/types/namespace-rules.js'
import type { Usage } from '../../../src/catalog/http/generated/types/usage.js'
import { type TestCatalog, testCatalog } from '../server.js'
import type { TestPlace } from '../support/places.js'
import { order, shop } from '../support/shop.js'

/** What the catalog must do for its callers, whatever database it stands on. */
export function describeCatalog(name: string, place: () => Promise<TestPlace>): void {
  describe(`the catalog on ${name}`, () => {
    let at: TestPlace
    let catalog: TestCatalog
    let ann: CatalogClient
    let ben: CatalogClient
    let today = new Date('2026-11-27T10:00:00.000Z')

    beforeEach(async () => {
      at = await place()
      today = new Date('2026-11-27T10:00:00.000Z')
      catalog = await testCatalog({ place: at.place, now: () => today })
      ann = await catalog.client()
      ben = await catalog.client()
    })
    afterEach(async () => {
      await catalog.close()
      await at.remove()
    })

    const path = (version: string, of = 'orders') => ({ namespace: 'shop', name: of, version })
    const body = (text: string) => ({ documents: [{ path: 'openapi.yaml', text }] })
    const publish = (version: string, text = shop({ version }), client = ann) =>
      client.publishVersion({ path: path(version), body: body(text) })
    const breaking = (version: string) =>
      shop({ version, order: order.replace('id: { type: string }', 'id: { type: integer }') })
    const rules = (given: NamespaceRules) => ann.configureNamespace({ path: { namespace: 'shop' }, body: given })
    const search = async (q: string) => {
      const found = await ann.search({ query: { q } })
      return found.status === 200 ? found.body.items.map(({ label, version }) => `${label} ${version}`) : []
    }
    const actions = async () => {
      const page = await ann.listAudit({ query: { limit: 200 } })
      return page.status === 200 ? page.body.lines.map((line) => String(JSON.parse(line).event?.action)) : []
    }

    describe('publishing', () => {
      it('keeps what the gate lets pass, byte for byte', async () => {
        const documents = [
          { path: 'api/openapi.yaml', text: `${shop()}# Grüße 👋\r\n` },
          { path: 'schemas/more.yaml', text: 'type: object\n' },
        ]
        const overlays = [
          {
            path: 'o.yaml',
            text: 'overlay: 1.0.0\ninfo: { title: O, version: 1.0.0 }\nactions: [{ target: $.info, update: { description: D } }]\n',
          },
        ]
        const provenance = { commit: 'abcdef0', repository: 'acme/orders' }
        const published = await ann.publishVersion({ path: path('1.0.0'), body: { documents, overlays, provenance } })
        expect(published).toMatchObject({ status: 201, body: { outcome: 'published', report: { verdict: 'passed' } } })
        expect(await ann.getDocuments({ path: path('1.0.0') })).toMatchObject({
          status: 200,
          body: { documents, overlays, digest: expect.stringMatching(/^sha256:/), checkpoint: { sequence: 5 } },
        })
        expect(await ann.getVersion({ path: path('1.0.0') })).toMatchObject({
          status: 200,
          body: { title: 'Orders', protocol: 'openapi', version: { state: 'published', released: false }, provenance },
        })
        expect(await ann.listContracts()).toMatchObject({ body: { items: [{ name: 'orders', latest: '1.0.0' }] } })
        expect(await search('email')).toEqual(['Order.email 1.0.0'])
        expect((await actions()).slice(-2)).toEqual(['namespace-configured', 'version-published'])
      })

      it('changes nothing for the same bytes, and refuses others', async () => {
        await publish('1.0.0')
        const before = await actions()
        expect(await publish('1.0.0')).toMatchObject({ status: 200, body: { outcome: 'unchanged' } })
        expect(await actions()).toEqual(before)
        expect((await publish('1.0.0', `${shop()}\n`)).status).toBe(409)
      })

      it('refuses what breaks, and keeps nothing of it but an entry of the audit', async () => {
        await publish('1.0.0')
        expect(await publish('2.0.0', breaking('2.0.0'))).toMatchObject({
          status: 422,
          body: {
            outcome: 'refused',
            report: { comparisons: [{ baseline: '1.0.0', because: ['latest'], breaking: 1 }] },
          },
        })
        expect((await ann.getVersion({ path: path('2.0.0') })).status).toBe(404)
        expect((await actions()).at(-1)).toBe('version-refused')
      })

      it('says what would become of it, and keeps nothing at all', async () => {
        await rules({ onBreaking: 'review' })
        const before = await actions()
        const dry = (version: string, text: string) =>
          ann.publishVersion({ path: path(version), body: body(text), query: { dryRun: true } })
        expect(await dry('1.0.0', shop())).toMatchObject({ status: 200, body: { outcome: 'would-publish' } })
        expect(await dry('1.0.0', 'openapi: [')).toMatchObject({ status: 422, body: { outcome: 'refused' } })
        expect(await actions()).toEqual(before)
        await publish('1.0.0')
        expect(await dry('2.0.0', breaking('2.0.0'))).toMatchObject({ status: 200, body: { outcome: 'would-wait' } })
        expect(await dry('1.0.0', shop())).toMatchObject({ status: 200, body: { outcome: 'unchanged' } })
        expect(await ann.getContract({ path: path('') })).toMatchObject({ body: { versions: [{ version: '1.0.0' }] } })
      })

      it('compares with what was released, what is deployed, and no others', async () => {
        const compared = async (version: string) => {
          const outcome = await ann.publishVersion({
            path: path(version),
            body: body(shop({ version })),
            query: { dryRun: true },
          })
          return 'report' in outcome.body
            ? outcome.body.report.comparisons.map(({ baseline, because }) => [baseline, ...because])
            : outcome
        }
        for (const version of ['1.0.0', '1.1.0', '1.2.0', '1.3.0', '1.4.0']) await publish(version)
        expect(await compared('1.5.0')).toEqual([['1.4.0', 'latest']])
        for (const version of ['1.0.0', '1.2.0']) await ann.recordRelease({ path: path(version) })
        expect(await compared('1.5.0')).toEqual([['1.2.0', 'released']])
        for (const [environment, version] of [
          ['prod', '1.0.0'],
          ['prod', '1.1.0'],
          ['test', '1.2.0'],
        ] as const) {
          const place = { environment, kind: 'contract' as const, namespace: 'shop', name: 'orders' }
          expect(await ann.recordDeployment({ path: place, body: { version } })).toMatchObject({ status: 204 })
        }
        const both = [
          ['1.2.0', 'released', 'deployed in test'],
          ['1.1.0', 'deployed in prod'],
        ]
        expect(await compared('1.5.0')).toEqual(both)
        await rules({ compatibility: 'backward-transitive' })
        expect(await compared('1.5.0')).toEqual([...both, ['1.0.0', 'released']])
      })
    })

    describe('reviews', () => {
      beforeEach(async () => {
        await rules({ onBreaking: 'review' })
        await publish('1.0.0')
        expect(await publish('2.0.0', breaking('2.0.0'))).toMatchObject({ status: 202, body: { outcome: 'pending' } })
      })
      const decide = (decision: 'approve' | 'reject', client: CatalogClient, version = '2.0.0') =>
        client.decideReview({ path: path(version), body: { decision, reason: 'agreed' } })

      it('wait, and are read by nobody as the newest', async () => {
        expect(await publish('2.0.0', breaking('2.0.0'))).toMatchObject({ status: 202, body: { outcome: 'pending' } })
        const waiting = await ann.listReviews()
        expect(waiting).toMatchObject({ body: { items: [{ version: { version: '2.0.0', state: 'pending' } }] } })
        // A list shows what came out; the findings stand in the version.
        expect(JSON.stringify(waiting.body)).not.toContain('"findings"')
        expect(await ann.getContract({ path: path('') })).toMatchObject({ body: { contract: { latest: '1.0.0' } } })
        expect(await search('email')).toEqual(['Order.email 1.0.0'])
        expect((await ann.recordRelease({ path: path('2.0.0') })).status).toBe(409)
      })

      it('are approved by others than the publisher', async () => {
        expect((await decide('approve', ann)).status).toBe(403)
        expect(await decide('approve', ben)).toMatchObject({ status: 200, body: { version: { state: 'published' } } })
        expect((await decide('reject', ben)).status).toBe(409)
        expect(await search('email')).toEqual(['Order.email 2.0.0'])
        expect((await actions()).slice(-2)).toEqual(['version-waits', 'version-approved'])
        expect((await ann.listReviews()).body).toEqual({ items: [] })
      })

      it('are rejected for ever', async () => {
        expect(await decide('reject', ann)).toMatchObject({ status: 200, body: { version: { state: 'rejected' } } })
        expect(await publish('2.0.0', breaking('2.0.0'))).toMatchObject({ status: 422, body: { outcome: 'refused' } })
        expect((await publish('2.0.0')).status).toBe(409)
        expect((await actions()).at(-1)).toBe('version-rejected')
      })

      it('leave the search at what was published later', async () => {
        expect(await publish('1.1.0')).toMatchObject({ status: 201 })
        await decide('approve', ben)
        expect(await search('email')).toEqual(['Order.email 1.1.0'])
        expect((await decide('approve', ben, '3.0.0')).status).toBe(404)
      })
    })

    describe('use', () => {
      const consumer = (version: string) => ({ namespace: 'web', name: 'front', version })
      const usage = (version: string, ...fields: readonly string[]): Usage => ({
        uses: [{ namespace: 'shop', name: 'orders', version, operations: [{ operation: 'getOrder', fields }] }],
      })
      const deploy = (kind: 'contract' | 'consumer', version: string, client = ann) =>
        client.recordDeployment({
          path: {
            environment: 'prod',
            kind,
            ...(kind === 'contract' ? { namespace: 'shop', name: 'orders' } : { namespace: 'web', name: 'front' }),
          },
          body: { version },
        })
      const ask = (kind: 'contract' | 'consumer', version: string) => {
        const who = kind === 'contract' ? path(version) : consumer(version)
        return ann.canIDeploy({ path: { environment: 'prod' }, query: { kind, ...who } })
      }

      it('is what a version of a consumer says once', async () => {
        await publish('1.0.0')
        const say = (said: Usage) => ann.publishUsage({ path: consumer('5'), body: said })
        expect((await say(usage('9.9.9', 'id'))).status).toBe(422)
        expect((await say({ uses: [...usage('1.0.0').uses, ...usage('1.0.0').uses] })).status).toBe(422)
        expect((await say(usage('1.0.0', 'id'))).status).toBe(204)
        expect((await say(usage('1.0.0', 'id'))).status).toBe(204)
        expect((await say(usage('1.0.0', 'email'))).status).toBe(409)
        expect(await ann.getContract({ path: path('') })).toMatchObject({
          body: { consumers: [{ ...consumer('5'), operations: [{ operation: 'getOrder', fields: ['id'] }] }] },
        })
      })

      it('decides whether a version can be deployed', async () => {
        await rules({ compatibility: 'none', semver: 'report' })
        await publish('1.0.0')
        await ann.publishUsage({ path: consumer('5'), body: usage('1.0.0', 'id') })
        expect(await ask('consumer', '5')).toMatchObject({
          status: 200,
          body: { deployable: false, reasons: [{ message: 'The contract is not deployed there.' }] },
        })
        expect((await deploy('contract', '1.0.0')).status).toBe(204)
        expect(await ask('consumer', '5')).toMatchObject({ status: 200, body: { deployable: true } })
        expect((await deploy('consumer', '5')).status).toBe(204)
        // Nobody who uses it is asked by the gate: the namespace asks for no compatibility, and the consumer comes first.
        expect(await publish('2.0.0', breaking('2.0.0'))).toMatchObject({
          status: 422,
          body: { report: { comparisons: [{ breaking: 1, used: 1 }] } },
        })
        const other = shop({
          version: '1.1.0',
          order: order.replace('email: { type: string', 'email: { type: integer'),
        })
        expect(await publish('1.1.0', other)).toMatchObject({ status: 201 })
        expect(await ask('contract', '1.1.0')).toMatchObject({
          status: 200,
          body: {
            deployable: true,
            reasons: [{ consumer: 'web/front@5', message: 'What breaks since 1.0.0 is not used.' }],
          },
        })
        expect((await ask('contract', '7.7.7')).status).toBe(404)
        expect((await ask('consumer', '6')).status).toBe(404)
      })

      it('knows what is deployed, and nothing that is not there', async () => {
        await publish('1.0.0')
        expect((await deploy('contract', '1.0.1')).status).toBe(404)
        expect((await deploy('consumer', '1')).status).toBe(404)
        await deploy('contract', '1.0.0')
        const before = await actions()
        expect((await deploy('contract', '1.0.0')).status).toBe(204)
        expect(await actions()).toEqual(before)
        expect(await ann.listDeployments({ path: { environment: 'prod' } })).toMatchObject({
          body: { items: [{ environment: 'prod', participant: { kind: 'contract', ...path('1.0.0') } }] },
        })
        await ann.recordRelease({ path: path('1.0.0') })
        await ann.recordRelease({ path: path('1.0.0') })
        expect((await actions()).filter((action) => action === 'release-recorded')).toHaveLength(1)
      })
    })

    describe('tokens', () => {
      const make = (asked: object, client = ann) =>
        client.createToken({ body: { name: 'ci', permissions: ['contracts:read'], ...asked } })

      it('are shown once, do what they are for, and end', async () => {
        const made = await make({ permissions: ['contracts:publish', 'contracts:read'], namespaces: ['shop'], days: 1 })
        const secret = made.status === 201 ? made.body.secret : ''
        const ci = catalog.as(secret)
        expect((await publish('1.0.0', shop(), ci)).status).toBe(201)
        const elsewhere = { ...path('1.0.0'), namespace: 'pay' }
        expect((await ci.publishVersion({ path: elsewhere, body: body(shop()) })).status).toBe(403)
        expect((await ci.recordRelease({ path: path('1.0.0') })).status).toBe(403)
        expect((await ci.listTokens()).status).toBe(403)
        const listed = await ann.listTokens()
        expect(JSON.stringify(listed)).not.toContain(parseToken(secret)?.secret ?? '')
        expect(JSON.stringify(listed)).not.toMatch(/hash/)
        today = new Date('2026-11-28T10:00:00.000Z')
        expect((await ci.listContracts()).status).toBe(401)
      })

      it('are revoked at once', async () => {
        const made = await make({})
        const [secret, tokenId] = made.status === 201 ? [made.body.secret, made.body.token.id] : ['', '']
        const reader = catalog.as(secret)
        expect((await reader.listContracts()).status).toBe(200)
        expect((await ann.revokeToken({ path: { tokenId } })).status).toBe(204)
        expect((await reader.listContracts()).status).toBe(401)
        expect((await ann.revokeToken({ path: { tokenId } })).status).toBe(404)
      })

      it('reach no further than the one that they are made with', async () => {
        const admin = await catalog.client({ namespaces: ['pay-*'] })
        expect((await make({ namespaces: ['pay-cards', 'pay-*-eu'] }, admin)).status).toBe(201)
        for (const namespaces of [['*'], ['shop'], ['pay-cards', 'p*'], undefined])
          expect((await make({ ...(namespaces && { namespaces }) }, admin)).status).toBe(403)
        expect((await admin.configureNamespace({ path: { namespace: 'shop' }, body: {} })).status).toBe(403)
        expect((await admin.configureNamespace({ path: { namespace: 'pay-x' }, body: {} })).status).toBe(200)
      })
    })

    describe('lists', () => {
      it('come page by page, in their order', async () => {
        for (const each of ['a', 'b', 'c', 'd', 'e']) {
          await ann.publishVersion({ path: { ...path('1.0.0'), name: each }, body: body(shop()) })
        }
        const names: string[] = []
        for await (const { name: found } of ann.listContracts.all({ query: { limit: 2 } })) names.push(found)
        expect(names).toEqual(['a', 'b', 'c', 'd', 'e'])
      })

      it('go on after the longest names, too', async () => {
        const [namespace, long] = ['n'.repeat(100), 'x'.repeat(99)]
        for (const each of [`${long}1`, `${long}2`]) {
          await ann.publishVersion({ path: { namespace, name: each, version: '1.0.0' }, body: body(shop()) })
        }
        const names: string[] = []
        for await (const { name: found } of ann.listContracts.all({ query: { namespace, limit: 1 } })) names.push(found)
        expect(names).toEqual([`${long}1`, `${long}2`])
      })

      it('show namespaces with their rules', async () => {
        const configured = await rules({ compatibility: 'full', scopedAtLeast: 50 })
        const expected = {
          name: 'shop',
          rules: {
            compatibility: 'full',
            onBreaking: 'refuse',
            scopedAtLeast: 50,
            classifiedAtLeast: 0,
            semver: 'enforce',
          },
        }
        expect(configured.body).toEqual(expected)
        expect((await ann.listNamespaces()).body).toEqual({ items: [expected] })
      })
    })

    describe('the audit', () => {
      const lines = async () => {
        const found: string[] = []
        let after: number | undefined = 0
        while (after !== undefined) {
          const page = await ann.listAudit({ query: { after, limit: 3 } })
          if (page.status !== 200) return found
          found.push(...page.body.lines)
          after = page.body.next
        }
        return found
      }
      const checkpoint = async () => {
        const signed = await ann.getCheckpoint()
        if (signed.status !== 200) throw new TypeError(`no checkpoint: ${signed.status}`)
        const kept: { readonly sequence: number; readonly hash: string } = JSON.parse(signed.body.line).checkpoint
        return { ...kept, keys: [createPublicKey(signed.body.key)] }
      }
      const tamper = async (...statements: readonly string[]) => {
        const { store } = catalog.running.context
        const off =
          store.kind === 'sqlite'
            ? ['audit_unchanged', 'audit_undeleted'].map((each) => `drop trigger ${each}`)
            : ['alter table audit disable trigger user']
        for (const statement of [...off, ...statements]) await store.execute(statement)
      }
      beforeEach(async () => {
        for (const version of ['1.0.0', '1.1.0', '1.2.0', '1.3.0']) await publish(version)
      })

      it('is verified by whoever reads it', async () => {
        const { keys, ...kept } = await checkpoint()
        expect(await verifyChain(await lines(), { keys, kept })).toMatchObject({ kind: 'intact', checkpoints: 1 })
        await publish('1.4.0')
        expect(await verifyChain(await lines(), { keys, kept })).toMatchObject({
          kind: 'intact',
          links: kept.sequence + 1,
        })
      })

      it('T120 shows a row that was changed', async () => {
        const { keys, ...kept } = await checkpoint()
        await tamper("update audit set line = replace(line, 'shop/orders@1.1.0', 'shop/orders@1.1.9')")
        expect(await verifyChain(await lines(), { keys, kept })).toMatchObject({ kind: 'broken', why: 'changed' })
      })

      it('T120 shows that its end was cut off', async () => {
        const { keys, ...kept } = await checkpoint()
        await tamper(`delete from audit where sequence >= ${kept.sequence}`)
        expect(await verifyChain(await lines(), { keys, kept })).toMatchObject({ kind: 'broken', why: 'cut-off' })
        // What comes after it does not mend that.
        await publish('1.4.0')
        await publish('1.5.0')
        expect(await verifyChain(await lines(), { keys, kept })).toMatchObject({ kind: 'broken', why: 'cut-off' })
      })

      it('T120 shows that it was written anew', async () => {
        const { keys, ...kept } = await checkpoint()
        const forger = await testCatalog({ now: () => today })
        await forger.client()
        const forged = (await forger.running.context.store.of('acme').audit({ after: 0, limit: 100 })).map(
          ({ line, ...rest }) => ({ ...rest, line: line.replaceAll("'", "''") }),
        )
        await forger.running.context.store.of('acme').checkpoint(today.toISOString())
        await forger.close()
        await tamper(
          'delete from audit',
          ...forged.map(
            ({ position, sequence, kind, at: when, actor, action, subject, line }) =>
              `insert into audit (organisation, position, sequence, kind, at, actor, action, subject, line)
               values ('acme', ${position}, ${sequence}, '${kind}', '${when}', '${actor}', '${action}', '${subject}', '${line}')`,
          ),
        )
        expect(await verifyChain(await lines(), { keys, kept })).toMatchObject({ kind: 'broken', why: 'cut-off' })
      })

      it('hands out no documents that were changed, and compares with none', async () => {
        const { store } = catalog.running.context
        await store.execute('update version_document set path = path || path')
        expect((await ann.getDocuments({ path: path('1.3.0') })).status).toBe(500)
        expect(catalog.events).toMatchObject([{ event: 'error', operation: 'getDocuments' }])
        expect(await publish('1.4.0')).toMatchObject({ status: 422, body: { outcome: 'refused' } })
      })
    })

    it('is alive, and ready', async () => {
      expect((await ann.getHealth()).body).toEqual({ state: 'up' })
      expect((await ann.getReadiness()).body).toEqual({ state: 'up' })
    })
  })
}
