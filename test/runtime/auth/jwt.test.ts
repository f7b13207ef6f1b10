import { createServer as createHttpServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { base64url, type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Authentication, type JwtOptions, jwt } from '../../../src/runtime/src/index.js'
import { manualClock } from '../../../src/runtime/src/testing/index.js'

const issuer = 'https://id.test'
const audience = 'orders'
const clock = manualClock()
const seconds = (): number => Math.floor(clock.now() / 1000)

let privateKey: CryptoKey
let publicKey: CryptoKey
let publicJwk: JWK
let rsa: { privateKey: CryptoKey; publicKey: CryptoKey }

beforeAll(async () => {
  ;({ privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true }))
  publicJwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' }
  rsa = await generateKeyPair('RS256', { extractable: true })
})

const claims = (change: object = {}): Record<string, unknown> => ({
  iss: issuer,
  aud: audience,
  sub: 'ann',
  exp: seconds() + 300,
  nbf: seconds() - 10,
  tenant_id: 'acme',
  scope: 'orders.read orders.write',
  ...change,
})

const sign = (change: object = {}, header: object = {}, key: CryptoKey | Uint8Array = privateKey): Promise<string> =>
  new SignJWT(claims(change)).setProtectedHeader({ alg: 'ES256', kid: 'k1', ...header }).sign(key)

const authenticator = (options: Partial<JwtOptions> = {}): ((token: string) => Promise<Authentication>) => {
  const made = jwt({ issuer, audience, keys: { keys: [publicJwk] }, clock, ...options } as JwtOptions)
  return async (value) => made.authenticate({ scheme: 'session', kind: 'bearer', value })
}

describe('jwt', () => {
  it('gives the principal of a token that holds', async () => {
    expect(await authenticator()(await sign())).toEqual({
      outcome: 'authenticated',
      principal: {
        id: 'ann',
        issuer,
        scopes: ['orders.read', 'orders.write'],
        clearance: undefined,
        claims: claims(),
      },
      // With the seconds by which the clocks may differ.
      expiresAt: (seconds() + 305) * 1000,
    })
  })

  it('reads scopes as issuers write them', async () => {
    const scopesOf = async (change: object): Promise<unknown> => {
      const answer = await authenticator()(await sign({ scope: undefined, ...change }))
      return answer.outcome === 'authenticated' && answer.principal.scopes
    }
    expect(await scopesOf({ scp: 'a b' })).toEqual(['a', 'b'])
    expect(await scopesOf({ scp: ['a', 1, 'b'] })).toEqual(['a', 'b'])
    expect(await scopesOf({ scope: ['a'], scopes: ['b'] })).toEqual(['a', 'b'])
    expect(await scopesOf({})).toEqual([])
  })

  it.each([
    ['another issuer', { iss: 'https://other.test' }],
    ['no issuer', { iss: undefined }],
    ['another audience', { aud: 'payments' }],
    ['no audience', { aud: undefined }],
    ['expired', { exp: 1 }],
    ['never expiring', { exp: undefined }],
    ['not valid yet', { nbf: 9_999_999_999 }],
    ['no subject', { sub: undefined }],
    ['an empty subject', { sub: '' }],
  ])('T19 %s: refused', async (_, change) => {
    expect(await authenticator()(await sign(change))).toMatchObject({ outcome: 'refused' })
  })

  it('T19 an unknown kid, an unknown crit and another key: refused', async () => {
    const check = authenticator()
    expect(await check(await sign({}, { kid: 'k2' }))).toMatchObject({ reason: 'err-jwks-no-matching-key' })
    const critical = [{ alg: 'ES256', kid: 'k1', crit: ['exotic'], exotic: true }, claims()]
      .map((part) => base64url.encode(JSON.stringify(part)))
      .join('.')
    expect(await check(`${critical}.${base64url.encode('x'.repeat(64))}`)).toMatchObject({ outcome: 'refused' })
    const other = await generateKeyPair('ES256')
    expect(await check(await sign({}, {}, other.privateKey))).toMatchObject({
      reason: 'err-jws-signature-verification-failed',
    })
  })

  it('T19 alg none: refused, however it is written', async () => {
    for (const alg of ['none', 'None', 'nOnE', '']) {
      const unsigned = [{ alg, kid: 'k1' }, claims()].map((part) => base64url.encode(JSON.stringify(part))).join('.')
      expect(await authenticator()(`${unsigned}.`)).toMatchObject({ outcome: 'refused' })
    }
  })

  it('T19 a public key used as an HS256 secret: refused', async () => {
    const raw = new TextEncoder().encode(JSON.stringify(publicJwk))
    const token = await sign({}, { alg: 'HS256' }, raw)
    expect(await authenticator()(token)).toMatchObject({ outcome: 'refused' })
    expect(await authenticator({ keys: publicKey })(token)).toMatchObject({ outcome: 'refused' })
  })

  it('T19 a token of another algorithm than its key: refused, not a failure of ours', async () => {
    const token = await sign({}, { alg: 'RS256' }, rsa.privateKey)
    expect(await authenticator({ keys: publicKey })(token)).toMatchObject({ outcome: 'refused' })
  })

  it('T19 keys in the header are not used', async () => {
    const attacker = await generateKeyPair('ES256', { extractable: true })
    const jwk = await exportJWK(attacker.publicKey)
    for (const header of [{ jwk }, { jku: 'https://evil.test/keys' }, { x5u: 'https://evil.test' }]) {
      const token = await sign({}, header, attacker.privateKey)
      expect(await authenticator()(token)).toMatchObject({ outcome: 'refused' })
    }
  })

  it('allows less than all when told so, and refuses at once what cannot be meant', async () => {
    expect(await authenticator({ algorithms: ['RS256'] })(await sign())).toMatchObject({ outcome: 'refused' })
    expect(() => authenticator({ algorithms: ['HS256'] })).toThrow('the algorithm HS256')
    expect(() => authenticator({ algorithms: ['none'] })).toThrow('the algorithm none')
    expect(() => authenticator({ algorithms: [] })).toThrow('no algorithm')
    expect(() => jwt({ issuer, audience, secret: new Uint8Array(16) })).toThrow('less than 32 bytes')
    expect(() => jwt({ issuer, audience, jwksUrl: 'http://id.test/keys' })).toThrow('by https')
  })

  it('takes a shared secret where that is asked for', async () => {
    const secret = new Uint8Array(32).fill(7)
    const check = authenticator({ keys: undefined, secret })
    expect(await check(await sign({}, { alg: 'HS256' }, secret))).toMatchObject({ outcome: 'authenticated' })
    expect(await check(await sign())).toMatchObject({ outcome: 'refused' })
  })

  it('takes single keys', async () => {
    expect(await authenticator({ keys: publicKey })(await sign())).toMatchObject({ outcome: 'authenticated' })
    expect(await authenticator({ keys: publicJwk })(await sign())).toMatchObject({ outcome: 'authenticated' })
  })

  it('what is no token, or no bearer: refused', async () => {
    for (const text of ['', 'x', 'a.b.c', 'a'.repeat(10_000)]) {
      expect(await authenticator()(text)).toMatchObject({ outcome: 'refused' })
    }
    const made = jwt({ issuer, audience, keys: { keys: [publicJwk] }, clock })
    expect(await made.authenticate({ scheme: 's', kind: 'basic', value: await sign() })).toMatchObject({
      outcome: 'refused',
    })
  })

  it('passes on what may name the tenant, and whom to trust with it', async () => {
    const trust = (): boolean => false
    expect(await authenticator({ tenantClaims: ['org_id'], trust })(await sign())).toMatchObject({
      tenantClaims: ['org_id'],
      trust,
    })
  })
})

