import { type CryptoKey, importJWK, type JWK, type KeyObject, SignJWT } from 'jose'
import {
  type Actor,
  type CallContext,
  type Clock,
  currentContext,
  type Random,
  randomHex,
  systemClock,
  systemRandom,
  tenantOf,
} from '../context/index.js'
import { ConfigurationError, TenantContextMissing } from '../error/index.js'
import { type ActClaim, contextTokenType, longestLife } from './claims.js'

export interface ContextSignerOptions {
  /** Name of this service: what others know its key by. */
  readonly issuer: string
  /** Private, asymmetric: those that are called must not be able to speak for this service. */
  readonly key: JWK | CryptoKey | KeyObject
  /** Default: of the key, else what goes with its kind. */
  readonly algorithm?: 'ES256' | 'ES384' | 'EdDSA' | 'PS256' | 'RS256' | undefined
  /** Default: of the key, else none. */
  readonly kid?: string | undefined
  /** Seconds, 60 at most. Default: 60. */
  readonly lifetime?: number | undefined
  /** Name of the clearance that this service has by itself: nobody sees more through it. Default: no limit of its own. */
  readonly clearance?: string | undefined
  readonly clock?: Clock | undefined
  readonly random?: Random | undefined
}

export interface ContextSigner {
  /**
   * A context token for one call of the service `audience`. `context`: default the current one.
   *
   * @throws TenantContextMissing where no call is being served, or none that is bound to a tenant and a principal.
   */
  sign(audience: string, options?: SignOptions): Promise<string>
  /**
   * For the option `auth` of a generated client: signs the current call anew for each attempt. The tenant that the client
   * calls for must be that of the call which is being served.
   */
  credential(audience: string): (request: { readonly tenant: string | undefined }) => Promise<string>
}

export interface SignOptions {
  readonly context?: CallContext | undefined
  /** What the call is made for, where the one that is called wants to know. */
  readonly purpose?: string | undefined
}

/** Signs on behalf of whom a service calls another one: short, for one audience, once. */
export function contextSigner(options: ContextSignerOptions): ContextSigner {
  const { issuer, clearance, lifetime = longestLife, clock = systemClock, random = systemRandom } = options
  if (!(lifetime > 0 && lifetime <= longestLife)) {
    throw new ConfigurationError(`context tokens live for ${longestLife} seconds at most`)
  }
  const { algorithm, kid } = headerOf(options)
  let imported: Promise<CryptoKey | KeyObject | Uint8Array> | undefined
  return { sign, credential }

  async function sign(audience: string, { context = currentContext(), purpose }: SignOptions = {}): Promise<string> {
    const tenant = tenantOf(context)
    const { principal } = context
    if (!principal) throw new TenantContextMissing(`${context.operation} is called by nobody`)
    const now = Math.floor(clock.now() / 1000)
    imported ??= keyOf(options.key, algorithm)
    return new SignJWT({
      iss: issuer,
      aud: audience,
      sub: principal.id,
      tid: tenant.id,
      iat: now,
      exp: now + lifetime,
      jti: randomHex(random, 16),
      act: chainOf({ id: issuer, clearance }, principal.actors ?? []),
      ...(principal.scopes.length > 0 && { scope: principal.scopes.join(' ') }),
      ...(principal.clearance !== undefined && { clearance: principal.clearance }),
      ...(purpose !== undefined && { purpose }),
    })
      .setProtectedHeader({ alg: algorithm, typ: contextTokenType, ...(kid !== undefined && { kid }) })
      .sign(await imported)
  }

  function credential(audience: string): (request: { readonly tenant: string | undefined }) => Promise<string> {
    return async ({ tenant }) => {
      const context = currentContext()
      // A client made for one tenant does not speak for another because it is used in its call.
      if (tenant !== undefined && tenant !== tenantOf(context).id) {
        throw new TenantContextMissing(
          `the call to ${audience} is for another tenant than the one that is being served`,
        )
      }
      return sign(audience, { context })
    }
  }
}

/** This service first, then those that it was called by. */
function chainOf(self: Actor, callers: readonly Actor[]): ActClaim {
  let chain: ActClaim | undefined
  for (const { id, clearance } of [self, ...callers].reverse()) {
    chain = { sub: id, ...(clearance !== undefined && { clearance }), ...(chain && { act: chain }) }
  }
  return chain as ActClaim
}

function headerOf({ key, algorithm, kid }: ContextSignerOptions): { algorithm: string; kid: string | undefined } {
  const jwk = 'kty' in key ? key : undefined
  const found = algorithm ?? jwk?.alg ?? byKind[jwk?.kty ?? kindOf(key)]
  if (found === undefined || found.startsWith('HS')) {
    throw new ConfigurationError('context tokens are signed with a private key of an asymmetric algorithm')
  }
  return { algorithm: found, kid: kid ?? jwk?.kid }
}

const byKind: Readonly<Record<string, string | undefined>> = { EC: 'ES256', OKP: 'EdDSA', RSA: 'PS256' }

function kindOf(key: ContextSignerOptions['key']): string {
  if ('asymmetricKeyType' in key) {
    return { ec: 'EC', ed25519: 'OKP', rsa: 'RSA' }[key.asymmetricKeyType as string] ?? ''
  }
  const name = 'algorithm' in key ? key.algorithm.name : ''
  return { ECDSA: 'EC', Ed25519: 'OKP', 'RSA-PSS': 'RSA' }[name] ?? ''
}

async function keyOf(key: ContextSignerOptions['key'], algorithm: string): Promise<CryptoKey | KeyObject | Uint8Array> {
  return 'kty' in key ? importJWK(key, algorithm) : (key as CryptoKey | KeyObject)
}
