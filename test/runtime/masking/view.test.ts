import { inspect } from 'node:util'
import { serialize } from 'node:v8'
import { describe, expect, test } from 'vitest'
import type { MaskRule } from '../../../src/runtime/src/codec/index.js'
import { ForeignTenantError, MaskingError } from '../../../src/runtime/src/error/index.js'
import { tenantKeysOf } from '../../../src/runtime/src/keys/derive.js'
import {
  type Clearance,
  clearanceOf,
  createMaskKeys,
  createView,
  dominates,
  exposed,
  lesser,
  openMasked,
  type Sensitivity,
  type Sink,
  sensitive,
} from '../../../src/runtime/src/masking/index.js'

const sensitivities: readonly Sensitivity[] = ['public', 'internal', 'confidential', 'restricted']
const sinks: readonly Sink[] = ['response', 'log', 'trace', 'metric', 'audit', 'event', 'error', 'idempotency-store']
const rule = (more: Partial<MaskRule> = {}): MaskRule => ({
  sensitivity: 'confidential',
  strategy: 'full',
  field: 'Order.email',
  ...more,
})

describe('T66 class, audience and sink', () => {
  const audiences: Readonly<Record<string, Clearance>> = {
    'cleared for public': { max: 'public', reveal: [] },
    'cleared for internal': { max: 'internal', reveal: [] },
    'cleared for confidential': { max: 'confidential', reveal: [] },
    'cleared for restricted': { max: 'restricted', reveal: [] },
    'support, sees contacts': { max: 'internal', reveal: ['contact'] },
    'sees e-mail only': { max: 'public', reveal: ['contact.email'] },
  }
  /** What is shown in a response: one letter each for public, internal, confidential, restricted; then by category. */
  const golden: Readonly<Record<string, string>> = {
    'cleared for public': 'P--- contact:- contact.email:- health:-',
    'cleared for internal': 'PI-- contact:- contact.email:- health:-',
    'cleared for confidential': 'PIC- contact:C contact.email:C health:-',
    'cleared for restricted': 'PICR contact:C contact.email:C health:R',
    'support, sees contacts': 'PI-- contact:C contact.email:C health:-',
    'sees e-mail only': 'P--- contact:- contact.email:C health:-',
  }
  const categories = { contact: 'confidential', 'contact.email': 'confidential', health: 'restricted' } as const

  function row(clearance: Clearance, sink: Sink): string {
    const view = createView({ tenant: 'acme', clearance, sink })
    const letter = (sensitivity: Sensitivity, category?: string): string =>
      view.shows(rule({ sensitivity, ...(category !== undefined && { category }) }))
        ? sensitivity.charAt(0).toUpperCase()
        : '-'
    const plain = sensitivities.map((sensitivity) => letter(sensitivity)).join('')
    const byCategory = Object.entries(categories).map(([name, sensitivity]) => `${name}:${letter(sensitivity, name)}`)
    return [plain, ...byCategory].join(' ')
  }

  test.each(Object.entries(audiences))('response, %s', (name, clearance) => {
    expect(row(clearance, 'response')).toBe(golden[name])
  })

  test.each(sinks.filter((sink) => sink !== 'response'))('%s shows nothing above internal, whoever calls', (sink) => {
    for (const [name, clearance] of Object.entries(audiences)) {
      const expected = clearance.max === 'public' ? 'P---' : 'PI--'
      expect([name, row(clearance, sink)]).toEqual([name, `${expected} contact:- contact.email:- health:-`])
    }
  })
})

describe('clearances', () => {
  const policy = {
    default: { max: 'public', reveal: [] },
    clearances: { support: { max: 'internal', reveal: ['contact'] } },
    claim: 'clearance',
  } as const

  test.each([
    [{ clearance: 'support' }, 'internal'],
    [{ clearance: 'unknown' }, 'public'],
    [{ clearance: 'constructor' }, 'public'],
    [{ clearance: '__proto__' }, 'public'],
    [{ clearance: ['support'] }, 'public'],
    [{}, 'public'],
    [Object.create({ clearance: 'support' }) as Record<string, unknown>, 'public'],
  ])('%j', (claims, max) => {
    expect(clearanceOf(policy, claims).max).toBe(max)
  })

  test('a category covers its details, and nothing that only begins alike', () => {
    const clearance: Clearance = { max: 'public', reveal: ['contact'] }
    expect(dominates(clearance, { sensitivity: 'restricted', category: 'contact.email' })).toBe(true)
    expect(dominates(clearance, { sensitivity: 'restricted', category: 'contacts' })).toBe(false)
    expect(dominates(clearance, { sensitivity: 'restricted' })).toBe(false)
  })

  test('T31 on behalf of another, only what both may see', () => {
    const actor: Clearance = { max: 'restricted', reveal: ['contact', 'health'] }
    const subject: Clearance = { max: 'internal', reveal: ['contact.email', 'financial'] }
    expect(lesser(actor, subject)).toEqual({ max: 'internal', reveal: ['contact.email'] })
    expect(lesser(subject, actor)).toEqual({ max: 'internal', reveal: ['contact.email'] })
  })
})