describe('verified tokens', () => {
  it('T23 are remembered whole: the same claims with another signature are refused', async () => {
    const check = authenticator()
    const token = await sign()
    await check(token)
    const forged = `${token.slice(0, -4)}${token.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`
    expect(await check(forged)).toMatchObject({ outcome: 'refused' })
    expect(await check(token)).toMatchObject({ outcome: 'authenticated' })
  })

  it('T23 die with their exp, and after a minute at most', async () => {
    const getKey = vi.spyOn(crypto.subtle, 'verify')
    const check = authenticator()
    const token = await sign({ exp: seconds() + 30 })
    await check(token)
    await check(token)
    expect(getKey).toHaveBeenCalledTimes(1)
    clock.advance(36_000)
    expect(await check(token)).toMatchObject({ outcome: 'refused', reason: 'err-jwt-expired' })
    getKey.mockClear()
    const long = await sign()
    await check(long)
    clock.advance(60_000)
    await check(long)
    expect(getKey).toHaveBeenCalledTimes(2)
    getKey.mockRestore()
  })

  it('T23 are bounded in number, the least recently used goes', async () => {
    const verify = vi.spyOn(crypto.subtle, 'verify')
    const check = authenticator({ cache: { limit: 2 } })
    const [first, second, third] = await Promise.all([sign({ jti: '1' }), sign({ jti: '2' }), sign({ jti: '3' })])
    for (const token of [first, second, first, third, first]) await check(token)
    expect(verify).toHaveBeenCalledTimes(3)
    await check(second)
    expect(verify).toHaveBeenCalledTimes(4)
    verify.mockRestore()
  })

  it('T21 obey revocation at once', async () => {
    let isRevoked = false
    const check = authenticator({ revoked: ({ sub }) => isRevoked && sub === 'ann' })
    const token = await sign()
    expect(await check(token)).toMatchObject({ outcome: 'authenticated' })
    isRevoked = true
    expect(await check(token)).toEqual({ outcome: 'refused', reason: 'token-revoked' })
    isRevoked = false
    const answer = await check(token)
    const stillHolds = answer.outcome === 'authenticated' ? answer.stillHolds : undefined
    expect(await stillHolds?.()).toBe(true)
    isRevoked = true
    expect(await stillHolds?.()).toBe(false)
    const failing = authenticator({ revoked: () => Promise.reject(new Error('down')) })
    expect(await failing(token)).toMatchObject({ outcome: 'unavailable' })
  })
})

describe('keys from a URL', () => {
  let server: Server
  let answer: { status: number; body: string }
  let url: string

  beforeAll(async () => {
    server = createHttpServer((_, response) => void response.writeHead(answer.status).end(answer.body))
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`
  })
  afterAll(() => void server.close())

  it('are fetched, and unknown ones refused', async () => {
    answer = { status: 200, body: JSON.stringify({ keys: [publicJwk] }) }
    const check = authenticator({ keys: undefined, jwksUrl: url })
    expect(await check(await sign())).toMatchObject({ outcome: 'authenticated' })
    expect(await check(await sign({}, { kid: 'k2' }))).toMatchObject({ outcome: 'refused' })
  })

  it.each([
    { status: 500, body: 'down' },
    { status: 200, body: 'no JSON' },
    { status: 200, body: '{"keys":1}' },
  ])("that cannot be had are nobody's fault: unavailable ($status $body)", async (bad) => {
    answer = bad
    const check = authenticator({ keys: undefined, jwksUrl: url })
    expect(await check(await sign())).toEqual({ outcome: 'unavailable', reason: 'key-set-not-reachable' })
  })
})
