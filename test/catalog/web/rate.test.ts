import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBuckets } from '../../../src/catalog/http/buckets.js'
import { callerAddress } from '../../../src/util/caller-address.js'
import { testCatalog } from '../server.js'
import { shop } from '../support/shop.js'
import { type PagesCatalog, pagesCatalog, type Visitor } from './support.js'

/** A clock that stands still until it is told. */
function handClock() {
  const state = { time: 1_000_000 }
  return { state, clock: { now: () => state.time, after: () => () => undefined } }
}

describe('how many pages somebody is given', () => {
  const { state, clock } = handClock()
  let catalog: PagesCatalog
  beforeAll(async () => {
    catalog = await pagesCatalog({ take: createBuckets({ perMinute: 6, most: 100, clock }), publicRead: 'acme' })
    await catalog.token()
  })
  afterAll(() => catalog.close())

  const from = (address: string, path = '/') => catalog.pages(new Request(`http://catalog.test${path}`), { address })

  it('is counted by session, and by address for those who have none', async () => {
    const [ann, bob] = [await catalog.signedIn(), await catalog.signedIn()]
    state.time += 600_000
    for (let page = 0; page < 6; page++) expect((await ann.get('/')).status).toBe(200)
    const refused = await ann.get('/deployments')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10'])
    expect(refused.text).toContain(
      'Too many requests More pages were asked for than anybody reads. Try again in 10 seconds.',
    )
    expect((await bob.get('/')).status).toBe(200)
    expect((await from('192.0.2.1')).status).toBe(200)
    state.time += 10_000
    expect((await ann.get('/')).status).toBe(200)
    expect((await ann.get('/')).status).toBe(429)
  })

  it('holds for the sign-in, and for whoever makes sessions up', async () => {
    for (let page = 0; page < 6; page++)
      expect((await from('192.0.2.7', page % 2 === 0 ? '/sign-in' : '/')).status).toBe(200)
    for (const path of ['/sign-in', '/', '/nothing']) {
      const headers = { cookie: `tenantkit-session=acme~${path.length}` }
      const answer = await catalog.pages(new Request(`http://catalog.test${path}`, { headers }), {
        address: '192.0.2.7',
      })
      expect([path, answer.status]).toEqual([path, 429])
    }
    const form = { method: 'POST', body: new URLSearchParams({ token: 'x' }) }
    const sent = await catalog.pages(new Request('http://catalog.test/sign-in', form), { address: '192.0.2.7' })
    expect(sent.status).toBe(429)
    expect((await from('192.0.2.8', '/sign-in')).status).toBe(200)
  })

  it('does not count the files of pages, which browsers keep', async () => {
    const html = await (await from('192.0.2.20')).text()
    const [, file = ''] = /href="(\/assets\/[^"]*)"/.exec(html) ?? []
    for (let time = 0; time < 20; time++) expect((await from('192.0.2.20', file)).status).toBe(200)
  })
})

describe('callerAddress', () => {
  const of = (address: string | undefined, forwarded?: string, isBehindProxy = true) =>
    callerAddress({
      address,
      headers: new Headers(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }),
      isBehindProxy,
    })

  it.each([
    [of('192.0.2.1'), '192.0.2.1'],
    [of('::ffff:192.0.2.1'), '192.0.2.1'],
    [of('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::/64'],
    [of('2001:DB8:1:0002::9'), '2001:db8:1:2::/64'],
    [of('fe80::1%eth0'), 'fe80:0:0:0::/64'],
    [of('::1'), '0:0:0:0::/64'],
    [of(undefined), 'unknown'],
    [of('10.0.0.1', '203.0.113.9, 198.51.100.4'), '198.51.100.4'],
    [of('10.0.0.1', '203.0.113.9', false), '10.0.0.1'],
    [of('10.0.0.1', 'nonsense'), 'unknown'],
    [of('10.0.0.1', '2001:db8::1'), '2001:db8:0:0::/64'],
  ])('%s', (found, wanted) => {
    expect(found).toBe(wanted)
  })
})

describe('a catalog that has too much to do', () => {
  let catalog: PagesCatalog
  let ann: Visitor
  beforeAll(async () => {
    catalog = await pagesCatalog()
    const ci = await catalog.client()
    for (const version of ['1.0.0', '1.1.0']) {
      const documents = [{ path: 'a.yaml', text: shop({ version }) }]
      await ci.publishVersion({ path: { namespace: 'shop', name: 'orders', version }, body: { documents } })
    }
    ann = await catalog.signedIn()
    catalog.running.context.judge.run = async () => ({ kind: 'busy' })
  })
  afterAll(() => catalog.close())

  it('says in its pages when to come back', async () => {
    const { status, headers, text } = await ann.get('/changes/shop/orders?before=1.0.0&after=1.1.0')
    expect([status, headers.get('retry-after')]).toEqual([503, '5'])
    expect(text).toContain('Not now Too many questions of this organisation wait to be answered.')
  })

  it.each([
    ['publish', 'PUT', '/v1/contracts/shop/orders/versions/1.2.0', { documents: [{ path: 'a.yaml', text: 'x' }] }],
  ] as const)('says so to programs that %s', async (_, method, path, body) => {
    const answer = await fetch(`${catalog.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${await catalog.token()}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await answer.json()).toMatchObject({ status: 503, title: 'the catalog has too much to do' })
  })

  it('says to a token that asks too often when it may ask again', async () => {
    const limited = await testCatalog({ perMinute: 1 })
    try {
      const headers = { authorization: `Bearer ${await limited.token()}` }
      const ask = () => fetch(`${limited.url}/v1/contracts`, { headers })
      await ask()
      const answer = await ask()
      expect(answer.status).toBe(429)
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(50)
    } finally {
      await limited.close()
    }
  })
})
