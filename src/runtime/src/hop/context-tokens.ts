import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose'
import {
  type Authentication,
  type Authenticator,
  type IssuerTrust,
  type PublicKeys,
  publicKeys,
} from '../auth/index.js'
import { type Actor, type Clock, isTenantId, type Principal, systemClock } from '../context/index.js'
import { own } from '../wire/index.js'
import { contextTokenType, longestLife, mostActors } from './claims.js'
import { type SpentTokens, spentTokens } from './spent-tokens.js'

/** A service that may call. */
export interface ContextIssuer {
  /** Its public keys. */
  readonly keys: PublicKeys
  /** Which tenants it may speak for. Default: all that it is called for itself. */
  readonly trust?: IssuerTrust | undefined
  /** Name of the clearance beyond which nobody sees anything through it, whatever it says itself. */
  readonly clearance?: string | undefined
  /** Scopes that it may pass on. Default: those that it was given. */
  readonly scopes?: readonly string[] | undefined
}

export interface ContextTokensOptions {
  /** Name of this service: the only one whose tokens are accepted. */
  readonly audience: string
  /** Services that may call, by their name. */
  readonly issuers: Readonly<Record<string, ContextIssuer>>
  /** Where used tokens are remembered. Default: in this process. */
  readonly spent?: SpentTokens | undefined
  /** Seconds by which the clocks may differ. Default: 5. */
  readonly clockTolerance?: number | undefined
  readonly clock?: Clock | undefined
}

const algorithms = ['ES256', 'ES384', 'EdDSA', 'PS256', 'RS256']

/**
 * Accepts calls of other services on behalf of their callers, by the tokens of their `contextSigner`: signed by the
 * service that they name, made for this one, younger than a minute, and used once.
 */
export function contextTokens(options: ContextTokensOptions): Authenticator {
  const { audience, issuers, clock = systemClock, spent = spentTokens(), clockTolerance = 5 } = options
  const keys = new Map(Object.entries(issuers).map(([name, issuer]) => [name, publicKeys(issuer.keys)]))
  const answers = new WeakMap<object, { readonly value: string; readonly answer: Promise<Authentication> }>()
  return {
    authenticate({ kind, value, request = {} }) {
      if (kind !== 'bearer') return refused('not-a-bearer-token')
      // Two schemes of one operation may read the same header: that is one use of the token.
      const known = answers.get(request)
      if (known?.value === value) return known.answer
      const answer = verify(value)
      answers.set(request, { value, answer })
      return answer
    },
  }

  async function verify(value: string): Promise<Authentication> {
    const name = issuerOf(value)
    const key = name === undefined ? undefined : keys.get(name)
    const issuer = name === undefined ? undefined : own(issuers, name)
    if (name === undefined || !key || !issuer) return refused('issuer-unknown')
    let claims: JWTPayload
    try {
      const verified = await jwtVerify(value, key, {
        algorithms,
        audience,
        clockTolerance,
        issuer: name,
        typ: contextTokenType,
        maxTokenAge: longestLife,
        requiredClaims: ['exp', 'iat', 'jti', 'sub', 'tid', 'act'],
        currentDate: new Date(clock.now()),
      })
      claims = verified.payload
    } catch (error) {
      return refused(error instanceof errors.JOSEError ? error.code.toLowerCase().replaceAll('_', '-') : 'unreadable')
    }
    const read = readClaims(claims, name, issuer)
    if (typeof read === 'string') return refused(read)
    const { id, until } = read
    try {
      if (!(await spent.spend(id, until + clockTolerance * 1000, clock.now()))) return refused('token-spent')
    } catch {
      return { outcome: 'unavailable', reason: 'spent-tokens-not-known' }
    }
    return {
      outcome: 'authenticated',
      principal: read.principal,
      tenant: read.tenant,
      ...(issuer.trust && { trust: issuer.trust }),
    }
  }
}

function refused(reason: string): Authentication {
  return { outcome: 'refused', reason }
}

/** Whom the token claims to be of: only to find the keys that it must hold by. */
function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss
  } catch {
    return undefined
  }
}

interface Read {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly until: number
  readonly tenant: string
  readonly principal: Principal
}

/** What the claims say; else the reason why they say nothing. */
function readClaims(claims: JWTPayload, name: string, issuer: ContextIssuer): Read | string {
  const { sub, jti, iat = 0, exp = 0, tid } = claims
  if (exp - iat > longestLife) return 'token-lives-too-long'
  if (!isText(sub) || !isText(jti)) return 'claims-malformed'
  if (!isTenantId(tid)) return 'tenant-claim-malformed'
  const chain = actorsOf(claims['act'])
  if (typeof chain === 'string') return chain
  // Nobody signs for another service, nor leaves itself out.
  if (chain[0]?.id !== name) return 'actor-is-not-the-issuer'
  const scopes = isText(claims['scope']) ? claims['scope'].split(' ').filter((scope) => scope !== '') : []
  const passed = issuer.scopes ? scopes.filter((scope) => issuer.scopes?.includes(scope)) : scopes
  const limit = issuer.clearance === undefined ? [] : [{ id: name, clearance: issuer.clearance }]
  return {
    id: `${name.length}:${name}${jti}`,
    until: exp * 1000,
    tenant: tid,
    principal: {
      id: sub,
      issuer: name,
      scopes: passed,
      clearance: isText(claims['clearance']) ? claims['clearance'] : undefined,
      claims,
      actors: [...chain, ...limit],
    },
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

/** Those that act for the subject, the caller first. A chain that is too long or comes back to somebody is refused. */
function actorsOf(claim: unknown): readonly Actor[] | string {
  const actors: Actor[] = []
  for (let act: unknown = claim; act !== undefined; ) {
    if (typeof act !== 'object' || act === null) return 'actor-malformed'
    const { sub, clearance, act: before } = act as Readonly<Record<string, unknown>>
    if (!isText(sub) || !(clearance === undefined || isText(clearance))) return 'actor-malformed'
    if (actors.some(({ id }) => id === sub)) return 'actors-in-a-loop'
    if (actors.push({ id: sub, ...(clearance !== undefined && { clearance }) }) > mostActors) return 'too-many-actors'
    act = before
  }
  return actors.length > 0 ? actors : 'actor-malformed'
}
