import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createSecret, secretBox } from '../../../src/catalog/webhooks/index.js'

const { privateKey } = generateKeyPairSync('ed25519')
const box = secretBox(privateKey, randomBytes)
const place = { organisation: 'acme', webhook: 'a' }

describe('a secret', () => {
  it('has 256 random bits, and a prefix that scanners know', () => {
    expect(createSecret(randomBytes)).toMatch(/^whsec_[\w+/]{43}=$/)
    expect(createSecret(randomBytes)).not.toBe(createSecret(randomBytes))
  })

  it('is sealed, and opened by every process that has the key', () => {
    const secret = createSecret(randomBytes)
    const sealed = box.seal(place, secret)
    expect(sealed).toMatch(/^v1\.[\w-]+$/)
    expect(Buffer.from(sealed.slice(3), 'base64url').includes(secret)).toBe(false)
    expect(secretBox(privateKey, randomBytes).open(place, sealed)).toBe(secret)
  })

  it('T80 opens in its own place alone, with its own key, and unchanged', () => {
    const sealed = box.seal(place, 'whsec_x')
    expect(box.open({ ...place, organisation: 'beta' }, sealed)).toBeUndefined()
    expect(box.open({ ...place, webhook: 'b' }, sealed)).toBeUndefined()
    expect(secretBox(generateKeyPairSync('ed25519').privateKey, randomBytes).open(place, sealed)).toBeUndefined()
    const bytes = Buffer.from(sealed.slice(3), 'base64url')
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes)
      changed[index] = (changed[index] ?? 0) ^ 1
      expect(box.open(place, `v1.${changed.toString('base64url')}`)).toBeUndefined()
    }
    // Short tags would be easier to guess.
    for (const length of [0, 12, 16, 27]) {
      expect(box.open(place, `v1.${bytes.subarray(0, length).toString('base64url')}`)).toBeUndefined()
    }
    expect(box.open(place, sealed.slice(3))).toBeUndefined()
  })

  it('T80 is sealed differently each time', () => {
    const sealed = Array.from({ length: 1000 }, () => box.seal(place, 'whsec_x').slice(3, 19))
    expect(new Set(sealed).size).toBe(1000)
  })
})
