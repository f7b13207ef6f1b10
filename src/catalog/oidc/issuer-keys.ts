import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose'
import { fetchBounded } from './fetch-bounded.js'
import { cooldown, remembering } from './remembering.js'
import { isKeyAddress } from './service-address.js'

/** The issuer says something of itself that cannot be, or nothing at all. */
export class IssuerUnusableError extends Error {
  override readonly name = 'IssuerUnusableError'
}

/**
 * Finds the keys of issuers by what they publish (OpenID Connect Discovery 1.0), and remembers them.
 *
 * @returns throws IssuerUnusableError for an issuer whose keys cannot be found.
 */
export function issuerKeys(now: () => Date): (issuer: string) => Promise<JWTVerifyGetKey> {
  return remembering(discover, now)
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const { issuer: named, jwks_uri: place } = await metadataOf(address)
  if (named !== issuer) throw new IssuerUnusableError('it names another issuer')
  if (!isKeyAddress(place, issuer)) throw new IssuerUnusableError('its keys lie where they cannot be')
  // A key that is not known is looked for again, but not before the last time is over.
  return createRemoteJWKSet(new URL(place), {
    cooldownDuration: cooldown,
    cacheMaxAge: 600_000,
    [customFetch]: fetchBounded,
  })
}

async function metadataOf(address: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const response = await fetchBounded(address, { headers: { accept: 'application/json' } })
    const metadata: unknown = response.status === 200 ? await response.json() : undefined
    if (typeof metadata === 'object' && metadata !== null) return { ...metadata }
  } catch (cause) {
    throw new IssuerUnusableError('it does not answer', { cause })
  }
  throw new IssuerUnusableError('it does not say what it is')
}
