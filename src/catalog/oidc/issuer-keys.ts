import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose'
import { fetchBounded } from './fetch-bounded.js'
import { isKeyAddress } from './service-address.js'

/** The issuer says something of itself that cannot be, or nothing at all. */
export class IssuerUnusableError extends Error {
  override readonly name = 'IssuerUnusableError'
}

/** Milliseconds for which what was found out holds, and after which an issuer that did not answer is asked again. */
const freshFor = 3_600_000
const cooldown = 30_000

interface Known {
  readonly keys: Promise<JWTVerifyGetKey>
  /** Milliseconds since 1970. */
  readonly until: number
}

export interface IssuerKeys {
  /** @throws IssuerUnusableError for an issuer whose keys cannot be found. */
  of(issuer: string): Promise<JWTVerifyGetKey>
}

/**
 * Finds the keys of issuers by what they publish (OpenID Connect Discovery 1.0), and remembers them. Whoever calls has made
 * sure that the issuer may be asked: there are only so many of those, and so only so much is remembered.
 */
export function createIssuerKeys(now: () => Date): IssuerKeys {
  const known = new Map<string, Known>()
  return {
    of(issuer) {
      const at = now().getTime()
      const found = known.get(issuer)
      if (found && at < found.until) return found.keys
      const keys = discover(issuer)
      known.set(issuer, { keys, until: at + freshFor })
      // Nobody makes us ask it all the time. The failure itself is for those who wait for it.
      keys.catch(() => known.set(issuer, { keys, until: at + cooldown }))
      return keys
    },
  }
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
