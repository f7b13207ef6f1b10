import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { parseToken } from '../../../src/catalog/access/index.js'
import type { CatalogClient } from '../../../src/catalog/http/generated/client.js'
import { type TestCatalog, testCatalog } from '../server.js'
import { order, shop } from '../support/shop.js'

/** Two organisations that know of each other, and one catalog. */
let catalog: TestCatalog
let acme: CatalogClient
let beta: CatalogClient
let acmeToken: string
let betaToken: string
beforeAll(async () => {
  catalog = await testCatalog()
  acmeToken = await catalog.token({ organisation: 'acme' })
  betaToken = await catalog.token({ organisation: 'beta' })
  acme = catalog.as(acmeToken, 'acme')
  beta = catalog.as(betaToken, 'beta')
  for (const namespace of ['shop', 'pay'])
    await acme.configureNamespace({ path: { namespace }, body: { onBreaking: 'review' } })
  for (const name of ['orders', 'carts', 'items']) await publish(acme, name, shop())
  await publish(
    acme,
    'orders',
    shop({ version: '2.0.0', order: order.replace('{ type: string }', '{ type: integer }') }),
  )
})
afterAll(() => catalog.close())
afterEach(() => expect(catalog.events).toEqual([]))

function publish(client: CatalogClient, name: string, text: string) {
  const [, version = '1.0.0'] = /version: (\d+\.\d+\.\d+)/.exec(text) ?? []
  return client.publishVersion({
    path: { namespace: 'shop', name, version },
    body: { documents: [{ path: 'openapi.yaml', text }] },
  })
}

