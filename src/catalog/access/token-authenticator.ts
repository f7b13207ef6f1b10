import { timingSafeEqual } from 'node:crypto'
import type { Authentication, Authenticator } from '@tenantkit/runtime'
import { sha256 } from '../../util/sha256.js'
import type { TokenRecord } from '../store/index.js'
import { permissions } from './permissions.js'
import { parseToken } from './token-text.js'

/** Verifies the catalog's own tokens. Each call looks into the store: a token that was revoked is refused at once. */
export function tokenAuthenticator(
  find: (id: string) => Promise<TokenRecord | undefined>,
  now: () => Date,
): Authenticator {
  return {
    async authenticate({ kind, value }): Promise<Authentication> {
      const presented = kind === 'bearer' ? parseToken(value) : undefined
      if (!presented) return { outcome: 'refused', reason: 'no-token-of-the-catalog' }
      const record = await find(presented.id)
      // The work is the same whether there is such a token or not.
      const holds = isSame(sha256(presented.secret), record?.hash ?? nobody)
      if (!record || !holds) return { outcome: 'refused', reason: 'token-unknown' }
      if (record.organisation !== presented.organisation)
        return { outcome: 'refused', reason: 'token-of-another-organisation' }
      return authenticationOf(record, now())
    },
  }
}

/** What a token lets do now, of which it is known already that the caller has it. */
export function authenticationOf(record: TokenRecord, now: Date): Authentication {
  if (record.revoked) return { outcome: 'refused', reason: 'token-revoked' }
  if (record.expiresAt <= now.toISOString()) return { outcome: 'refused', reason: 'token-expired' }
  return authenticated(record)
}

const nobody = '0'.repeat(64)

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other))
}

function authenticated(record: TokenRecord): Authentication {
  const { organisation, permissions: granted, namespaces, origin } = record
  return {
    outcome: 'authenticated',
    tenant: organisation,
    principal: {
      id: actorOf(record),
      issuer: undefined,
      scopes: granted.includes('admin') ? permissions : granted,
      clearance: undefined,
      claims: { organisation, namespaces, ...(origin && { origin }) },
    },
  }
}

/** Whose deeds they are. Jobs of one policy are one and the same: what one of them has published, no other one approves. */
function actorOf({ id, origin, person }: TokenRecord): string {
  if (origin) return `trust:${origin.trust}`
  return person ? `person:${person.subject}` : `token:${id}`
}
