import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type Authentication,
  type Authenticator,
  type CallContext,
  type ContextTokensOptions,
  contextSigner,
  contextTokens,
  type Principal,
  runInContext,
  spentTokens,
} from '../../../src/runtime/src/index.js'
import { manualClock, seededRandom } from '../../../src/runtime/src/testing/index.js'

const clock = manualClock()
const random = seededRandom('hop')
let privateKey: JWK
let publicKey: JWK
let strange: JWK

beforeAll(async () => {
  const pair = await generateKeyPair('ES256', { extractable: true })
  privateKey = await exportJWK(pair.privateKey)
  publicKey = await exportJWK(pair.publicKey)
  strange = await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey)
})

const ann: Principal = {
  id: 'ann',
  issuer: 'https://id.test',
  scopes: ['orders.read', 'orders.write'],
  clearance: 'billing',
  claims: {},
}
const served = (change: Partial<CallContext> = {}): CallContext => ({
  operation: 'createOrder',
  tenant: { id: 'acme' },
  principal: ann,
  traceId: '0'.repeat(31) + '1',
  idempotencyKey: undefined,
  ...change,
})
const signer = (change: object = {}) => contextSigner({ issuer: 'orders', key: privateKey, clock, random, ...change })
const ledger = (change: Partial<ContextTokensOptions> = {}): Authenticator =>
  contextTokens({ audience: 'ledger', issuers: { orders: { keys: publicKey } }, clock, ...change })
const present = async (token: string, to: Authenticator, request?: object): Promise<Authentication> =>
  to.authenticate({ scheme: 'session', kind: 'bearer', value: token, request })
const reasonOf = async (token: string, to: Authenticator): Promise<string> => {
  const answer = await present(token, to)
  return answer.outcome === 'authenticated' ? 'authenticated' : answer.reason
}

describe('a context token', () => {
  it('tells the service that is called on whose behalf', async () => {
    const token = await signer({ clearance: 'support' }).sign('ledger', { context: served(), purpose: 'refund' })
    const answer = await present(token, ledger())
    expect(answer).toMatchObject({
      outcome: 'authenticated',
      tenant: 'acme',
      principal: {
        id: 'ann',
        issuer: 'orders',
        scopes: ['orders.read', 'orders.write'],
        clearance: 'billing',
        actors: [{ id: 'orders', clearance: 'support' }],
        claims: { purpose: 'refund', tid: 'acme' },
      },
    })
  })

  it('names all services on the way, the nearest first', async () => {
    const context = served({ principal: { ...ann, actors: [{ id: 'web', clearance: 'support' }] } })
    const answer = await present(await signer().sign('ledger', { context }), ledger())
    expect(answer).toMatchObject({ principal: { actors: [{ id: 'orders' }, { id: 'web', clearance: 'support' }] } })
  })

  it('is limited to what its issuer may pass on', async () => {
    const limited = ledger({
      issuers: { orders: { keys: publicKey, scopes: ['orders.read'], clearance: 'nobody' } },
    })
    const answer = await present(await signer().sign('ledger', { context: served() }), limited)
    expect(answer).toMatchObject({
      principal: { scopes: ['orders.read'], actors: [{ id: 'orders' }, { id: 'orders', clearance: 'nobody' }] },
    })
  })

  it('holds for all schemes of one request, and for no other', async () => {
    const token = await signer().sign('ledger', { context: served() })
    const [to, request] = [ledger(), {}]
    expect((await present(token, to, request)).outcome).toBe('authenticated')
    expect((await present(token, to, request)).outcome).toBe('authenticated')
    expect(await present(token, to, {})).toEqual({ outcome: 'refused', reason: 'token-spent' })
  })
})

describe('T33: a signed context', () => {
  it('is refused by another audience', async () => {
    const token = await signer().sign('stock', { context: served() })
    expect(await reasonOf(token, ledger())).toBe('err-jwt-claim-validation-failed')
  })
  it('is refused after its end', async () => {
    const token = await signer().sign('ledger', { context: served() })
    clock.advance(66_000)
    expect(await reasonOf(token, ledger())).toBe('err-jwt-expired')
  })
  it('is refused when its jti was seen', async () => {
    const token = await signer().sign('ledger', { context: served() })
    const to = ledger()
    expect(await reasonOf(token, to)).toBe('authenticated')
    expect(await reasonOf(token, to)).toBe('token-spent')
  })
  it('is remembered as long as clocks may differ', async () => {
    const token = await signer().sign('ledger', { context: served() })
    const to = ledger()
    expect(await reasonOf(token, to)).toBe('authenticated')
    clock.advance(63_000)
    expect(await reasonOf(token, to)).toBe('token-spent')
  })
  it('is refused when nobody can tell whether it was seen', async () => {
    const spent = { spend: () => Promise.reject(new Error('down')) }
    const answer = await present(await signer().sign('ledger', { context: served() }), ledger({ spent }))
    expect(answer).toEqual({ outcome: 'unavailable', reason: 'spent-tokens-not-known' })
  })
})

