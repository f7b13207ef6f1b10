import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CatalogClient } from '../../../src/catalog/http/generated/client.js'
import { type TestCatalog, testCatalog } from '../server.js'
import { githubJob, githubPolicy, gitlabJob, gitlabPolicy, sendExchange } from '../support/jobs.js'
import { type OidcProvider, oidcProvider } from '../support/oidc-provider.js'
import type { TestPlace } from '../support/places.js'
import { shop } from '../support/shop.js'

/** What becomes of the ID tokens of jobs, whatever database the catalog stands on. */
export function describeExchange(name: string, place: () => Promise<TestPlace>): void {
  describe(`exchanging ID tokens on ${name}`, () => {
    let at: TestPlace
    let provider: OidcProvider
    let catalog: TestCatalog
    let admin: CatalogClient
    let today: Date

    beforeEach(async () => {
      at = await place()
      today = new Date('2026-11-27T10:00:00.000Z')
      provider = await oidcProvider()
      catalog = await testCatalog({ place: at.place, now: () => today, ciIssuers: [provider.url] })
      admin = await catalog.client()
    })
    afterEach(async () => {
      await catalog.close()
      await provider.close()
      await at.remove()
    })

    const github = (changed: object = {}) =>
      provider.sign({ ...githubJob(provider.url, catalog.url, today), ...changed })
    async function exchanged(token: string, fields: Readonly<Record<string, string>> = {}) {
      const { status, text } = await sendExchange(catalog.url, token, fields)
      expect({ status, text }).toMatchObject({ status: 200 })
      return JSON.parse(text) as { access_token: string; scope: string }
    }
    const publish = (client: CatalogClient, version: string, namespace = 'shop') =>
      client.publishVersion({
        path: { namespace, name: 'orders', version },
        body: {
          documents: [{ path: 'openapi.yaml', text: shop({ version }) }],
          provenance: { commit: 'ffffffff', repository: 'evil/fork', workflow: 'mine' },
        },
      })
    const audit = async () => {
      const page = await admin.listAudit({ query: { limit: 200 } })
      if (page.status !== 200) throw new TypeError(`no audit: ${page.status}`)
      return page.body.lines.flatMap((line) => JSON.parse(line).event ?? [])
    }

    it('gives a job what its policy says, for 15 minutes', async () => {
      await admin.addTrust({ body: githubPolicy(provider.url) })
      const answer = await sendExchange(catalog.url, await github())
      expect(JSON.parse(answer.text)).toEqual({
        access_token: expect.stringMatching(/^tk_acme_/),
        issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        token_type: 'Bearer',
        expires_in: 900,
        scope: 'contracts:publish contracts:read',
      })
      expect(answer.headers.get('cache-control')).toMatch(/no-store/)
      const job = catalog.as(JSON.parse(answer.text).access_token)
      expect((await publish(job, '1.0.0')).status).toBe(201)
      expect((await publish(job, '1.0.0', 'pay')).status).toBe(403)
      expect((await job.listTokens()).status).toBe(403)
      today = new Date('2026-11-27T10:14:59.000Z')
      expect((await job.listContracts()).status).toBe(200)
      today = new Date('2026-11-27T10:15:00.000Z')
      expect((await job.listContracts()).status).toBe(401)
    })

    it('keeps with a version what the ID token proves, and nothing that the job says beside that', async () => {
      await admin.addTrust({ body: githubPolicy(provider.url) })
      await publish(catalog.as((await exchanged(await github())).access_token), '1.0.0')
      const version = await admin.getVersion({ path: { namespace: 'shop', name: 'orders', version: '1.0.0' } })
      const { sha, repository, job_workflow_ref, sub } = githubJob(provider.url, catalog.url, today)
      expect(version).toMatchObject({ status: 200, body: { version: { publishedBy: 'trust:orders' } } })
      expect(version.status === 200 && version.body.provenance).toEqual({
        commit: sha,
        repository,
        workflow: job_workflow_ref,
        verified: {
          trust: 'orders',
          issuer: provider.url,
          subject: sub,
          repositoryId: '4711',
          ref: 'refs/heads/main',
          run: '1234',
          runner: 'github-hosted',
        },
      })
      expect(JSON.stringify(await audit())).not.toMatch(/evil\/fork|ffffffff/)
    })

    it('takes the word of a publisher that has a token of its own, and does not call it verified', async () => {
      await publish(admin, '1.0.0')
      const version = await admin.getVersion({ path: { namespace: 'shop', name: 'orders', version: '1.0.0' } })
      expect(version.status === 200 && version.body.provenance).toEqual({
        commit: 'ffffffff',
        repository: 'evil/fork',
        workflow: 'mine',
      })
    })

    it('knows the jobs of GitLab by what GitLab calls things', async () => {
      await admin.addTrust({ body: gitlabPolicy(provider.url) })
      const token = await provider.sign(gitlabJob(provider.url, catalog.url, today))
      await publish(catalog.as((await exchanged(token)).access_token), '1.0.0')
      const version = await admin.getVersion({ path: { namespace: 'shop', name: 'orders', version: '1.0.0' } })
      expect(version.status === 200 && version.body.provenance).toMatchObject({
        repository: 'shop/orders',
        commit: expect.stringMatching(/^89abcdef/),
        verified: { repositoryId: '42', ref: 'refs/heads/main', run: '555', runner: 'self-hosted' },
      })
    })

    it('gives less to who asks for less, and nothing to who asks for more', async () => {
      await admin.addTrust({ body: githubPolicy(provider.url) })
      const { access_token, scope } = await exchanged(await github(), { scope: 'contracts:read' })
      expect(scope).toBe('contracts:read')
      expect((await publish(catalog.as(access_token), '1.0.0')).status).toBe(403)
      const more = await sendExchange(catalog.url, await github(), { scope: 'contracts:read audit:read' })
      expect(more.status).toBe(401)
    })

    it('T33 takes an ID token once, even from those who send it at the same time', async () => {
      await admin.addTrust({ body: githubPolicy(provider.url) })
      const token = await github()
      const answers = await Promise.all(Array.from({ length: 8 }, () => sendExchange(catalog.url, token)))
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(7).fill(401)])
      today = new Date('2026-11-27T10:05:20.000Z')
      expect((await sendExchange(catalog.url, token)).status).toBe(401)
      // Without an id it is known by what was signed.
      const nameless = await github({ jti: undefined, exp: 1_795_774_500 })
      expect((await sendExchange(catalog.url, nameless)).status).toBe(200)
      expect((await sendExchange(catalog.url, nameless)).status).toBe(401)
      expect((await audit()).at(-1)).toMatchObject({ action: 'exchange-refused', data: { reason: 'used-before' } })
    })

    it('ends what a policy has given together with the policy', async () => {
      await admin.addTrust({ body: githubPolicy(provider.url) })
      const job = catalog.as((await exchanged(await github())).access_token)
      expect((await job.listContracts()).status).toBe(200)
      expect((await admin.removeTrust({ path: { trustName: 'orders' } })).status).toBe(204)
      expect((await job.listContracts()).status).toBe(401)
      expect((await sendExchange(catalog.url, await github())).status).toBe(401)
      expect((await admin.removeTrust({ path: { trustName: 'orders' } })).status).toBe(404)
      expect((await admin.listTrust()).body).toEqual({ items: [] })
    })

    it('lists exchanged tokens while they hold, and forgets those that are over', async () => {
      await admin.addTrust({ body: githubPolicy(provider.url) })
      await exchanged(await github())
      const names = async () => {
        const listed = await admin.listTokens()
        return listed.status === 200 ? listed.body.items.map(({ name, trust }) => [name, trust]) : []
      }
      expect(await names()).toContainEqual(['orders', 'orders'])
      today = new Date('2026-11-27T11:00:00.000Z')
      await exchanged(await github())
      expect((await names()).filter(([, trust]) => trust !== undefined)).toEqual([['orders', 'orders']])
    })

    it('has one actor for all jobs of a policy, so that none of them approves what another one published', async () => {
      const permissions = ['contracts:publish', 'reviews:approve', 'contracts:read'] as const
      await admin.addTrust({ body: githubPolicy(provider.url, { permissions }) })
      await admin.configureNamespace({ path: { namespace: 'shop' }, body: { onBreaking: 'review' } })
      const [one, other] = [
        catalog.as((await exchanged(await github())).access_token),
        catalog.as((await exchanged(await github())).access_token),
      ]
      await publish(one, '1.0.0')
      const breaking = shop({ version: '2.0.0', order: 'id: { type: integer }' })
      const path = { namespace: 'shop', name: 'orders', version: '2.0.0' }
      const waiting = await one.publishVersion({
        path,
        body: { documents: [{ path: 'openapi.yaml', text: breaking }] },
      })
      expect(waiting.status).toBe(202)
      const body = { decision: 'approve', reason: 'fine' } as const
      expect((await other.decideReview({ path, body })).status).toBe(403)
      expect((await admin.decideReview({ path, body })).status).toBe(200)
    })

    it('tells the audit what was given and what was refused', async () => {
      await admin.addTrust({ body: githubPolicy(provider.url) })
      await exchanged(await github())
      await sendExchange(catalog.url, await github({ ref: 'refs/heads/other' }))
      await sendExchange(catalog.url, await github({ exp: 1 }))
      const events = (await audit()).filter(({ action }) => /trust|exchange/.test(action))
      expect(events).toMatchObject([
        {
          action: 'trust-added',
          subject: 'trust orders',
          data: { claims: ['ref=refs/heads/main', 'repository_id=4711'], issuer: provider.url },
        },
        { action: 'exchange-granted', actor: 'trust:orders', data: { run: '1234', token: expect.any(String) } },
        {
          action: 'exchange-refused',
          actor: 'anonymous',
          data: { reason: 'no-policy-fits', ref: 'refs/heads/other', repositoryId: '4711' },
        },
        { action: 'exchange-refused', actor: 'anonymous', data: { reason: expect.any(String) } },
      ])
      expect(Object.keys(events.at(-1)?.data)).toEqual(['reason'])
    })
  })
}
