import { type Random, systemRandom } from '../context/index.js'
import type { KeyContext, KeyWrapper } from './envelope-keys.js'
import { open, type SealPlace, seal } from './seal.js'
import type { KeyProvider } from './types.js'

/**
 * Wraps the keys of tenants by the keys of another provider, in place of a key management service:
 * `envelopeKeys({ wrapper: wrapWith(fileKeys('keys.json')), store: folderKeyStore('tenants') })`.
 */
export function wrapWith(provider: KeyProvider, random: Random = systemRandom): KeyWrapper {
  return {
    async wrap(key, context) {
      return seal(Buffer.from(key).toString('base64'), await provider.keysOf(undefined), placeOf(context), random)
    },
    async unwrap(wrapped, context) {
      const opened = open(wrapped, await provider.keysOf(undefined), placeOf(context))
      if (opened === 'shredded') return undefined
      if (opened === 'forged') throw new TypeError('a wrapped key was changed, or belongs to another tenant')
      return new Uint8Array(Buffer.from(opened.text, 'base64'))
    },
  }
}

function placeOf({ tenant, key }: KeyContext): SealPlace {
  return { purpose: 'wrap', place: `${tenant.length}:${tenant}${key}` }
}
