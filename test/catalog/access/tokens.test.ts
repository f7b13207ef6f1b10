import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  createToken,
  isCovered,
  parseToken,
  permissions,
  tokenAuthenticator,
} from '../../../src/catalog/access/index.js'
import type { TokenRecord } from '../../../src/catalog/store/index.js'

const now = new Date('2026-11-27T10:00:00.000Z')
const secretOf = (token: string) => parseToken(token)?.secret ?? ''
let calls = 0
const random = (size: number) => createHash('shake256', { outputLength: size }).update(String(calls++)).digest()
const asked = { name: 'ci', permissions: ['contracts:read'], namespaces: ['shop', 'pay-*'], days: 90 }
const { record, text } = createToken('acme', asked, now, random)

const authenticate = (value: string, known: TokenRecord = record, at = now, kind: 'bearer' | 'basic' = 'bearer') =>
  tokenAuthenticator(
    async (id) => (id === known.id ? known : undefined),
    () => at,
  ).authenticate({
    scheme: 'token',
    kind,
    value,
  })

describe('a token', () => {
  it('says what it is, and keeps its secret to itself', () => {
    expect(text).toMatch(/^tk_acme_[0-9a-z]{12}_[\w-]{43}_[0-9a-f]{8}$/)
    expect(record).toMatchObject({
      organisation: 'acme',
      createdAt: now.toISOString(),
      expiresAt: '2027-02-25T10:00:00.000Z',
    })
    expect(JSON.stringify(record)).not.toContain(secretOf(text))
  })

  it.each([
    '',
    'tk_',
    text.slice(0, -1),
    `${text}0`,
    text.replace('tk_acme', 'tk_beta'),
    text.toUpperCase(),
    ` ${text}`,
  ])('%j is none', (other) => expect(parseToken(other)).toBeUndefined())

  it('lets its organisation in, with what it is for', async () => {
    expect(await authenticate(text)).toEqual({
      outcome: 'authenticated',
      tenant: 'acme',
      principal: {
        id: `token:${record.id}`,
        issuer: undefined,
        scopes: ['contracts:read'],
        clearance: undefined,
        claims: { organisation: 'acme', namespaces: ['shop', 'pay-*'] },
      },
    })
    const admin = await authenticate(text, { ...record, permissions: ['admin'] })
    expect(admin).toMatchObject({ principal: { scopes: permissions } })
  })

  const other = createToken('acme', asked, now, random)
  it.each([
    ['an unknown one', text, other.record, 'token-unknown'],
    ['another secret', other.text.replace(other.record.id, record.id), record, 'no-token-of-the-catalog'],
    ['a secret of another one', text, { ...record, hash: other.record.hash }, 'token-unknown'],
    ['a revoked one', text, { ...record, revoked: true }, 'token-revoked'],
    ['one that has ended', text, { ...record, expiresAt: now.toISOString() }, 'token-expired'],
    [
      'T1 one that says another organisation',
      text,
      { ...record, organisation: 'beta' },
      'token-of-another-organisation',
    ],
    ['no token', 'Bearer', record, 'no-token-of-the-catalog'],
  ] as const)('refuses %s', async (_name, value, known, reason) => {
    expect(await authenticate(value, known)).toEqual({ outcome: 'refused', reason })
  })

  it('is taken as a bearer token only', async () => {
    expect(await authenticate(text, record, now, 'basic')).toMatchObject({ outcome: 'refused' })
  })

  it.each([
    ['shop', true],
    ['pay-cards', true],
    ['pay-*', true],
    ['pay-*-eu', true],
    ['pay', false],
    ['shop2', false],
    ['shop*', false],
    ['*', false],
    ['', false],
  ])('covers %j: %s', (pattern, expected) => {
    expect(isCovered(asked.namespaces, pattern)).toBe(expected)
    expect(isCovered(['*'], pattern)).toBe(true)
    expect(isCovered([], pattern)).toBe(false)
  })
})
