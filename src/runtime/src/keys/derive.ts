import { hkdfSync } from 'node:crypto'
import type { SecretKey, TenantKeys } from './types.js'

/** A key for one purpose: HKDF-SHA-256 (RFC 5869) of the tenant's secret. 32 bytes. */
export function deriveKey(key: SecretKey, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key.secret, '', `tenantkit/1/${purpose}`, 32))
}

/**
 * Keys of a tenant out of masters that all tenants share. One tenant's keys say nothing about another's.
 *
 * @param masters by id; in the order of the file, the one named `current` writes.
 */
export function tenantKeysOf(
  masters: ReadonlyMap<string, Uint8Array>,
  current: string,
  tenant: string | undefined,
): TenantKeys {
  const info = tenant === undefined ? 'tenantkit/1/no-tenant' : `tenantkit/1/tenant/${tenant}`
  const find = (id: string): SecretKey | undefined => {
    const master = masters.get(id)
    return master && { id, secret: new Uint8Array(hkdfSync('sha256', master, '', info, 32)) }
  }
  return { current: find(current) as SecretKey, find }
}
