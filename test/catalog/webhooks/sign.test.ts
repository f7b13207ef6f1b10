import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { transform } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { signatureHeaders } from '../../../src/catalog/webhooks/deliver/sign.js'
import { createSecret } from '../../../src/catalog/webhooks/index.js'

type IsFromCatalog = (headers: Readonly<Record<string, string>>, body: string, secret: string, now: Date) => boolean

/** What the documentation tells receivers to do. */
let isFromCatalog: IsFromCatalog
beforeAll(async () => {
  const page = readFileSync(resolve(import.meta.dirname, '../../../docs/catalog/webhooks.md'), 'utf8')
  const [, source = ''] = /```ts verify\n([\s\S]*?)```/.exec(page) ?? []
  const { code } = await transform(source, { loader: 'ts', format: 'esm' })
  ;({ isFromCatalog } = await import(`data:text/javascript,${encodeURIComponent(code)}`))
})

const at = new Date('2026-11-27T10:00:00.500Z')
const [secret, other] = [createSecret(randomBytes), createSecret(randomBytes)]
const signed = { id: '8f2f2b0e-6a53-4f0c-8f4e-0a4b7c1d9e21', at, body: '{"a":"Grüße"}' }

describe('a signature', () => {
  it('is that of the example of Standard Webhooks', () => {
    const example = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      at: new Date(1_614_265_330_000),
      body: '{"test": 2432232314}',
    }
    expect(signatureHeaders(example, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    })
  })

  it('is taken by a receiver that does what the documentation says', () => {
    expect(isFromCatalog(signatureHeaders(signed, [secret]), signed.body, secret, at)).toBe(true)
  })

  it('is taken by those who know either secret while one takes the place of the other', () => {
    const headers = signatureHeaders(signed, [secret, other])
    expect(headers['webhook-signature']).toMatch(/^v1,[\w+/]{43}= v1,[\w+/]{43}=$/)
    for (const each of [secret, other]) expect(isFromCatalog(headers, signed.body, each, at)).toBe(true)
    expect(isFromCatalog(headers, signed.body, createSecret(randomBytes), at)).toBe(false)
  })

  it('T104 is taken for nothing else: another secret, id, time or body', () => {
    const headers = signatureHeaders(signed, [secret])
    expect(isFromCatalog(headers, signed.body, other, at)).toBe(false)
    expect(isFromCatalog(headers, `${signed.body} `, secret, at)).toBe(false)
    expect(isFromCatalog({ ...headers, 'webhook-id': 'x' }, signed.body, secret, at)).toBe(false)
    expect(isFromCatalog({ ...headers, 'webhook-timestamp': '1795773601' }, signed.body, secret, at)).toBe(false)
    expect(isFromCatalog({ ...headers, 'webhook-signature': '' }, signed.body, secret, at)).toBe(false)
  })

  it('T102 is taken for five minutes', () => {
    const headers = signatureHeaders(signed, [secret])
    const later = (seconds: number) => new Date(at.getTime() + seconds * 1000)
    expect(isFromCatalog(headers, signed.body, secret, later(299))).toBe(true)
    expect(isFromCatalog(headers, signed.body, secret, later(301))).toBe(false)
    expect(isFromCatalog(headers, signed.body, secret, later(-301))).toBe(false)
    expect(isFromCatalog({ ...headers, 'webhook-timestamp': 'NaN' }, signed.body, secret, at)).toBe(false)
  })
})
