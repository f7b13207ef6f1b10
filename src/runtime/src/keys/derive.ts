import { hkdfSync } from 'node:crypto'
import { createBounded } from '../context/index.js'
import type { KeyProvider, SecretKey, TenantKeys } from './types.js'

const derivedKeys = new WeakMap<SecretKey, Map<string, Uint8Array>>()

/**
 * A key for one purpose: HKDF-SHA-256 (RFC 5869) of the tenant's secret. 32 bytes. Remembered as long as its secret is:
 * purposes are few, and a response may hold hundreds of masked values.
 */
export function deriveKey(key: SecretKey, purpose: string): Uint8Array {
  let known = derivedKeys.get(key)
  if (!known) derivedKeys.set(key, (known = new Map<string, Uint8Array>()))
  let derived = known.get(purpose)
  if (!derived) {
    derived = new Uint8Array(hkdfSync('sha256', key.secret, '', `tenantkit/1/${purpose}`, 32))
    known.set(purpose, derived)
  }
  return derived
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

/** Tenants whose derived keys are remembered. */
const rememberedTenants = 1000

/** A provider that derives the keys of all tenants from the same masters. It cannot shred the keys of one of them. */
export function derivingKeys(masters: ReadonlyMap<string, Uint8Array>, current: string): KeyProvider {
  const known = createBounded<TenantKeys>(rememberedTenants)
  return {
    keysOf(tenant) {
      const name = tenant === undefined ? '' : `=${tenant}`
      let keys = known.get(name)
      if (!keys) known.set(name, (keys = tenantKeysOf(masters, current, tenant)))
      return keys
    },
  }
}
