import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../../src/runtime/src/testing/index.js'
import { createSecrets } from './secrets.js'

/** A search that finds nothing is worth as much as what it would have found. */
const random = seededRandom('secrets')
const secrets = createSecrets((length) => random.bytes(length))
const secret = secrets.of('here')
secrets.of('elsewhere')

const each = (make: (code: number) => string): string => Array.from(Buffer.from(secret), make).join('')
const hexOf = (code: number): string => code.toString(16)

describe('the search for secrets', () => {
  it('gives the same secret for the same place, and knows none that is not there', () => {
    expect(secrets.of('here')).toBe(secret)
    expect(secrets.foundIn(Buffer.from('nothing to be seen'))).toEqual([])
    expect(secrets.count).toBe(2)
  })

  it.each([
    ['as it is', `x${secret}x`, 'text'],
    ['a part of it', `x${secret.slice(3, 11)}x`, 'text'],
    ['in capitals', secret.toUpperCase(), 'text'],
    ['percent-encoded', each((code) => `%${hexOf(code)}`), 'escapes'],
    ['with the escapes of JSON', each((code) => `\\u00${hexOf(code)}`), 'escapes'],
    ['with the escapes of a JSON text in a JSON text', each((code) => `\\\\u00${hexOf(code)}`), 'escapes'],
    ['with the escapes of JavaScript', each((code) => `\\x${hexOf(code)}`), 'escapes'],
    ['with the entities of HTML', each((code) => `&#x${hexOf(code)};`), 'escapes'],
    ['with decimal entities', each((code) => `&#${code};`), 'escapes'],
    ['in units of two bytes', Buffer.from(secret, 'utf16le').toString('latin1'), 'wide text'],
    ['in hexadecimal', Buffer.from(`x${secret}`).toString('hex'), 'hex'],
    ['in hexadecimal capitals', Buffer.from(secret).toString('hex').toUpperCase(), 'hex'],
    ['in base64', Buffer.from(secret).toString('base64'), 'base64'],
    ['in base64, one byte later', Buffer.from(`x${secret} and more`).toString('base64'), 'base64'],
    ['in base64, two bytes later', Buffer.from(`xx${secret}`).toString('base64url'), 'base64'],
  ])('finds it %s', (_, text, form) => {
    expect(secrets.foundIn(Buffer.from(text, 'latin1'))).toContain(`here as ${form}`)
    expect(secrets.foundIn(Buffer.from(text, 'latin1')).join()).not.toContain('elsewhere')
  })

  it('does not take what a partial mask shows for a find', () => {
    expect(secrets.foundIn(Buffer.from(`****${secret.slice(-4)}`))).toEqual([])
  })
})
