import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { claimedIssuer, createIdTokens, isServiceAddress } from '../../../src/catalog/oidc/index.js'
import { type OidcProvider, oidcProvider } from '../support/oidc-provider.js'

/** What becomes of keys over time. Forged tokens are among the attacks on the exchange. */
describe('ID tokens', () => {
  const began = Date.parse('2026-11-27T10:00:00.000Z')
  let provider: OidcProvider
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: began })
    provider = await oidcProvider()
  })
  afterEach(async () => {
    vi.useRealTimers()
    await provider.close()
  })

  const audience = 'https://catalog.example'
  const idTokens = (issuers = [provider.url]) =>
    createIdTokens({ issuers, audience: () => audience, now: () => new Date() })
  const token = () => {
    const iat = Date.now() / 1000
    return provider.sign({ iss: provider.url, aud: audience, sub: 'job', iat, exp: iat + 300 })
  }
  const after = (seconds: number) => vi.setSystemTime(began + seconds * 1000)

  it('are verified with keys that are asked for once', async () => {
    const tokens = idTokens()
    for (let index = 0; index < 3; index++)
      expect(await tokens.verify(await token(), provider.url)).toMatchObject({
        outcome: 'verified',
        claims: { sub: 'job' },
      })
    expect(provider.asked).toEqual(['/.well-known/openid-configuration', '/keys'])
  })

  it('with a new key are verified when the time to ask again has come, and those with the old one no more', async () => {
    const tokens = idTokens()
    const old = await token()
    expect((await tokens.verify(old, provider.url)).outcome).toBe('verified')
    await provider.rotate()
    expect(await tokens.verify(await token(), provider.url)).toEqual({
      outcome: 'refused',
      reason: 'jwks-no-matching-key',
    })
    after(31)
    expect((await tokens.verify(await token(), provider.url)).outcome).toBe('verified')
    expect((await tokens.verify(old, provider.url)).outcome).toBe('refused')
    expect(provider.asked.filter((path) => path === '/keys')).toHaveLength(2)
  })

  it('are verified again when their issuer is back', async () => {
    const tokens = idTokens()
    provider.answer('/.well-known/openid-configuration', (response) => response.writeHead(500).end())
    const unavailable = { outcome: 'unavailable', reason: 'issuer-not-reachable' }
    expect(await tokens.verify(await token(), provider.url)).toEqual(unavailable)
    provider.answer('/.well-known/openid-configuration', undefined)
    expect(await tokens.verify(await token(), provider.url)).toEqual(unavailable)
    expect(provider.asked).toHaveLength(1)
    after(31)
    expect((await tokens.verify(await token(), provider.url)).outcome).toBe('verified')
  })

  it('of an issuer that is not asked are refused, and it is not asked', async () => {
    const tokens = idTokens([])
    expect(await tokens.verify(await token(), provider.url)).toEqual({ outcome: 'refused', reason: 'issuer-unknown' })
    expect(provider.asked).toEqual([])
  })

  it.each(['', 'x', 'a.b.c', '..', `${'x'.repeat(100_000)}.e30.x`])('say nothing of an issuer: %.10s', (text) => {
    expect(claimedIssuer(text)).toBeUndefined()
  })
})

describe('the address of a service', () => {
  it.each([
    'https://token.actions.githubusercontent.com',
    'https://gitlab.example.com/gitlab',
    'https://acme.eu.auth0.com/',
    'http://127.0.0.1:8080',
    'http://localhost:8080/realms/a',
  ])('%s is one', (text) => expect(isServiceAddress(text)).toBe(true))

  it.each([
    '',
    'gitlab.com',
    'http://gitlab.com',
    'http://127.0.0.1.evil.example',
    'http://169.254.169.254',
    'https://gitlab.com?x=1',
    'https://gitlab.com#x',
    'https://user@gitlab.com',
    'https://GITLAB.com',
    'https://gitlab.com:443',
    'https://gitlab.com/a/../b',
    ' https://gitlab.com',
    'file:///etc/passwd',
    'javascript:alert(1)',
    `https://${'a'.repeat(600)}.example`,
  ])('%s is none', (text) => expect(isServiceAddress(text)).toBe(false))
})
