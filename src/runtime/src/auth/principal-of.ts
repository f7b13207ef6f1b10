import type { JWTPayload } from 'jose'
import type { Principal } from '../context/index.js'

/** The principal of verified claims. Its clearance is filled in by the server, whose contract names the claim. */
export function principalOf(claims: JWTPayload): Principal {
  return {
    id: claims.sub ?? '',
    issuer: claims.iss,
    scopes: scopesOf(claims),
    clearance: undefined,
    claims,
  }
}

/** `scope` (RFC 8693, section 4.2) as text or list, `scp` and `scopes` as others write it. All present count together. */
function scopesOf(claims: JWTPayload): readonly string[] {
  const found = ['scope', 'scp', 'scopes'].flatMap((name): unknown[] => {
    const value: unknown = Object.hasOwn(claims, name) ? claims[name] : undefined
    return typeof value === 'string' ? value.split(' ') : Array.isArray(value) ? value : []
  })
  return found.filter((scope): scope is string => typeof scope === 'string' && scope !== '')
}
