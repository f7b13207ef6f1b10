import type { RequestLike } from '@tenantkit/runtime'
import { describe, expect, it } from 'vitest'
import { publicRead } from '../../../src/catalog/http/public-read.js'

/** As adapters make them: what is behind a private field is there for the object itself, and for none that stands on it. */
class Request implements RequestLike {
  readonly method: string
  readonly target = '/v1/contracts'
  readonly rawHeaders: readonly string[]
  readonly #signal = new AbortController().signal

  constructor(method: string, ...rawHeaders: readonly string[]) {
    this.method = method
    this.rawHeaders = rawHeaders
  }

  get signal() {
    return this.#signal
  }

  get address() {
    return this.#signal.aborted ? undefined : '192.0.2.1'
  }

  get certificate() {
    return this.#signal.aborted ? { thumbprint: '', subjectAltNames: [] } : undefined
  }
}

function handed(request: RequestLike): RequestLike {
  const seen: RequestLike[] = []
  const server = publicRead('acme', 'secret').server({
    serves: () => true,
    handle(each) {
      seen.push(each)
      return { status: 200, headers: [] }
    },
  })
  void server.handle(request)
  return seen[0] as RequestLike
}

describe('publicRead', () => {
  it('hands on all of a request that brings no credentials, as a caller who may read', () => {
    const request = new Request('GET', 'Accept', 'application/json')
    const { method, target, rawHeaders, signal, address, certificate, body } = handed(request)
    expect(rawHeaders).toEqual(['Accept', 'application/json', 'authorization', 'Bearer secret'])
    expect({ method, target, address, certificate, body }).toEqual({
      method: 'GET',
      target: '/v1/contracts',
      address: '192.0.2.1',
      certificate: undefined,
      body: undefined,
    })
    expect(signal).toBe(request.signal)
  })

  it('leaves what has credentials, or changes something, as it came', () => {
    const [known, change] = [new Request('GET', 'Authorization', 'Bearer x'), new Request('PUT')]
    expect([handed(known), handed(change)]).toEqual([known, change])
    expect(handed(known)).toBe(known)
    expect(handed(change)).toBe(change)
  })
})
