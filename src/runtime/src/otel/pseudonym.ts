import { createHmac } from 'node:crypto'
import { createBounded } from '../context/index.js'
import { ConfigurationError } from '../error/index.js'

/**
 * Names tenants for telemetry: HMAC-SHA-256, 16 hex digits. The same tenant has the same name as long as the key is the
 * same; without the key nobody can tell whose it is.
 *
 * @param key 32 bytes or more.
 */
export function pseudonymOf(key: Uint8Array): (tenant: string) => string {
  if (key.length < 32) throw new ConfigurationError('the key of pseudonyms has less than 32 bytes')
  const known = createBounded<string>(10_000)
  return (tenant) => {
    const name = known.get(tenant) ?? createHmac('sha256', key).update(tenant).digest('hex').slice(0, 16)
    known.set(tenant, name)
    return name
  }
}
