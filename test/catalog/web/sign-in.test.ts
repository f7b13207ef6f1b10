import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PagesCatalog, pagesCatalog } from './support.js'

/** Who gets in, who does not, and what a browser is told with every answer. */
describe('signing in', () => {
  let catalog: PagesCatalog
  beforeAll(async () => {
    catalog = await pagesCatalog()
  })
  afterAll(() => catalog.close())

  it('is asked of everybody, and lets a token in', async () => {
    const ann = catalog.visitor()
    for (const path of ['/metrics', '/nowhere', '/contracts.json']) expect((await ann.get(path)).status).toBe(404)
    const sent = await ann.get('/')
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/sign-in'])
    await ann.get('/sign-in')
    const done = await ann.send('/sign-in', { token: `  ${await catalog.token()}\n` })
    expect([done.status, done.headers.get('location'), done.html]).toEqual([303, '/', ''])
    const cookie = done.headers.getSetCookie().find((line) => line.startsWith('tenantkit-session='))
    expect(cookie).toMatch(/; Max-Age=28800; Path=\/; HttpOnly; SameSite=Lax$/)
    const page = await ann.get('/')
    expect(page.status).toBe(200)
    expect(page.text).toContain('acme Sign out')
  })

  it('never says a token again, and does not say what is wrong with it', async () => {
    const ann = catalog.visitor()
    await ann.get('/sign-in')
    const good = await catalog.token()
    for (const token of ['', 'x', good.replace(/.$/, 'z'), `tk_acme_${'0'.repeat(12)}_${'a'.repeat(43)}_00000000`]) {
      const answer = await ann.send('/sign-in', { token })
      expect(answer.status).toBe(403)
      expect(answer.text).toContain('That is no token of this catalog, or it does not hold any more.')
      if (token.length > 1) expect(answer.html).not.toContain(token)
    }
  })

  it('takes no form of another site, and none without its proof', async () => {
    const token = await catalog.token()
    for (const [fields, headers] of [
      [{ token }, { 'sec-fetch-site': 'cross-site' }],
      [{ token }, { 'sec-fetch-site': 'same-site' }],
      [{ token }, { origin: 'https://evil.example' }],
      [{ token }, { origin: 'null' }],
      [{ token, proof: '' }, { 'sec-fetch-site': 'same-origin' }],
      [{ token, proof: 'x'.repeat(32) }, { 'sec-fetch-site': 'same-origin' }],
    ] as const) {
      const ann = catalog.visitor()
      await ann.get('/sign-in')
      expect((await ann.send('/sign-in', fields, headers)).status).toBe(403)
      expect((await ann.get('/')).status).toBe(303)
    }
    const proofless = await catalog.pages(
      new Request('http://catalog.test/sign-in', { method: 'POST', body: new URLSearchParams({ token, proof: '' }) }),
    )
    expect(proofless.status).toBe(403)
  })

  it('ends with the token, and when somebody signs out', async () => {
    const ann = await catalog.signedIn()
    const bob = await catalog.signedIn()
    expect((await ann.get('/')).status).toBe(200)
    expect((await ann.send('/sign-out', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await ann.send('/sign-out', { proof: 'another' })).status).toBe(403)
    expect((await ann.get('/')).status).toBe(200)
    expect((await ann.send('/sign-out', {})).headers.get('location')).toBe('/sign-in')
    expect((await ann.get('/')).status).toBe(303)

    expect((await bob.get('/')).status).toBe(200)
    const { store } = catalog.running.context
    const tokens = await store.of('acme').tokens()
    await store.of('acme').change({ actor: 'operator', at: '2026-11-27T10:00:00.000Z' }, async (writes) => {
      for (const { id } of tokens) await writes.revokeToken(id)
    })
    expect((await bob.get('/')).status).toBe(303)
  })

  it('is for one organisation: a session cannot be carried over to another', async () => {
    await catalog.token({ organisation: 'beta' })
    const ann = await catalog.signedIn()
    const { html } = await ann.get('/')
    expect(html).toContain('acme')
    const cookie = await cookieOf(catalog)
    expect(await statusWith(catalog, cookie)).toBe(200)
    expect(await statusWith(catalog, cookie.replace('acme~', 'beta~'))).toBe(303)
    expect(await statusWith(catalog, cookie.slice(0, -2))).toBe(303)
    expect(await statusWith(catalog, `${cookie}a`)).toBe(303)
  })

  it('does not help a token that does not read', async () => {
    const publisher = await catalog.signedIn({ permissions: ['contracts:publish'] })
    const page = await publisher.get('/')
    expect(page.status).toBe(403)
    expect(page.text).toContain('You do not read contracts.')
  })

  it('says with every answer that nothing inline acts and nobody frames it', async () => {
    const ann = await catalog.signedIn()
    for (const path of ['/', '/sign-in', '/nowhere', '/assets/none.css']) {
      const { headers } = await ann.get(path)
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      )
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('cache-control')).toBe('private, no-store')
    }
  })

  it('sends its style once and for ever', async () => {
    const { html } = await catalog.visitor().get('/sign-in')
    const [, path = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(html) ?? []
    const style = await catalog.visitor().get(path)
    expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(style.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(html).not.toMatch(/<style|style="|<script>|\son\w+=/)
  })

  it('takes no form that is longer than any of ours', async () => {
    const ann = catalog.visitor()
    await ann.get('/sign-in')
    expect((await ann.send('/sign-in', { token: 'x'.repeat(70_000) })).status).toBe(413)
  })
})

describe('over TLS', () => {
  it('cookies are for this host and secure connections only', async () => {
    const catalog = await pagesCatalog({ isSecure: true })
    const answer = await catalog.visitor().get('/sign-in')
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^__Host-tenantkit-entry=[\w-]+; Max-Age=28800; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000')
    await catalog.close()
  })
})

describe('public reading', () => {
  it('shows the contracts of one organisation to everybody, and nothing that changes them', async () => {
    const catalog = await pagesCatalog({ publicRead: 'acme' })
    await catalog.token()
    const page = await catalog.visitor().get('/')
    expect(page.status).toBe(200)
    expect(page.text).toContain('acme · Sign in')
    await catalog.close()
  })
})

async function cookieOf(catalog: PagesCatalog): Promise<string> {
  const entry = await catalog.pages(new Request('http://catalog.test/sign-in'))
  const [, proof = ''] = /name="proof" value="([^"]*)"/.exec(await entry.text()) ?? []
  const answer = await catalog.pages(
    new Request('http://catalog.test/sign-in', {
      method: 'POST',
      headers: { cookie: `tenantkit-entry=${proof}` },
      body: new URLSearchParams({ token: await catalog.token(), proof }),
    }),
  )
  const line = answer.headers.getSetCookie().find((each) => each.startsWith('tenantkit-session=')) ?? ''
  return decodeURIComponent(/=([^;]*)/.exec(line)?.[1] ?? '')
}

async function statusWith(catalog: PagesCatalog, session: string): Promise<number> {
  const headers = { cookie: `tenantkit-session=${encodeURIComponent(session)}` }
  return (await catalog.pages(new Request('http://catalog.test/', { headers }))).status
}
