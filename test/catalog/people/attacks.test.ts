import { createSecretKey } from 'node:crypto'
import { request } from 'node:http'
import { generateKeyPair } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { client } from '../support/accounts.js'
import { type OidcProvider, oidcProvider } from '../support/oidc-provider.js'
import { type Answer, type PeopleCatalog, peopleCatalog, type TestBrowser } from './support.js'

/** Sign-ins that somebody else has begun, bent or made up. */
let catalog: PeopleCatalog
let stranger: OidcProvider
beforeAll(async () => {
  catalog = await peopleCatalog({ refusalsPerMinute: 10_000 })
  stranger = await oidcProvider()
})
afterAll(async () => {
  expect(catalog.events).toEqual([])
  await catalog.close()
  await stranger.close()
})
beforeEach(() => {
  Object.assign(catalog.accounts, {
    person: { sub: 'ann', groups: ['admins'] },
    changed: {},
    signing: {},
    back: () => undefined,
  })
})

async function expectOutside(browser: TestBrowser, answer: Answer, words = 'could not be completed'): Promise<void> {
  expect([answer.status, answer.html]).toEqual([403, expect.stringContaining(words)])
  expect([...browser.cookies.keys()]).not.toContain('tenantkit-session')
  expect((await browser.get('/')).status).toBe(303)
}

async function lastReason(): Promise<unknown> {
  const [last] = await catalog.running.context.store.of('acme').auditBefore({ limit: 1 })
  return last?.action === 'sign-in-refused' ? JSON.parse(last.line).event.data.reason : undefined
}

