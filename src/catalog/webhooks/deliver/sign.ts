import { createHmac } from 'node:crypto'

export interface Signed {
  /** Of the event; the same with each attempt. */
  readonly id: string
  readonly at: Date
  /** Byte for byte as it is sent. */
  readonly body: string
}

/**
 * Headers that show who has sent something, and when: HMAC-SHA-256 over `id.timestamp.body`, once with each secret that
 * holds, as Standard Webhooks 1.0 lays it out (https://www.standardwebhooks.com).
 *
 * @param secrets `whsec_` and the key in base64.
 */
export function signatureHeaders(
  { id, at, body }: Signed,
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
