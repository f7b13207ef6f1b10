import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type EnvelopeKeys,
  envelopeKeys,
  environmentKeys,
  ephemeralKeys,
  folderKeyStore,
  type KeyWrapper,
  memoryKeyStore,
  systemRandom,
  type TenantKeys,
  type WrappedKeyStore,
  wrapWith,
} from '../../../src/runtime/src/index.js'
import { open, seal } from '../../../src/runtime/src/keys/index.js'
import { manualClock, seededRandom } from '../../../src/runtime/src/testing/index.js'

const place = { purpose: 'test', place: 'here' }
const random = seededRandom()
const sealFor = async (keys: EnvelopeKeys, tenant: string, text = 'text'): Promise<string> =>
  seal(text, await keys.keysOf(tenant), place, random)
const openFor = async (keys: EnvelopeKeys, tenant: string, sealed: string): Promise<ReturnType<typeof open>> =>
  open(sealed, await keys.keysOf(tenant), place)

/** Counts what the service is asked for; `isDown` makes it fail. */
function countingWrapper(): KeyWrapper & { unwrapped: number; isDown: boolean } {
  const inner = wrapWith(ephemeralKeys())
  const counting = {
    unwrapped: 0,
    isDown: false,
    wrap: inner.wrap,
    async unwrap(wrapped: string, context: Parameters<KeyWrapper['unwrap']>[1]) {
      counting.unwrapped++
      if (counting.isDown) throw new Error('no answer')
      return inner.unwrap(wrapped, context)
    },
  }
  return counting
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'envelopes-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const stores: Readonly<Record<string, () => WrappedKeyStore>> = {
  memory: memoryKeyStore,
  folder: () => folderKeyStore(join(folder, 'keys')),
}

describe.each(Object.entries(stores))('with keys in %s', (_, createStore) => {
  it('T80 another tenant cannot open it, and after rotation the old key still does', async () => {
    const store = createStore()
    const wrapper = countingWrapper()
    const keys = envelopeKeys({ wrapper, store })
    const sealed = await sealFor(keys, 'acme')
    expect(await openFor(keys, 'acme', sealed)).toEqual({ text: 'text' })
    expect(await openFor(keys, 'globex', sealed)).toBe('shredded')
    await keys.rotate('acme')
    const after = await sealFor(keys, 'acme')
    expect(after.split('.')[1]).not.toBe(sealed.split('.')[1])
    expect([await openFor(keys, 'acme', sealed), await openFor(keys, 'acme', after)]).toEqual([
      { text: 'text' },
      { text: 'text' },
    ])
    // Another process finds the same keys.
    expect(await openFor(envelopeKeys({ wrapper, store }), 'acme', sealed)).toEqual({ text: 'text' })
  })

  it('T80 what a shredded tenant had says so, for all of its keys; others keep theirs', async () => {
    const keys = envelopeKeys({ wrapper: countingWrapper(), store: createStore() })
    const first = await sealFor(keys, 'acme')
    await keys.rotate('acme')
    const second = await sealFor(keys, 'acme')
    const other = await sealFor(keys, 'globex')
    await keys.shred('acme')
    expect([await openFor(keys, 'acme', first), await openFor(keys, 'acme', second)]).toEqual(['shredded', 'shredded'])
    expect(await openFor(keys, 'globex', other)).toEqual({ text: 'text' })
    const later = await sealFor(keys, 'acme')
    expect(await openFor(keys, 'acme', later)).toEqual({ text: 'text' })
    expect(await openFor(keys, 'acme', first)).toBe('shredded')
  })

  it('of processes that start at once, one makes the key', async () => {
    const store = createStore()
    const wrapper = countingWrapper()
    const processes = Array.from({ length: 8 }, () => envelopeKeys({ wrapper, store }))
    const sealed = await Promise.all(processes.map((keys) => sealFor(keys, 'acme')))
    expect(new Set(sealed.map((text) => text.split('.')[1])).size).toBe(1)
  })
})