describe('a sign-in', () => {
  it('is let through as it should be', async () => {
    const browser = catalog.browser()
    expect(await browser.signIn()).toMatchObject({ status: 303, location: '/' })
    expect([...browser.cookies.keys()]).toEqual(['tenantkit-session'])
  })

  it('T33 that somebody else has begun does not put anybody into their account', async () => {
    const theirs = await catalog.browser().comeBack()
    const nobody = catalog.browser()
    await expectOutside(nobody, await nobody.get(theirs), 'was not begun in this browser')
    const somebody = catalog.browser()
    await somebody.get('/sign-in/account')
    await expectOutside(somebody, await somebody.get(theirs))
  })

  it('T33 with the code of somebody else is of no use, not even with a state of its own', async () => {
    const theirs = new URL(await catalog.browser().comeBack())
    const browser = catalog.browser()
    const mine = new URL(await browser.comeBack())
    mine.searchParams.set('code', theirs.searchParams.get('code') ?? '')
    await expectOutside(browser, await browser.get(mine.href))
    // PKCE: the code was given for another secret.
    expect(await lastReason()).toBe('oauth-response-body-error')
  })

  it('T33 comes to an end once', async () => {
    const browser = catalog.browser()
    const sent = await browser.get('/sign-in/account')
    const flow = browser.cookies.get('tenantkit-flow') ?? ''
    const back = (await browser.post(sent.location)).location
    expect((await browser.get(back)).status).toBe(303)
    const again = catalog.browser()
    again.cookies.set('tenantkit-flow', flow)
    await expectOutside(again, await again.get(back))
    // And a try that has failed is over, too.
    const failed = catalog.browser()
    const good = await failed.comeBack()
    await expectOutside(failed, await failed.get('/sign-in/callback?code=x&state=y'))
    await expectOutside(failed, await failed.get(good), 'was not begun in this browser')
  })

  it.each([
    ['another state', (back: URL) => back.searchParams.set('state', 'x')],
    ['no state', (back: URL) => back.searchParams.delete('state')],
    ['two states', (back: URL) => back.searchParams.append('state', 'x')],
    ['another code', (back: URL) => back.searchParams.set('code', 'x')],
    ['two codes', (back: URL) => back.searchParams.append('code', 'x')],
    ['no code', (back: URL) => back.searchParams.delete('code')],
    ['an answer that says that it is of another issuer', (back: URL) => back.searchParams.set('iss', stranger.url)],
    ['an answer that does not say whose it is', (back: URL) => back.searchParams.delete('iss')],
  ])('with %s is refused', async (_, back) => {
    catalog.accounts.back = back
    const browser = catalog.browser()
    await expectOutside(browser, await browser.signIn())
    expect(stranger.asked).toEqual([])
  })

  it.each([
    ['for another sign-in', { nonce: 'x' }],
    ['for no sign-in', { nonce: undefined }],
    ['for somebody else', { aud: 'other' }],
    ['for somebody else, too', { aud: [client.id, 'other'], azp: 'other' }],
    ['of another issuer', { iss: 'https://other.example' }],
    ['that is over', { iat: 1, exp: 2 }],
    ['without an end', { exp: undefined }],
    ['of nobody', { sub: undefined }],
    ['T120 of somebody whose name writes lines', { sub: 'ann\r\nsigned-in' }],
    ['of somebody whose name is too long', { sub: 'a'.repeat(256) }],
  ])('T19 with an ID token %s is refused', async (_, changed) => {
    catalog.accounts.changed = changed
    const browser = catalog.browser()
    await expectOutside(browser, await browser.signIn())
  })

  it('T19 with an ID token that somebody else has signed is refused', async () => {
    const { privateKey: key } = await generateKeyPair('RS256')
    const secret = createSecretKey(Buffer.from(client.secret.padEnd(32, '0')))
    const jwk = JSON.stringify(catalog.provider.publicKey)
    for (const signing of [
      { key },
      { key, header: { jwk: stranger.publicKey } },
      { kid: 'unknown', key },
      { alg: 'HS256', key: secret },
      { alg: 'HS256', key: createSecretKey(Buffer.from(jwk)) },
    ]) {
      catalog.accounts.signing = signing
      const browser = catalog.browser()
      await expectOutside(browser, await browser.signIn())
    }
    catalog.accounts.signing = {}
    expect((await catalog.browser().signIn()).status).toBe(303)
  })

  it('T58 that the provider refuses repeats nothing of what it says', async () => {
    const browser = catalog.browser()
    await browser.get('/sign-in/account')
    const answer = await browser.get(
      '/sign-in/callback?error=access_denied&error_description=%3Cscript%3Ecanary-7f3a&canary-7f3a=1',
    )
    await expectOutside(browser, answer)
    expect(answer.html).not.toMatch(/canary|access_denied/)
    const lines = await catalog.running.context.store.of('acme').audit({ after: 0, limit: 1000 })
    expect(JSON.stringify(lines)).not.toContain('canary')
  })
})

describe('where people are sent', () => {
  const destination = (answer: Answer) => {
    const { origin, pathname, searchParams } = new URL(answer.location)
    return [origin + pathname, searchParams.get('redirect_uri')]
  }
  const usual = () => [`${catalog.provider.url}/authorize`, `${catalog.url}/sign-in/callback`]

  it('is where we say, with a challenge that is no secret', async () => {
    const sent = await catalog.browser().get('/sign-in/account')
    expect(destination(sent)).toEqual(usual())
    expect(Object.fromEntries(new URL(sent.location).searchParams)).toMatchObject({
      response_type: 'code',
      client_id: client.id,
      scope: 'openid profile email',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    })
  })

  it('T16 is not for a request to say', async () => {
    const query = 'redirect_uri=https://evil.example&return_to=https://evil.example&next=//evil.example'
    expect(destination(await catalog.browser().get(`/sign-in/account?${query}`))).toEqual(usual())
    const location = await new Promise<string>((done) => {
      const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
      request(`${catalog.url}/sign-in/account`, { headers }, (response) => {
        response.resume()
        done(response.headers.location ?? '')
      }).end()
    })
    expect(new URL(location).searchParams.get('redirect_uri')).toBe(`${catalog.url}/sign-in/callback`)
    catalog.accounts.back = (back) => {
      for (const name of ['return_to', 'next', 'redirect']) back.searchParams.set(name, 'https://evil.example')
    }
    expect(await catalog.browser().signIn()).toMatchObject({ status: 303, location: '/' })
  })
})