describe('tenants', () => {
  const clearance: Clearance = { max: 'restricted', reveal: [] }
  const view = createView({ tenant: 'acme', clearance, sink: 'response' })

  test.each([['globex'], ['ACME'], ['acme '], [''], [null], [undefined], [1], [['acme']]])('%j is foreign', (value) => {
    expect(() => view.guard(value, 'Order.tenantId')).toThrow(ForeignTenantError)
  })

  test('the error names the place, not the value', () => {
    try {
      view.guard('globex', 'Order.tenantId')
      expect.unreachable()
    } catch (error) {
      expect(inspect(error)).toContain('Order.tenantId')
      expect(inspect(error)).not.toContain('globex')
      expect(inspect(error)).not.toContain('acme')
    }
  })

  test('the own tenant passes, and all where no tenant is bound', () => {
    view.guard('acme', 'Order.tenantId')
    createView({ tenant: undefined, clearance, sink: 'response' }).guard('globex', 'Order.tenantId')
  })
})

describe('masks with keys', () => {
  const masters = new Map([
    ['k1', new Uint8Array(32).fill(1)],
    ['k2', new Uint8Array(32).fill(2)],
  ])
  const keysOf = (tenant: string, current = 'k1') =>
    createMaskKeys({ keys: tenantKeysOf(masters, current, tenant), tenant })
  const text = (tenant: string, strategy: MaskRule['strategy'], field = 'Order.email', current = 'k1'): string => {
    const view = createView({
      tenant,
      clearance: { max: 'public', reveal: [] },
      sink: 'response',
      keys: keysOf(tenant, current),
    })
    return JSON.parse(view.mask('jane@example.com', rule({ strategy, field })) ?? '') as string
  }

  test.each(['hash', 'tokenize'] as const)(
    'T79 %s: stable in a tenant, different across tenants, key named',
    (strategy) => {
      expect(text('acme', strategy)).toBe(text('acme', strategy))
      expect(text('acme', strategy)).not.toBe(text('globex', strategy))
      expect(text('acme', strategy, 'Order.email', 'k2')).not.toBe(text('acme', strategy))
      expect(text('acme', strategy)).toMatch(strategy === 'hash' ? /^psn_k1\.[\w-]{32}$/ : /^tok_k1\.[\w-]{32}$/)
      expect(text('acme', strategy, 'Order.email', 'k2')).toMatch(/k2\./)
    },
  )

  test('a pseudonym belongs to its field, a token to the tenant only', () => {
    expect(text('acme', 'hash', 'Order.email')).not.toBe(text('acme', 'hash', 'User.email'))
    expect(text('acme', 'tokenize', 'Order.email')).toBe(text('acme', 'tokenize', 'User.email'))
  })

  test('T80 a ciphertext opens in its tenant and field only, and never repeats', () => {
    const sealed = text('acme', 'encrypt')
    expect(sealed).toMatch(/^tk1\.k1\.[\w-]{16}\.[\w-]+$/)
    expect(text('acme', 'encrypt')).not.toBe(sealed)
    const keys = tenantKeysOf(masters, 'k1', 'acme')
    expect(openMasked(sealed, 'Order.email', { keys, tenant: 'acme' })).toEqual({ text: 'jane@example.com' })
    expect(openMasked(sealed, 'User.email', { keys, tenant: 'acme' })).toBe('forged')
    expect(openMasked(sealed, 'Order.email', { keys, tenant: 'globex' })).toBe('forged')
    const foreign = tenantKeysOf(masters, 'k1', 'globex')
    expect(openMasked(sealed, 'Order.email', { keys: foreign, tenant: 'globex' })).toBe('forged')
    const rest = new Map([['k2', new Uint8Array(32).fill(2)]])
    expect(openMasked(sealed, 'Order.email', { keys: tenantKeysOf(rest, 'k2', 'acme'), tenant: 'acme' })).toBe(
      'shredded',
    )
  })

  test('T77 a mask that throws lets nothing out', () => {
    const broken = {
      pseudonym: () => {
        throw new TypeError('no key for jane@example.com')
      },
      token: () => '',
      encrypt: () => '',
    }
    const view = createView({
      tenant: 'acme',
      clearance: { max: 'public', reveal: [] },
      sink: 'response',
      keys: broken,
    })
    expect(() => view.mask('jane@example.com', rule({ strategy: 'hash' }))).toThrow(MaskingError)
    try {
      view.mask('jane@example.com', rule({ strategy: 'hash' }))
    } catch (error) {
      expect(inspect(error)).not.toContain('jane')
    }
    // A value that is no JSON cannot be hashed either.
    expect(() => view.mask(new Date(0), rule({ strategy: 'hash' }))).toThrow(MaskingError)
  })
})

test('T75 a sensitive value does not show itself', () => {
  const secret = sensitive('jane@example.com')
  const shown = [
    String(secret),
    // eslint-disable-next-line @typescript-eslint/restrict-template-expressions -- what careless code writes
    `${secret}`,
    JSON.stringify({ secret }),
    inspect(secret),
    inspect({ deep: { secret } }, { depth: 9, showHidden: true }),
    JSON.stringify(Object.entries(secret)),
    JSON.stringify(Object.entries({ ...secret })),
    inspect(structuredClone({ list: [secret] }), { depth: 9 }),
    serialize(secret).toString('latin1'),
    inspect(new TypeError('nothing', { cause: { secret } }), { depth: 9 }),
    inspect(new Proxy({ secret }, {}), { showProxy: true }),
    // eslint-disable-next-line @typescript-eslint/restrict-plus-operands -- what careless code writes
    secret + '',
  ]
  expect(shown.filter((text) => text.includes('jane'))).toEqual([])
  expect(shown[0]).toBe('[redacted]')
  expect(exposed(secret)).toBe('jane@example.com')
})