interface Sent {
  readonly method?: string
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

async function send(path: string, { method = 'GET', token = betaToken, headers, body }: Sent = {}) {
  const response = await fetch(`${catalog.url}${path}`, {
    method,
    headers: {
      ...(token !== '' && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  // What differs from one request to the next.
  const shown = [...response.headers].filter(([name]) => !['date', 'traceparent', 'x-request-id'].includes(name))
  return { status: response.status, headers: shown, text: text.replace(/[0-9a-f]{32}/g, 'TRACE') }
}

/** What comes back for these bytes until the server ends the connection. */
function raw(...pieces: readonly string[]): Promise<string> {
  return new Promise((done) => {
    const socket = connect(Number(new URL(catalog.url).port), '127.0.0.1')
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk.toString()
    })
    socket.on('close', () => done(text))
    socket.on('error', () => undefined)
    for (const piece of pieces) socket.write(piece)
  })
}

const orders = '/v1/contracts/shop/orders'
const nothing = '/v1/contracts/shop/nothing'

describe('who is not let in', () => {
  it('T1 nobody without credentials, with a tenant header neither (T4)', async () => {
    for (const headers of [{}, { 'x-tenant-id': 'acme' }]) {
      for (const path of ['/v1/contracts', orders, `${orders}/versions/1.0.0/documents`, '/v1/audit', '/v1/tokens'])
        expect([path, (await send(path, { token: '', headers })).status]).toEqual([path, 401])
    }
  })

  it('T3 nobody in the name of another organisation', async () => {
    const { status, text } = await send(orders, { headers: { 'x-tenant-id': 'acme' } })
    expect(status).toBe(403)
    expect(text).not.toMatch(/acme|beta/)
  })

  it('T7 no other spelling of a token', async () => {
    const { id = '', secret = '' } = parseToken(acmeToken) ?? {}
    for (const token of [
      acmeToken.toUpperCase(),
      acmeToken.replace('tk_acme', 'tk_beta'),
      acmeToken.replace(id, parseToken(betaToken)?.id ?? ''),
      `${acmeToken}x`,
      secret,
    ])
      expect((await send(orders, { token })).status).toBe(401)
  })
})

describe('another organisation', () => {
  const same = async (one: string, other: string, sent?: Sent) => {
    const [theirs, none] = [await send(one, sent), await send(other, sent)]
    expect({ ...theirs, text: theirs.text.replaceAll(one, '') }).toEqual({
      ...none,
      text: none.text.replaceAll(other, ''),
    })
    return none.status
  }

  it('T56 has no contract, version or documents; they answer byte for byte as what was never there', async () => {
    expect(await same(orders, nothing)).toBe(404)
    expect(await same(`${orders}/versions/1.0.0`, `${nothing}/versions/1.0.0`)).toBe(404)
    expect(await same(`${orders}/versions/1.0.0/documents`, `${nothing}/versions/1.0.0/documents`)).toBe(404)
    const asked = '/v1/environments/prod/verdict?kind=contract&namespace=shop&version=1.0.0&name='
    expect(await same(`${asked}orders`, `${asked}nothing`)).toBe(404)
  })

  it('T55 has no review, release, deployment or use to be changed', async () => {
    const review = { method: 'PUT', body: { decision: 'approve', reason: 'mine now' } }
    expect(await same(`${orders}/versions/2.0.0/review`, `${nothing}/versions/2.0.0/review`, review)).toBe(404)
    expect(await same(`${orders}/versions/1.0.0/release`, `${nothing}/versions/1.0.0/release`, { method: 'PUT' })).toBe(
      404,
    )
    const place = '/v1/environments/prod/deployments/contract/shop/'
    expect(await same(`${place}orders`, `${place}nothing`, { method: 'PUT', body: { version: '1.0.0' } })).toBe(404)
    const uses = (name: string) => ({
      uses: [{ namespace: 'shop', name, version: '1.0.0', operations: [{ operation: 'getOrder' }] }],
    })
    const [theirs, none] = [
      await send('/v1/consumers/web/front/versions/1/usage', { method: 'PUT', body: uses('orders') }),
      await send('/v1/consumers/web/front/versions/1/usage', { method: 'PUT', body: uses('nothing') }),
    ]
    expect(theirs).toEqual(none)
    expect(await acme.listReviews()).toMatchObject({ body: { items: [{ version: { state: 'pending' } }] } })
  })

  it('T51 is in no list, search, audit or checkpoint', async () => {
    for (const path of [
      '/v1/contracts',
      '/v1/search?q=order',
      '/v1/search?class=confidential',
      '/v1/reviews',
      '/v1/namespaces',
      '/v1/environments/prod/deployments',
    ])
      expect([path, (await send(path)).text]).toEqual([path, expect.stringMatching(/^\{"items":\[\]\}$/)])
    const audit = await send('/v1/audit')
    expect(audit.text).not.toMatch(/acme|orders/)
    const tokens = await beta.listTokens()
    expect(tokens).toMatchObject({ status: 200, body: { items: [{ id: parseToken(betaToken)?.id }] } })
  })

  it('T55 cannot have its tokens revoked', async () => {
    const tokenId = parseToken(acmeToken)?.id ?? ''
    expect(await same(`/v1/tokens/${tokenId}`, '/v1/tokens/000000000000', { method: 'DELETE' })).toBe(404)
    expect((await acme.listContracts()).status).toBe(200)
  })

  it('T57 may have a contract of the same name, and neither learns of the other', async () => {
    const published = await publish(beta, 'orders', shop({ version: '1.0.0', order: 'secret: { type: string }' }))
    expect(published).toMatchObject({ status: 201, body: { report: { comparisons: [] } } })
    expect((await acme.search({ query: { q: 'secret' } })).body).toEqual({ items: [] })
    const [theirs, ours] = [
      await beta.getVersion({ path: { namespace: 'shop', name: 'orders', version: '1.0.0' } }),
      await acme.getVersion({ path: { namespace: 'shop', name: 'orders', version: '1.0.0' } }),
    ]
    expect(JSON.stringify(theirs.body)).not.toBe(JSON.stringify(ours.body))
  })
})

describe('T53 a cursor', () => {
  const cursorOf = async (client: CatalogClient, namespace?: string) => {
    const page = await client.listContracts({ query: { limit: 1, ...(namespace !== undefined && { namespace }) } })
    return page.status === 200 ? (page.body.nextCursor ?? '') : ''
  }

  it('is of use to its organisation only', async () => {
    const cursor = await cursorOf(acme)
    expect(cursor).toMatch(/^[\w.-]{20,}$/)
    expect(Buffer.from(cursor.split('.').at(-1) ?? '', 'base64url').toString('latin1')).not.toMatch(/orders|shop|carts/)
    expect((await send(`/v1/contracts?cursor=${cursor}`)).status).toBe(400)
    expect((await send(`/v1/contracts?cursor=${cursor}`, { token: acmeToken })).status).toBe(200)
  })

  it('is of no use once it was edited, or in another query', async () => {
    const cursor = await cursorOf(acme)
    for (let index = 0; index < cursor.length; index += 7) {
      const other = cursor[index] === 'A' ? 'B' : 'A'
      const edited = `${cursor.slice(0, index)}${other}${cursor.slice(index + 1)}`
      if (edited !== cursor) expect((await acme.listContracts({ query: { cursor: edited } })).status).toBe(400)
    }
    expect((await acme.listContracts({ query: { cursor, namespace: 'pay' } })).status).toBe(400)
    expect((await acme.listContracts({ query: { cursor, namespace: 'shop' } })).status).toBe(400)
    const within = await cursorOf(acme, 'shop')
    expect((await acme.listContracts({ query: { cursor: within } })).status).toBe(400)
    expect((await acme.listContracts({ query: { cursor: within, namespace: 'shop' } })).status).toBe(200)
  })
})

describe('what is published', () => {
  it('T58 may be hostile in its names, and comes back as text', async () => {
    const title = '</script><script>alert(1)</script>'
    const text = shop().replace('title: Orders', `title: ${JSON.stringify(title)}`)
    expect(await publish(beta, 'script', text)).toMatchObject({ status: 201 })
    const response = await fetch(`${catalog.url}/v1/contracts/shop/script`, {
      headers: { authorization: `Bearer ${betaToken}` },
    })
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await response.json()).toMatchObject({ contract: { title } })
  })

  it('T119 is refused as a whole when it has 50 MB, before it has come', async () => {
    const answer = await raw(
      `PUT ${orders}/versions/3.0.0 HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${betaToken}\r\n`,
      `content-type: application/json\r\ncontent-length: 50000000\r\n\r\n{"documents":[{"path":"a.yaml","text":"xxx`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 413/)
    expect(answer).not.toContain('xxx')
  })

  it('T119 is refused by the gate when its documents have more than 32 MB', async () => {
    const text = `${shop()}#${'x'.repeat(33 * 1024 * 1024)}`
    const { status, body } = await publish(beta, 'large', text)
    expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining('TK5005')])
  })

  it('T119 is refused when it laughs a billion times', async () => {
    const lines = 'b c d e f g h i j k'
      .split(' ')
      .map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghij'[index]}`).join(', ')}]`)
    const laughs = `openapi: 3.1.0\ninfo: { title: L, version: 1.0.0 }\nx: &a [x, x]\n${lines.join('\n')}\npaths: {}\n`
    expect(await publish(beta, 'laughs', laughs)).toMatchObject({ status: 422, body: { outcome: 'refused' } })
  })

  it.each(['../x.yaml', '/etc/passwd', 'a/../../x', 'C:\\x', 'a\0b', ''])('T58 has no path like %j', async (path) => {
    const { status, text } = await send('/v1/contracts/shop/paths/versions/1.0.0', {
      method: 'PUT',
      body: { documents: [{ path, text: shop() }] },
    })
    expect(status).toBe(422)
    expect(text).not.toContain('passwd')
  })

  it('T64 is not read through prototypes', async () => {
    const { status } = await send('/v1/contracts/shop/proto/versions/1.0.0', {
      method: 'PUT',
      body: JSON.parse('{"documents":[{"path":"a.yaml","text":"x"}],"__proto__":{"dryRun":true}}'),
    })
    expect(status).toBe(422)
    expect(({} as { dryRun?: unknown }).dryRun).toBeUndefined()
  })
})