describe('the cookies of a sign-in', () => {
  const cookieOf = (answer: Answer, name: string) =>
    answer.headers.getSetCookie().find((line) => line.startsWith(`${name}=`)) ?? ''

  it('are for this server alone, and not for scripts', async () => {
    const browser = catalog.browser()
    expect(cookieOf(await browser.get('/sign-in/account'), 'tenantkit-flow')).toMatch(
      /^tenantkit-flow=[\w.-]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    const secure = await peopleCatalog({ isBehindTls: true })
    expect(cookieOf(await secure.browser().get('/sign-in/account'), '__Host-tenantkit-flow')).toMatch(
      /^__Host-tenantkit-flow=[\w.-]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    await secure.close()
  })

  it('say nothing, and are not taken for one another', async () => {
    const browser = catalog.browser()
    const sent = await browser.get('/sign-in/account')
    const flow = browser.cookies.get('tenantkit-flow') ?? ''
    const { searchParams } = new URL(sent.location)
    const clear = Buffer.from(flow.split('.').at(-1) ?? '', 'base64url').toString('latin1')
    for (const name of ['state', 'nonce']) expect(flow + clear).not.toContain(searchParams.get(name))
    browser.cookies.set('tenantkit-session', `acme~${flow}`)
    expect((await browser.get('/')).status).toBe(303)
    const other = catalog.browser()
    await other.signIn()
    const session = decodeURIComponent(other.cookies.get('tenantkit-session') ?? '')
    const third = catalog.browser()
    const back = await third.comeBack()
    third.cookies.set('tenantkit-flow', session.replace('acme~', ''))
    expect((await third.get(back)).status).toBe(403)
  })

  it('that somebody has put there before are not kept', async () => {
    const [known, browser] = [catalog.browser(), catalog.browser()]
    await known.signIn()
    const planted = known.cookies.get('tenantkit-session') ?? ''
    browser.cookies.set('tenantkit-session', planted)
    browser.cookies.set('tenantkit-flow', 'planted')
    expect((await browser.signIn()).status).toBe(303)
    expect(browser.cookies.get('tenantkit-session')).not.toBe(planted)
  })
})

describe('the provider', () => {
  const discovery = '/.well-known/openid-configuration'

  it('may be away, and people are told', async () => {
    const away = await peopleCatalog()
    away.provider.answer(discovery, (response) => response.writeHead(500).end())
    const answer = await away.browser().get('/sign-in/account')
    expect([answer.status, answer.html]).toEqual([503, expect.stringContaining('does not answer')])
    expect(answer.html).toContain('Token of the catalog')
    expect((await away.browser().get('/sign-in/account')).status).toBe(503)
    expect(away.provider.asked).toEqual([discovery])
    await away.close()
  })

  it('is not asked because somebody comes back who never went', async () => {
    const quiet = await peopleCatalog()
    for (const flow of ['', 'x', 'a.b.c', 'x'.repeat(3000)]) {
      const browser = quiet.browser()
      browser.cookies.set('tenantkit-flow', flow)
      expect((await browser.get('/sign-in/callback?code=x&state=x')).status).toBe(403)
    }
    expect(quiet.provider.asked).toEqual([])
    const lines = await quiet.running.context.store.of('acme').audit({ after: 0, limit: 100 })
    expect(lines.map(({ action }) => action)).not.toContain('sign-in-refused')
    await quiet.close()
  })
})

describe('a catalog without accounts', () => {
  it('has no such way in', async () => {
    const closed = await peopleCatalog({ people: undefined })
    for (const path of ['/sign-in/account', '/sign-in/callback?code=x&state=x'])
      expect((await closed.browser().get(path)).status).toBe(404)
    expect((await closed.browser().get('/sign-in')).html).not.toContain('/sign-in/account')
    await closed.close()
  })
})
