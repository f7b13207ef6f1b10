import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { order, shop } from '../support/shop.js'
import { type Answer, type PeopleCatalog, peopleCatalog, proofIn, type TestBrowser } from './support.js'

/** What people who have an account make for their command line. */
describe('tokens of people', () => {
  let catalog: PeopleCatalog
  beforeAll(async () => {
    catalog = await peopleCatalog()
  })
  afterAll(async () => {
    expect(catalog.events).toEqual([])
    await catalog.close()
  })

  async function signedIn(sub: string, groups: readonly string[]): Promise<TestBrowser> {
    catalog.accounts.person = { sub, groups }
    const browser = catalog.browser()
    await browser.signIn()
    return browser
  }
  async function send(browser: TestBrowser, fields: Readonly<Record<string, string>>): Promise<Answer> {
    const { html } = await browser.get('/tokens')
    return browser.post('/tokens', { proof: proofIn(html), ...fields })
  }
  async function make(browser: TestBrowser, fields: Readonly<Record<string, string>> = {}): Promise<string> {
    const { status, html } = await send(browser, { name: 'laptop', grant: '0', days: '7', ...fields })
    expect(status).toBe(200)
    return /<code>(tk_[^<]*)<\/code>/.exec(html)?.[1] ?? ''
  }
  const publish = (token: string, namespace: string, version = '1.0.0', text = shop({ version })) =>
    catalog.as(token).publishVersion({
      path: { namespace, name: 'orders', version },
      body: { documents: [{ path: 'openapi.yaml', text }] },
    })

  it('do what one role of theirs lets them, in its place, in their name', async () => {
    const browser = await signedIn('ann', ['shop-team', 'pay-owners'])
    const page = await browser.get('/tokens')
    expect(page.html).toMatch(/publisher in shop.*approver in pay, pay-\*/s)
    const token = await make(browser)
    expect((await publish(token, 'shop')).status).toBe(201)
    expect((await publish(token, 'pay')).status).toBe(403)
    const admin = await catalog.client()
    const found = await admin.getVersion({ path: { namespace: 'shop', name: 'orders', version: '1.0.0' } })
    expect(found).toMatchObject({ body: { version: { publishedBy: 'person:ann' } } })
    expect((await browser.get('/tokens')).html).not.toContain(token)
  })

  it('do not approve on a page what their owner has published with one', async () => {
    const browser = await signedIn('bob', ['shop-owners'])
    await (await catalog.client()).configureNamespace({ path: { namespace: 'shop' }, body: { onBreaking: 'review' } })
    const breaking = shop({ version: '2.0.0', order: order.replace('{ type: string }', '{ type: integer }') })
    expect((await publish(await make(browser), 'shop', '2.0.0', breaking)).status).toBe(202)
    const path = '/reviews/shop/orders/2.0.0'
    const { html } = await browser.get(path)
    const answer = await browser.post(path, { proof: proofIn(html), decision: 'approve', reason: 'mine' })
    expect([answer.status, answer.html]).toEqual([403, expect.stringContaining('Nobody approves what they published.')])
  })

  it('do not open a session that may do more than they', async () => {
    const admin = await signedIn('carol', ['staff', 'admins'])
    expect((await admin.get('/audit')).status).toBe(200)
    const token = await make(admin)
    const browser = catalog.browser()
    const { html } = await browser.get('/sign-in')
    await browser.post('/sign-in', { proof: proofIn(html), token })
    expect((await browser.get('/')).status).toBe(200)
    expect((await browser.get('/audit')).status).toBe(403)
    expect((await browser.get('/tokens')).status).toBe(404)
  })

  it('are listed for their owner, and ended by nobody else', async () => {
    const [ann, eve] = [await signedIn('dora', ['staff']), await signedIn('eve', ['staff'])]
    const token = await make(ann, { name: 'of dora <b>' })
    const id = token.split('_')[2] ?? ''
    expect((await ann.get('/tokens')).html).toContain('of dora &lt;b&gt;')
    expect((await eve.get('/tokens')).html).not.toContain('of dora')
    expect((await send(eve, { revoke: id })).status).toBe(404)
    expect((await catalog.as(token).listContracts()).status).toBe(200)
    expect(await send(ann, { revoke: id })).toMatchObject({ status: 303, location: '/tokens' })
    expect((await catalog.as(token).listContracts()).status).toBe(401)
    expect((await send(ann, { revoke: id })).status).toBe(404)
    expect((await ann.get('/tokens')).html).toContain('You have none.')
  })

  it('are made by forms of ours alone, of what there is', async () => {
    const browser = await signedIn('fred', ['staff'])
    const good = { name: 'x', grant: '0', days: '1' }
    for (const fields of [{ proof: '' }, { proof: 'x'.repeat(32) }])
      expect((await send(browser, { ...good, ...fields })).status).toBe(403)
    for (const fields of [
      { grant: '1' },
      { grant: '-1' },
      { grant: '__proto__' },
      { days: '365' },
      { days: '0' },
      { name: ' ' },
      { name: 'a\nb' },
      { name: 'x'.repeat(101) },
    ])
      expect([fields, (await send(browser, { ...good, ...fields })).status]).toEqual([fields, 422])
    expect((await browser.get('/tokens')).html).toContain('You have none.')
    expect((await catalog.browser().get('/tokens')).location).toBe('/sign-in')
  })
})
