import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TestPlace } from '../support/places.js'
import { order, shop } from '../support/shop.js'
import { type PeopleCatalog, peopleCatalog, proofIn, type TestBrowser } from './support.js'

/** How people sign in with accounts, whatever database the catalog stands on. */
export function describePeople(name: string, place: () => Promise<TestPlace>): void {
  describe(`people on ${name}`, () => {
    let at: TestPlace
    let catalog: PeopleCatalog
    beforeEach(async () => {
      at = await place()
      catalog = await peopleCatalog({ place: at.place })
    })
    afterEach(async () => {
      expect(catalog.events).toEqual([])
      await catalog.close()
      await at.remove()
    })

    async function signedIn(sub: string, groups: readonly string[]): Promise<TestBrowser> {
      catalog.accounts.person = { sub, groups, preferred_username: `${sub}@acme.example` }
      const browser = catalog.browser()
      expect(await browser.signIn()).toMatchObject({ status: 303, location: '/' })
      return browser
    }
    const audit = async () => {
      const lines = await catalog.running.context.store.of('acme').audit({ after: 0, limit: 200 })
      return lines.map(({ line }) => JSON.parse(line).event).filter((event) => event !== undefined)
    }
    async function publishBreak(namespace: string): Promise<void> {
      const admin = await catalog.client()
      await admin.configureNamespace({ path: { namespace }, body: { onBreaking: 'review' } })
      const texts = [shop(), shop({ version: '2.0.0', order: order.replace('{ type: string }', '{ type: integer }') })]
      for (const [index, text] of texts.entries())
        await admin.publishVersion({
          path: { namespace, name: 'orders', version: `${index + 1}.0.0` },
          body: { documents: [{ path: 'openapi.yaml', text }] },
        })
    }

    it('get in, and out again for every copy of their cookie', async () => {
      const browser = await signedIn('ann', ['staff'])
      const copy = catalog.browser()
      for (const [cookie, value] of browser.cookies) copy.cookies.set(cookie, value)
      const page = await browser.get('/')
      expect([page.status, (await copy.get('/')).status]).toEqual([200, 200])
      expect(page.html).toContain('person:ann')
      expect(await browser.post('/sign-out', { proof: 'another' })).toMatchObject({ status: 403 })
      expect(await browser.post('/sign-out', { proof: proofIn(page.html) })).toMatchObject({
        status: 303,
        location: '/sign-in',
      })
      expect([(await browser.get('/')).status, (await copy.get('/')).status]).toEqual([303, 303])
      const events = (await audit()).filter(({ action }) => /^sign/.test(action))
      expect(events).toMatchObject([
        {
          action: 'signed-in',
          actor: 'person:ann',
          data: { issuer: catalog.provider.url, name: 'ann@acme.example', groups: ['staff'] },
        },
        { action: 'signed-out', actor: 'person:ann', subject: events[0].subject },
      ])
    })

    it('are shut out by whoever revokes their session', async () => {
      const browser = await signedIn('ann', ['staff'])
      const admin = await catalog.client()
      const listed = await admin.listTokens()
      const sessions = listed.status === 200 ? listed.body.items.filter(({ person }) => person === 'ann') : []
      expect(sessions).toMatchObject([{ name: 'ann@acme.example', permissions: [], namespaces: [] }])
      await admin.revokeToken({ path: { tokenId: sessions[0]?.id ?? '' } })
      expect((await browser.get('/')).status).toBe(303)
    })

    it('decide where their groups let them, and nowhere else', async () => {
      await publishBreak('shop')
      await publishBreak('pay')
      // A publisher in one place and an approver in another is no approver in the first.
      const browser = await signedIn('bob', ['shop-team', 'pay-owners', 'unknown'])
      const decide = async (namespace: string) => {
        const path = `/reviews/${namespace}/orders/2.0.0`
        const { html } = await browser.get(path)
        return browser.post(path, { proof: proofIn(html), decision: 'approve', reason: 'nobody uses it' })
      }
      const refused = await decide('shop')
      expect([refused.status, refused.html]).toEqual([
        403,
        expect.stringContaining('You do not write to this namespace.'),
      ])
      expect((await decide('pay')).status).toBe(303)
      expect((await audit()).at(-1)).toMatchObject({
        action: 'version-approved',
        actor: 'person:bob',
        subject: 'pay/orders@2.0.0',
      })
    })

    it.each([
      [['staff'], 403],
      [['admins'], 200],
      [['shop-owners'], 403],
      [['cn=auditors,ou=groups'], 200],
    ])('read the audit with %j: %i', async (groups, status) => {
      expect((await (await signedIn('ann', groups)).get('/audit')).status).toBe(status)
    })

    it('without a role do not get in, and the audit knows who tried', async () => {
      for (const groups of [[], ['nobody'], undefined, 'nobody', [['admins']], { 0: 'admins' }]) {
        catalog.accounts.person = { sub: 'eve', groups }
        const browser = catalog.browser()
        const answer = await browser.signIn()
        expect([answer.status, answer.html]).toEqual([403, expect.stringContaining('Your account has no role')])
        expect((await browser.get('/')).status).toBe(303)
      }
      expect((await audit()).at(-1)).toMatchObject({
        action: 'sign-in-refused',
        actor: 'person:eve',
        data: { reason: 'no-role', issuer: catalog.provider.url },
      })
      catalog.accounts.person = { sub: 'eve', groups: 'staff' }
      expect((await catalog.browser().signIn()).status).toBe(303)
    })

    it('still sign in with a token', async () => {
      const browser = catalog.browser()
      const { html } = await browser.get('/sign-in')
      expect(html).toContain('href="/sign-in/account"')
      const token = await catalog.token()
      expect(await browser.post('/sign-in', { proof: proofIn(html), token })).toMatchObject({ status: 303 })
      expect((await browser.get('/audit')).status).toBe(200)
    })
  })
}
