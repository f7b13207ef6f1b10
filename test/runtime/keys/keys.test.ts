import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ephemeralKeys, fileKeys, type TenantKeys } from '../../../src/runtime/src/index.js'
import { deriveKey, open, seal } from '../../../src/runtime/src/keys/index.js'
import { seededRandom } from '../../../src/runtime/src/testing/index.js'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'))
  path = join(folder, 'keys.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

const place = { purpose: 'test', place: 'here' }
const bytes = (fill: number): string => Buffer.alloc(32, fill).toString('base64')
const keysOf = (tenant: string | undefined, file: unknown): TenantKeys => {
  writeFileSync(path, JSON.stringify(file))
  return fileKeys(path).keysOf(tenant) as TenantKeys
}

describe('seal', () => {
  const keys = ephemeralKeys().keysOf('acme') as TenantKeys
  const random = seededRandom()

  it('gives back what it sealed, and never writes the same text twice', () => {
    const first = seal('größe', keys, place, random)
    const second = seal('größe', keys, place, random)
    expect(first).toMatch(/^tk1\.ephemeral\.[\w-]{16}\.[\w-]+$/)
    expect(first).not.toBe(second)
    expect([open(first, keys, place), open(second, keys, place)]).toEqual([{ text: 'größe' }, { text: 'größe' }])
  })

  it('T80 opens nowhere else: not in another tenant, place or purpose, and not when a bit was changed', () => {
    const sealed = seal('text', keys, place, random)
    const provider = ephemeralKeys()
    const [acme, beta] = [provider.keysOf('acme') as TenantKeys, provider.keysOf('beta') as TenantKeys]
    expect(open(seal('text', acme, place, random), beta, place)).toBe('forged')
    expect(open(sealed, keys, { ...place, place: 'there' })).toBe('forged')
    expect(open(sealed, keys, { ...place, purpose: 'other' })).toBe('forged')
    for (let at = 'tk1.ephemeral.'.length; at < sealed.length; at += 5) {
      if (sealed[at] === '.') continue
      const changed = `${sealed.slice(0, at)}${sealed[at] === 'Q' ? 'g' : 'Q'}${sealed.slice(at + 1)}`
      expect(open(changed, keys, place)).toBe('forged')
    }
    for (const text of ['', 'tk1', 'tk2.ephemeral.a.b', 'tk1.ephemeral..', `${sealed}.x`]) {
      expect(open(text, keys, place)).toBe('forged')
    }
  })

  it('T80 says when the key is gone', () => {
    const sealed = seal('text', keysOf('acme', { current: 'a', keys: { a: bytes(1), b: bytes(2) } }), place, random)
    expect(open(sealed, keysOf('acme', { current: 'b', keys: { a: bytes(1), b: bytes(2) } }), place)).toEqual({
      text: 'text',
    })
    expect(open(sealed, keysOf('acme', { current: 'b', keys: { b: bytes(2) } }), place)).toBe('shredded')
    expect(open(sealed, keysOf('acme', { current: 'a', keys: { a: bytes(3) } }), place)).toBe('forged')
  })
})

describe('keys', () => {
  it('differ by tenant and purpose, and stay the same otherwise', () => {
    const file = { current: 'a', keys: { a: bytes(1) } }
    const derived = [
      deriveKey(keysOf('acme', file).current, 'x'),
      deriveKey(keysOf('acme', file).current, 'y'),
      deriveKey(keysOf('beta', file).current, 'x'),
      deriveKey(keysOf(undefined, file).current, 'x'),
      deriveKey(keysOf('no-tenant', file).current, 'x'),
    ].map((key) => Buffer.from(key).toString('hex'))
    expect(new Set(derived).size).toBe(5)
    expect(Buffer.from(deriveKey(keysOf('acme', file).current, 'x')).toString('hex')).toBe(derived[0])
  })
})

describe('fileKeys', () => {
  it('refuses a file that is not there, unless it may make one: for its owner only', () => {
    expect(() => fileKeys(path)).toThrow('cannot read the key file')
    fileKeys(path, { create: true })
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const written = readFileSync(path, 'utf8')
    fileKeys(path, { create: true })
    expect(readFileSync(path, 'utf8')).toBe(written)
    const { keys } = JSON.parse(written) as { keys: { first: string } }
    expect(Buffer.from(keys.first, 'base64')).toHaveLength(32)
  })

  it.each([
    ['no JSON', '{', 'is no JSON object'],
    ['a list', '[]', 'is no JSON object'],
    ['no keys', '{"current":"a"}', 'has no object `keys`'],
    ['a short key', '{"current":"a","keys":{"a":"c2hvcnQ="}}', 'is not 32 bytes'],
    ['a number', '{"current":"a","keys":{"a":1}}', 'is not 32 bytes'],
    ['an unusable id', `{"current":"a.b","keys":{"a.b":"${bytes(1)}"}}`, 'has a key id'],
    ['a current that is none', `{"current":"b","keys":{"a":"${bytes(1)}"}}`, 'has a `current`'],
  ])('refuses %s, without showing any of it', (_, text, message) => {
    writeFileSync(path, text)
    expect(() => fileKeys(path)).toThrow(message)
    expect(() => fileKeys(path)).not.toThrow('c2hvcnQ')
  })
})
