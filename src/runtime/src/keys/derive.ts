import { hkdfSync } from 'node:crypto'
import type { SecretKey, TenantKeys } from './types.js'

/** A key for one purpose: HKDF-SHA-256 (RFC 5869) of the tenant's secret. 32 bytes. */
export function deriveKey(key: SecretKey, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key.secret, '', `tenantkit/1/${purpose}`, 32))
}

/**
 * Keys of a tenant out of masters that all tenants share. One tenant's keys say nothing about another's. Derived when they
 * are first asked for: most calls need none.
 *
 * @param current names the master that writes; it must be one of them.
 */
export function tenantKeysOf(
  masters: ReadonlyMap<string, Uint8Array>,
  current: string,
  tenant: string | undefined,
): TenantKeys {
  const info = tenant === undefined ? 'tenantkit/1/no-tenant' : `tenantkit/1/tenant/${tenant}`
  const derived = new Map<string, SecretKey>()
  const find = (id: string): SecretKey | undefined => {
    const master = masters.get(id)
    if (!master) return undefined
    const key = derived.get(id) ?? { id, secret: new Uint8Array(hkdfSync('sha256', master, '', info, 32)) }
    derived.set(id, key)
    return key
  }
  return {
    get current() {
      return find(current) as SecretKey
    },
    find,
  }
}
