import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { Random } from '../context/index.js'
import { deriveKey } from './derive.js'
import type { TenantKeys } from './types.js'

/** What the ciphertext is for, and where it belongs: it cannot be opened anywhere else. */
export interface SealPlace {
  /** `idempotency`: derives a key of its own. */
  readonly purpose: string
  /** Bound to the ciphertext: opening with another one fails. */
  readonly place: string
}

/**
 * Encrypts with AES-256-GCM: `tk1.<key id>.<nonce>.<ciphertext and tag>`, each base64url. The nonce is random, 96 bits:
 * safe for 2^32 texts a key, so rotate before.
 */
export function seal(text: string, keys: TenantKeys, at: SealPlace, random: Random): string {
  const key = keys.current
  const nonce = random.bytes(12)
  const cipher = createCipheriv('aes-256-gcm', deriveKey(key, at.purpose), nonce)
  cipher.setAAD(additionalData(at, key.id))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `tk1.${key.id}.${Buffer.from(nonce).toString('base64url')}.${sealed.toString('base64url')}`
}

/** The text of {@link seal}; `shredded` when its key is gone, `forged` when it was changed or belongs elsewhere. */
export function open(
  sealed: string,
  keys: TenantKeys,
  at: SealPlace,
): { readonly text: string } | 'shredded' | 'forged' {
  const [version, id, nonce, body, ...rest] = sealed.split('.')
  if (version !== 'tk1' || id === undefined || nonce === undefined || body === undefined || rest.length > 0)
    return 'forged'
  const key = keys.find(id)
  if (!key) return 'shredded'
  const bytes = Buffer.from(body, 'base64url')
  if (bytes.length < tagLength) return 'forged'
  try {
    const decipher = createDecipheriv('aes-256-gcm', deriveKey(key, at.purpose), Buffer.from(nonce, 'base64url'), {
      authTagLength: tagLength,
    })
    decipher.setAAD(additionalData(at, id))
    decipher.setAuthTag(bytes.subarray(-tagLength))
    return { text: decipher.update(bytes.subarray(0, -tagLength), undefined, 'utf8') + decipher.final('utf8') }
  } catch {
    return 'forged'
  }
}

const tagLength = 16

function additionalData(at: SealPlace, key: string): Buffer {
  return Buffer.from([at.purpose, at.place, key].map((part) => `${Buffer.byteLength(part)}:${part}`).join(''))
}
