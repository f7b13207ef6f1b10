import { describe, expect, it } from 'vitest'
import { rateByCaller } from '../../../src/catalog/http/rate-by-caller.js'

/** How many of these requests in a row are let through, at one instant, of three a minute each. */
function letThrough(
  requests: readonly {
    readonly operation?: string
    readonly principal?: string
    readonly address?: string
    readonly forwarded?: string
  }[],
  { isBehindProxy = false } = {},
) {
  const clock = { now: () => 0, after: () => () => undefined }
  const limiter = rateByCaller({ perMinute: 3, isBehindProxy, clock })
  return requests.filter(({ operation = 'exchangeToken', principal, address, forwarded }) => {
    const rawHeaders = ['Accept', '*/*', ...(forwarded === undefined ? [] : ['X-Forwarded-For', forwarded])]
    const request = { method: 'POST', target: '/v1/auth/exchange', rawHeaders, address }
    const tenant = principal === undefined ? undefined : 'acme'
    return limiter.take({ operation, tenant, principal, limit: undefined, request }) === undefined
  }).length
}

const times = <T>(count: number, each: T): readonly T[] => Array.from({ length: count }, () => each)

describe('rateByCaller', () => {
  it('counts tokens by themselves, wherever they are used', () => {
    const ann = { operation: 'listContracts', principal: 'ann' }
    expect(letThrough([...times(9, { ...ann, address: '192.0.2.1' }), { ...ann, address: '192.0.2.2' }])).toBe(3)
    expect(letThrough([...times(4, ann), ...times(4, { ...ann, principal: 'bob' })])).toBe(6)
  })

  it('counts who asks for a token by address, and a network of IPv6 as one', () => {
    expect(letThrough([...times(9, { address: '192.0.2.1' }), { address: '192.0.2.2' }])).toBe(4)
    expect(letThrough(['1', '2', '3', '4'].map((last) => ({ address: `2001:db8::${last}` })))).toBe(3)
  })

  it('believes a proxy that stands in front, and nobody else', () => {
    const forged = ['1', '2', '3', '4'].map((last) => ({ address: '192.0.2.1', forwarded: `198.51.100.${last}` }))
    expect(letThrough(forged)).toBe(3)
    expect(letThrough(forged, { isBehindProxy: true })).toBe(4)
    const sent = ['1', '2', '3', '4'].map((last) => ({ forwarded: `198.51.100.${last}, 203.0.113.7` }))
    expect(letThrough(sent, { isBehindProxy: true })).toBe(3)
  })

  it('leaves those alone who watch over the health', () => {
    expect(letThrough(times(9, { operation: 'getHealth', address: '192.0.2.1' }))).toBe(9)
  })
})