describe('envelopeKeys', () => {
  it('asks the service once for a tenant and lifetime, however many calls there are', async () => {
    const wrapper = countingWrapper()
    const clock = manualClock()
    const keys = envelopeKeys({ wrapper, store: memoryKeyStore(), clock, lifetime: 1000 })
    await Promise.all(Array.from({ length: 100 }, async () => keys.keysOf('acme')))
    expect(wrapper.unwrapped).toBe(1)
    expect(keys.keysOf('acme')).not.toBeInstanceOf(Promise)
    clock.advance(1000)
    await keys.keysOf('acme')
    expect(wrapper.unwrapped).toBe(2)
  })

  it('remembers as many tenants as it may, and no failure', async () => {
    const wrapper = countingWrapper()
    const keys = envelopeKeys({ wrapper, store: memoryKeyStore(), limit: 2 })
    for (const tenant of ['a', 'b', 'c']) await keys.keysOf(tenant)
    expect(['a', 'b', 'c'].map((tenant) => keys.keysOf(tenant) instanceof Promise)).toEqual([true, false, false])
    wrapper.isDown = true
    await expect(keys.keysOf('d')).rejects.toThrow('no answer')
    wrapper.isDown = false
    expect((await keys.keysOf('d')).current.secret).toHaveLength(32)
  })

  it('T80 keys that are being loaded while they are shredded do not come back', async () => {
    const store = memoryKeyStore()
    const gate: (() => void)[] = []
    const inner = wrapWith(ephemeralKeys())
    let isSlow = false
    const wrapper: KeyWrapper = {
      wrap: inner.wrap,
      async unwrap(wrapped, context) {
        const secret = await inner.unwrap(wrapped, context)
        if (isSlow) await new Promise<void>((resolve) => gate.push(resolve))
        return secret
      },
    }
    const sealed = await sealFor(envelopeKeys({ wrapper, store }), 'acme')
    isSlow = true
    const keys = envelopeKeys({ wrapper, store })
    const before = keys.keysOf('acme')
    while (gate.length === 0) await Promise.resolve()
    await keys.shred('acme')
    isSlow = false
    for (const pass of gate) pass()
    await before
    expect(await openFor(keys, 'acme', sealed)).toBe('shredded')
  })

  it('T80 a wrapping key that is gone for good shreds, one that is out of reach does not', async () => {
    const store = memoryKeyStore()
    const wrapper = wrapWith(ephemeralKeys())
    const sealed = await sealFor(envelopeKeys({ wrapper, store }), 'acme')
    const lost = sealed.split('.')[1]
    const unwrap: KeyWrapper['unwrap'] = (wrapped, context) =>
      context.key === lost ? undefined : wrapper.unwrap(wrapped, context)
    const keys = envelopeKeys({ wrapper: { wrap: wrapper.wrap, unwrap }, store })
    expect(await openFor(keys, 'acme', sealed)).toBe('shredded')
    expect(await openFor(keys, 'acme', await sealFor(keys, 'acme'))).toEqual({ text: 'text' })
    const down = envelopeKeys({
      wrapper: { wrap: wrapper.wrap, unwrap: () => Promise.reject(new Error('no answer')) },
      store,
    })
    await expect(openFor(down, 'acme', sealed)).rejects.toThrow('no answer')
  })

  it('T80 a wrapped key of one tenant is no key of another', async () => {
    const wrapper = wrapWith(ephemeralKeys())
    const wrapped = await wrapper.wrap(new Uint8Array(32), { tenant: 'acme', key: 'k' })
    await expect(wrapper.unwrap(wrapped, { tenant: 'globex', key: 'k' })).rejects.toThrow('belongs to another tenant')
    await expect(wrapper.unwrap(wrapped, { tenant: 'acme', key: 'l' })).rejects.toThrow('belongs to another tenant')
  })

  it('keys at rest are wrapped, and the store learns no tenant', async () => {
    const path = join(folder, 'keys')
    const keys = envelopeKeys({ wrapper: wrapWith(ephemeralKeys()), store: folderKeyStore(path) })
    const { secret } = (await keys.keysOf('acme')).current
    const [owner = ''] = readdirSync(path)
    expect(owner).toMatch(/^[0-9a-f]{64}$/)
    expect(readdirSync(join(path, owner))).toEqual(['0.json'])
    const text = readFileSync(join(path, owner, '0.json'), 'utf8')
    expect(text).toMatch(/^\{"id":"[0-9a-f]{16}","wrapped":"tk1\./)
    expect(text).not.toContain(Buffer.from(secret).toString('base64').slice(0, 10))
  })
})

it('T80 no nonce repeats', async () => {
  const keys = await envelopeKeys({ wrapper: wrapWith(ephemeralKeys()), store: memoryKeyStore() }).keysOf('acme')
  const nonces = new Set(Array.from({ length: 20_000 }, () => seal('x', keys, place, systemRandom).split('.')[2]))
  expect(nonces.size).toBe(20_000)
})

describe('environmentKeys', () => {
  const value = JSON.stringify({ current: 'a', keys: { a: Buffer.alloc(32, 1).toString('base64') } })

  it('reads the form of the key file', () => {
    const keys = environmentKeys('KEYS', { KEYS: value }).keysOf('acme') as TenantKeys
    expect(keys.current.id).toBe('a')
    expect(keys.find('b')).toBe(undefined)
  })

  it('refuses what is not there or not of this form, without showing any of it', () => {
    expect(() => environmentKeys('KEYS', {})).toThrow('the environment variable KEYS is not set')
    const short = JSON.stringify({ current: 'a', keys: { a: 'c2hvcnQ=' } })
    expect(() => environmentKeys('KEYS', { KEYS: short })).toThrow(
      'the environment variable KEYS has a key that is not',
    )
    expect(() => environmentKeys('KEYS', { KEYS: short })).not.toThrow('c2hvcnQ')
  })
})
