import { createHmac } from 'node:crypto'
import { type Random, systemRandom } from '../context/index.js'
import { deriveKey, open, type SealPlace, seal, type TenantKeys } from '../keys/index.js'
import type { MaskKeys } from './types.js'

export interface MaskKeysOptions {
  /** Keys of the tenant whose data is masked. */
  readonly keys: TenantKeys
  /** Undefined for data of no tenant. */
  readonly tenant: string | undefined
  /** Default: the system's. */
  readonly random?: Random
  /** Told about each token and the sealed text that it stands for, for a vault. Default: nobody can resolve tokens. */
  readonly issued?: ((token: string, sealed: string) => void) | undefined
}

/** Pseudonyms, tokens and ciphertexts under the keys of one tenant. The key's id is in each, for its rotation. */
export function createMaskKeys({ keys, tenant, random = systemRandom, issued }: MaskKeysOptions): MaskKeys {
  const owner = tenant ?? ''
  return {
    pseudonym: (text, field) => `psn_${tagged(keys, 'mask/hash', [owner, field, text])}`,
    token(text) {
      const token = `tok_${tagged(keys, 'mask/token', [owner, text])}`
      issued?.(token, seal(text, keys, tokenPlace(tenant, token), random))
      return token
    },
    encrypt: (text, field) => seal(text, keys, fieldPlace(tenant, field), random),
  }
}

/** The text of a masked value by strategy `encrypt`; see {@link open} for what else may come out. */
export function openMasked(
  sealed: string,
  field: string,
  { keys, tenant }: Pick<MaskKeysOptions, 'keys' | 'tenant'>,
): ReturnType<typeof open> {
  return open(sealed, keys, fieldPlace(tenant, field))
}

/** The text that a token stands for, out of what a vault has kept for it. */
export function openToken(
  sealed: string,
  token: string,
  { keys, tenant }: Pick<MaskKeysOptions, 'keys' | 'tenant'>,
): ReturnType<typeof open> {
  return open(sealed, keys, tokenPlace(tenant, token))
}

function tagged(keys: TenantKeys, purpose: string, parts: readonly string[]): string {
  const { current } = keys
  const hash = createHmac('sha256', deriveKey(current, purpose))
  // Lengths first, so that no choice of parts can imitate another.
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part)
  return `${current.id}.${hash.digest('base64url').slice(0, 32)}`
}

/** Additional data of the ciphertext: tenant and field; {@link seal} adds purpose and key. */
function fieldPlace(tenant: string | undefined, field: string): SealPlace {
  return { purpose: 'mask/encrypt', place: owned(tenant, field) }
}

function tokenPlace(tenant: string | undefined, token: string): SealPlace {
  return { purpose: 'mask/vault', place: owned(tenant, token) }
}

function owned(tenant: string | undefined, what: string): string {
  const owner = tenant ?? ''
  return `${owner.length}:${owner}${what}`
}