describe('T30: a chain of actors', () => {
  const signed = (act: unknown, change: object = {}): Promise<string> => {
    const now = Math.floor(clock.now() / 1000)
    const claims = { iss: 'orders', aud: 'ledger', sub: 'ann', tid: 'acme', iat: now, exp: now + 60, jti: 'j', act }
    return new SignJWT({ ...claims, ...change })
      .setProtectedHeader({ alg: 'ES256', typ: 'tenantkit-context+jwt' })
      .sign(privateKey)
  }
  const chain = (...names: string[]): unknown =>
    names.reduceRight<object | undefined>((act, sub) => ({ sub, ...(act && { act }) }), undefined)

  it.each([
    ['is refused when it loops', ['orders', 'web', 'orders'], 'actors-in-a-loop'],
    ['is refused when it is too long', ['orders', 'b', 'c', 'd', 'e'], 'too-many-actors'],
    ['begins with who signs', ['web', 'orders'], 'actor-is-not-the-issuer'],
    ['may be four links long', ['orders', 'b', 'c', 'd'], 'authenticated'],
  ])('%s', async (_, names, reason) => {
    expect(await reasonOf(await signed(chain(...names)), ledger())).toBe(reason)
  })
  it.each([
    ['no chain', undefined, 'err-jwt-claim-validation-failed'],
    ['text', 'orders', 'actor-malformed'],
    ['a link without a name', { act: { sub: 'orders' } }, 'actor-malformed'],
    ['a clearance that is no text', { sub: 'orders', clearance: ['billing'] }, 'actor-malformed'],
  ])('is refused when it is %s', async (_, act, reason) => {
    expect(await reasonOf(await signed(act), ledger())).toBe(reason)
  })
  it.each([
    ['a life of more than a minute', { exp: Math.floor(clock.now() / 1000) + 4000 }, 'token-lives-too-long'],
    ['a tenant in another spelling', { tid: 'ACME' }, 'tenant-claim-malformed'],
    ['a tenant that is a list', { tid: ['acme'] }, 'tenant-claim-malformed'],
    ['no jti', { jti: undefined }, 'err-jwt-claim-validation-failed'],
  ])('does not help a token with %s', async (_, change, reason) => {
    expect(await reasonOf(await signed(chain('orders'), change), ledger())).toBe(reason)
  })
})

describe('who may sign', () => {
  it('is nobody that is not known', async () => {
    const token = await signer({ issuer: 'mallory' }).sign('ledger', { context: served() })
    expect(await reasonOf(token, ledger())).toBe('issuer-unknown')
  })
  it('is nobody in the name of another', async () => {
    const token = await signer({ key: strange }).sign('ledger', { context: served() })
    expect(await reasonOf(token, ledger())).toBe('err-jws-signature-verification-failed')
  })
  it('is no prototype of anything', async () => {
    const token = await signer({ issuer: 'constructor' }).sign('ledger', { context: served() })
    expect(await reasonOf(token, ledger())).toBe('issuer-unknown')
  })
  it('signs with the private key of an asymmetric algorithm, for a minute at most', () => {
    expect(() => signer({ key: { kty: 'oct', k: 'AAAA' } })).toThrow('TK7002')
    expect(() => signer({ lifetime: 61 })).toThrow('TK7002')
  })
  it('signs no token of another kind', async () => {
    const now = Math.floor(clock.now() / 1000)
    const token = await new SignJWT({ iss: 'orders', aud: 'ledger', sub: 'ann', tid: 'acme', iat: now, exp: now + 60 })
      .setProtectedHeader({ alg: 'ES256', typ: 'JWT' })
      .sign(await import('jose').then(({ importJWK }) => importJWK(privateKey, 'ES256')))
    expect(await reasonOf(token, ledger())).toBe('err-jwt-claim-validation-failed')
  })
})

describe('the credential of a client', () => {
  it('is that of the call which is being served', async () => {
    const token = await runInContext(served(), () => signer().credential('ledger')({ tenant: 'acme' }))
    expect(await present(token, ledger())).toMatchObject({ tenant: 'acme', principal: { id: 'ann' } })
  })
  it('T40: is none for another tenant than the one that is being served', async () => {
    const other = runInContext(served(), () => signer().credential('ledger')({ tenant: 'globex' }))
    await expect(other).rejects.toThrow('TK7001')
  })
  it('T38: is none outside of a call', async () => {
    await expect(signer().credential('ledger')({ tenant: 'acme' })).rejects.toThrow('TK7001')
    const nobody = signer().sign('ledger', { context: served({ principal: undefined }) })
    await expect(nobody).rejects.toThrow('TK7001')
  })
})

describe('spent tokens', () => {
  let spent = spentTokens(2)
  beforeEach(() => {
    spent = spentTokens(2)
  })
  it('are forgotten when they have ended', () => {
    expect([spent.spend('a', 10, 0), spent.spend('b', 10, 0), spent.spend('c', 30, 20)]).toEqual([true, true, true])
    expect(spent.spend('a', 40, 20)).toBe(true)
  })
  it('are never forgotten before', () => {
    void spent.spend('a', 10, 0)
    void spent.spend('b', 10, 0)
    expect(() => spent.spend('c', 10, 0)).toThrow(RangeError)
    expect(spent.spend('a', 10, 0)).toBe(false)
  })
})
