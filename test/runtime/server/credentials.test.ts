import { base64url, type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { contextTokens, jwt } from '../../../src/runtime/src/index.js'
import { manualClock } from '../../../src/runtime/src/testing/index.js'
import { type Answer, type App, createApp, orderOf } from '../support/app.js'

/** What is wrong with a token is told by its own tests; here it comes with a request, and nothing of it may pass. */

const clock = manualClock()
const seconds = (): number => Math.floor(clock.now() / 1000)
let key: CryptoKey
let jwk: JWK
let strange: CryptoKey

beforeAll(async () => {
  const pair = await generateKeyPair('ES256', { extractable: true })
  key = pair.privateKey
  jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES256' }
  strange = (await generateKeyPair('ES256')).privateKey
})

function appWith(authenticate: Parameters<typeof jwt>[0] | ReturnType<typeof jwt>): {
  readonly app: App
  readonly ran: () => number
  readonly call: (token: string) => Promise<Answer>
} {
  let ran = 0
  const app = createApp(
    {
      getOrder: ({ tenant, respond }) => {
        ran += 1
        return respond.ok(orderOf(tenant.id))
      },
    },
    { authenticate: 'authenticate' in authenticate ? authenticate : jwt(authenticate), clock },
  )
  const call = (token: string): Promise<Answer> =>
    app.call('/orders/o1', { headers: [['Authorization', `Bearer ${token}`]] })
  return { app, ran: () => ran, call }
}

describe('T19 T23 a token of an issuer', () => {
  const claims = (change: object = {}): Record<string, unknown> => ({
    ...{ iss: 'https://id.test', aud: 'orders', sub: 'ann', tenant_id: 'acme' },
    ...{ iat: seconds(), exp: seconds() + 300, ...change },
  })
  const sign = (change: object = {}, header: object = {}, by: CryptoKey | Uint8Array = key): Promise<string> =>
    new SignJWT(claims(change)).setProtectedHeader({ alg: 'ES256', kid: 'k1', ...header }).sign(by)
  const unsigned = (alg: string): string =>
    `${[{ alg, kid: 'k1' }, claims()].map((part) => base64url.encode(JSON.stringify(part))).join('.')}.`
  const orders = () => appWith({ issuer: 'https://id.test', audience: 'orders', keys: { keys: [jwk] }, clock })

  it('is served when it holds, and refused when anything about it does not: 401, handler not run', async () => {
    const { app, call, ran } = orders()
    const good = await sign()
    expect((await call(good)).status).toBe(200)
    const bad = [
      unsigned('none'),
      unsigned('nOnE'),
      await sign({}, { alg: 'HS256' }, new TextEncoder().encode(JSON.stringify(jwk))),
      await sign({}, {}, strange),
      await sign({}, { kid: 'k2' }),
      await sign({}, { jwk, jku: 'https://evil.test' }, strange),
      await sign({ iss: 'https://evil.test' }),
      await sign({ aud: 'payments' }),
      await sign({ exp: seconds() - 300 }),
      await sign({ nbf: seconds() + 300 }),
      `${good.slice(0, -4)}${good.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`,
    ]
    for (const token of bad) {
      const { status, text, headers } = await call(token)
      expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"'])
      expect(text).not.toMatch(/acme|jwt|signature|expired/i)
    }
    expect(ran()).toBe(1)
    expect(app.audit.events.map(({ event }) => event)).toEqual(bad.map(() => 'authentication-refused'))
  })

  it('dies at its end, though it was served just before', async () => {
    const { call } = orders()
    const token = await sign({ exp: seconds() + 30 })
    expect((await call(token)).status).toBe(200)
    clock.advance(36_000)
    expect((await call(token)).status).toBe(401)
  })

  it('T21 obeys revocation at once', async () => {
    let isRevoked = false
    const revoked = (): boolean => isRevoked
    const { call } = appWith({ issuer: 'https://id.test', audience: 'orders', keys: { keys: [jwk] }, clock, revoked })
    const token = await sign()
    expect((await call(token)).status).toBe(200)
    isRevoked = true
    expect((await call(token)).status).toBe(401)
  })
})

describe('T30 T33 a context token of another service', () => {
  const sign = (change: object = {}): Promise<string> =>
    new SignJWT({
      ...{ iss: 'shop', aud: 'orders', sub: 'ann', tid: 'acme', jti: crypto.randomUUID(), act: { sub: 'shop' } },
      ...{ iat: seconds(), exp: seconds() + 60, ...change },
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'tenantkit-context+jwt' })
      .sign(key)
  const orders = () => appWith(contextTokens({ audience: 'orders', issuers: { shop: { keys: jwk } }, clock }))
  const chain = (...names: readonly string[]): object | undefined =>
    names.reduceRight<object | undefined>((act, sub) => ({ sub, ...(act && { act }) }), undefined)

  it('is served once', async () => {
    const { call, ran } = orders()
    const token = await sign()
    expect([(await call(token)).status, (await call(token)).status, ran()]).toEqual([200, 401, 1])
  })

  it.each<[string, () => object]>([
    ['for another audience', () => ({ aud: 'payments' })],
    ['that has ended', () => ({ iat: seconds() - 120, exp: seconds() - 60 })],
    ['that lives too long', () => ({ exp: seconds() + 600 })],
    ['whose actors go in a circle', () => ({ act: chain('shop', 'web', 'shop') })],
    ['with too many actors', () => ({ act: chain('shop', 'b', 'c', 'd', 'e') })],
    ['of a service that does not name itself', () => ({ act: chain('web', 'shop') })],
  ])('%s is refused: 401, handler not run', async (_, change) => {
    const { call, ran } = orders()
    expect([(await call(await sign(change()))).status, ran()]).toEqual([401, 0])
  })
})
