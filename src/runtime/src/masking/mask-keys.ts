import { createHmac } from 'node:crypto'
import { type Random, systemRandom } from '../context/index.js'
import { deriveKey, open, seal, type TenantKeys } from '../keys/index.js'
import type { MaskKeys } from './types.js'

export interface MaskKeysOptions {
  /** Keys of the tenant whose data is masked. */
  readonly keys: TenantKeys
  /** Undefined for data of no tenant. */
  readonly tenant: string | undefined
  /** Default: the system's. */
  readonly random?: Random
}

/** Pseudonyms, tokens and ciphertexts under the keys of one tenant. The key's id stands in front, for its rotation. */
export function createMaskKeys({ keys, tenant, random = systemRandom }: MaskKeysOptions): MaskKeys {
  return {
    pseudonym: (text, field) => tagged(keys, 'mask/hash', [tenantPart(tenant), field, text]),
    token: (text) => `tok_${tagged(keys, 'mask/token', [tenantPart(tenant), text])}`,
    encrypt: (text, field) => seal(text, keys, { purpose: encryption, place: placeOf(tenant, field) }, random),
  }
}

/** The text of a masked value by strategy `encrypt`; see {@link open} for what else may come out. */
export function openMasked(
  sealed: string,
  field: string,
  { keys, tenant }: Omit<MaskKeysOptions, 'random'>,
): ReturnType<typeof open> {
  return open(sealed, keys, { purpose: encryption, place: placeOf(tenant, field) })
}

const encryption = 'mask/encrypt'

function tagged(keys: TenantKeys, purpose: string, parts: readonly string[]): string {
  const { current } = keys
  const hash = createHmac('sha256', deriveKey(current, purpose))
  // Lengths first, so that no choice of parts can imitate another.
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part)
  return `${current.id}.${hash.digest('base64url').slice(0, 32)}`
}

function placeOf(tenant: string | undefined, field: string): string {
  const owner = tenantPart(tenant)
  return `${owner.length}:${owner}${field}`
}

function tenantPart(tenant: string | undefined): string {
  return tenant === undefined ? '' : tenant
}