describe('what the catalog says', () => {
  it('T58 names no file, query or place in its code', async () => {
    for (const [path, sent] of [
      ['/v1/contracts?cursor=x', {}],
      [`${orders}/versions/9.9.9`, {}],
      [`${orders}/versions/1.0.0`, { method: 'PUT', body: { documents: 7 } }],
      ['/v1/search?q=%27%20or%201%3D1%20--', {}],
      ['/v1/contracts/shop/..%2f..%2fetc', {}],
      ['/v1/environments/%00/deployments', {}],
    ] as const) {
      const { text } = await send(path, sent)
      expect([path, text]).toEqual([
        path,
        expect.not.stringMatching(/node_modules|\/src\/|select |sqlite|kysely|\.ts:/i),
      ])
    }
  })

  it('T60 is kept by no cache', async () => {
    const { headers } = await send('/v1/contracts', { token: acmeToken })
    expect(Object.fromEntries(headers)['cache-control']).toMatch(/no-store|private/)
  })

  it('forgets a token as soon as it is revoked, and knows none that was changed', async () => {
    const made = await acme.createToken({ body: { name: 'x', permissions: ['contracts:read'] } })
    const [secret, tokenId] = made.status === 201 ? [made.body.secret, made.body.token.id] : ['', '']
    expect((await send('/v1/contracts', { token: secret })).status).toBe(200)
    await acme.revokeToken({ path: { tokenId } })
    expect((await send('/v1/contracts', { token: secret })).status).toBe(401)
  })
})

describe('who asks too much', () => {
  it('T117 is slowed down by its token, and nobody else is', async () => {
    const limited = await testCatalog({ perMinute: 3 })
    const [one, other] = [await limited.client(), await limited.client({ organisation: 'beta' })]
    const statuses: number[] = []
    for (let index = 0; index < 5; index++) statuses.push((await one.listContracts()).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
    expect((await other.listContracts()).status).toBe(200)
    await limited.close()
  })

  it('T119 and sends no end of headers is cut off', async () => {
    const answer = await raw(`GET /healthz HTTP/1.1\r\nhost: x\r\n${`x-a: ${'y'.repeat(1000)}\r\n`.repeat(40)}\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 431/)
  })
})
