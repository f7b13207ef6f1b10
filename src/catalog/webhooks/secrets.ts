import { createCipheriv, createDecipheriv, hkdfSync, type KeyObject } from 'node:crypto'

/** Keeps the secrets that sign deliveries; they are needed each time, so that a hash would not do. */
export interface SecretBox {
  seal(place: SecretPlace, secret: string): string
  /** Undefined for what was sealed elsewhere, with another key, or changed. */
  open(place: SecretPlace, sealed: string): string | undefined
}

/** Whose secret it is: sealed for one webhook it opens for no other. */
export interface SecretPlace {
  readonly organisation: string
  readonly webhook: string
}

/** A secret as Standard Webhooks writes it: 32 random bytes behind a prefix that scanners know. */
export function createSecret(random: (size: number) => Buffer): string {
  return `whsec_${random(32).toString('base64')}`
}

/**
 * AES-256-GCM with a key for each organisation, derived from the key that signs the audit (HKDF-SHA-256, RFC 5869): there is
 * one secret to look after, and who reads the database alone can sign nothing.
 *
 * @param random bytes that nobody can guess, and that never come again.
 */
export function secretBox(signingKey: KeyObject, random: (size: number) => Buffer): SecretBox {
  const master = signingKey.export({ type: 'pkcs8', format: 'der' })
  const keyOf = ({ organisation }: SecretPlace) =>
    new Uint8Array(hkdfSync('sha256', master, '', `tenantkit/catalog/webhook/=${organisation}`, 32))
  return {
    seal(place, secret) {
      const nonce = random(12)
      const cipher = createCipheriv('aes-256-gcm', keyOf(place), nonce).setAAD(aadOf(place))
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')}`
    },
    open(place, sealed) {
      const bytes = Buffer.from(sealed.replace(/^v1\./, ''), 'base64url')
      if (!sealed.startsWith('v1.') || bytes.length < 28) return undefined
      const decipher = createDecipheriv('aes-256-gcm', keyOf(place), bytes.subarray(0, 12), { authTagLength: 16 })
      decipher.setAAD(aadOf(place)).setAuthTag(bytes.subarray(12, 28))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}

/** An organisation's name has no slash. */
function aadOf({ organisation, webhook }: SecretPlace): Buffer {
  return Buffer.from(`${organisation}/${webhook}`)
}
