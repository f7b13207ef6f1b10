import { hkdfSync, type KeyObject } from 'node:crypto'
import type { KeyProvider, SecretKey } from '@tenantkit/runtime'

/**
 * Keys for cursors, derived from the key that signs the audit (HKDF-SHA-256, RFC 5869), for each organisation its own: all
 * processes that share the one share the others, and there is one secret to look after.
 */
export function cursorKeys(signingKey: KeyObject): KeyProvider {
  const secret = signingKey.export({ type: 'pkcs8', format: 'der' })
  return {
    keysOf(tenant) {
      const info = `tenantkit/catalog/cursor/${tenant === undefined ? '' : `=${tenant}`}`
      const current: SecretKey = { id: 'c1', secret: new Uint8Array(hkdfSync('sha256', secret, '', info, 32)) }
      return { current, find: (id) => (id === current.id ? current : undefined) }
    },
  }
}
