import type { AuditSink } from '../audit/index.js'
import type { Authenticator, IssuerTrust } from '../auth/index.js'
import type { Clock, Principal, Random } from '../context/index.js'
import type { GrantDirectory } from '../grant/index.js'
import type { IdempotencyStore } from '../idempotency/index.js'
import type { KeyProvider } from '../keys/index.js'
import type { TokenVault } from '../masking/index.js'
import type { GuardOptions, RatePolicy } from '../resilience/index.js'
import type { KillSwitch, TenantDirectory } from '../tenancy/index.js'
import type { IdempotencyRules } from './idempotency-rules.js'
import type { ClientCertificate, RequestLike } from './request.js'
import type { Telemetry } from './telemetry.js'
import type { Audience } from './types.js'

/** One for all security schemes, or one for each, by the scheme's name in the contract. */
export type Authenticate = Authenticator | Readonly<Record<string, Authenticator>>

/** Options of every generated server; it narrows `handlers`, and requires what its contract cannot do without. */
export interface ServerOptions {
  /** Functions by operation. */
  readonly handlers: object
  /** Who verifies credentials. Required unless every operation is public. */
  readonly authenticate?: Authenticate | undefined
  /** Where idempotency is kept. Required when an operation declares it. */
  readonly idempotency?: IdempotencyStore | undefined
  /** What the contract leaves open about it. Default: see each. */
  readonly idempotencyRules?: IdempotencyRules | undefined
  /** Encrypts what is kept. Default: keys that die with the process, as good as the memory store. */
  readonly keys?: KeyProvider | undefined
  /** Keeps what tokens of strategy `tokenize` stand for. Default: nothing does, and nobody can resolve them. */
  readonly vault?: TokenVault | undefined
  /** Default: nobody is told. */
  readonly audit?: AuditSink | undefined
  /** Which tenants may be served. Default: all that credentials are verified for. */
  readonly tenants?: TenantDirectory | undefined
  /** Stops tenants and operations at once. Default: nothing does. */
  readonly killSwitch?: KillSwitch | undefined
  /** Whether an issuer may speak for a tenant. Default: yes. */
  readonly trustedIssuers?: IssuerTrust | undefined
  /**
   * Who may look at several tenants. Default: a principal whose credentials name no tenant; nobody, where issuers may speak
   * for some tenants only.
   */
  readonly operators?: ((principal: Principal) => boolean | Promise<boolean>) | undefined
  /**
   * Where a caller is from, by its verified credentials; of a call on behalf of somebody, where the service is from that
   * calls, the first of `actors`. Who is from farther away than the contract is for (`x-audience`) is refused; `undefined`
   * is `external-public`. Default: nobody is asked.
   */
  readonly audienceOf?: ((principal: Principal) => Audience | undefined | Promise<Audience | undefined>) | undefined
  /** What lets a call of the scope `cross-tenant` reach another tenant. Default: nothing does. */
  readonly grants?: GrantDirectory | undefined
  /** The tenant that a host name belongs to; it is compared with the verified one. Default: hosts name no tenant. */
  readonly tenantOfHost?: ((host: string) => string | undefined) | undefined
  /** The tenant that a client certificate belongs to; it is compared with the verified one. Default: none does. */
  readonly tenantOfCertificate?: ((certificate: ClientCertificate) => string | undefined) | undefined
  /**
   * The client certificate, where a proxy ends the TLS connections: from headers (RFC 9440) that nobody but the proxy can
   * send. Default: the certificate of the connection.
   */
  readonly certificateOf?: ((headers: (name: string) => readonly string[]) => ClientCertificate | undefined) | undefined
  /** Who counts requests. Default: this process does, where the contract declares a rate. */
  readonly rateLimit?: RateLimiter | undefined
  /** Breakers, bulkheads and rates of operations, over what the contract declares; `false`: none. */
  readonly resilience?: ServerResilience | false | undefined
  /** Where calls are measured. Default: nowhere. */
  readonly telemetry?: Telemetry | undefined
  readonly limits?: Partial<Limits> | undefined
  /** Told about every error that callers see as 500 or 503, with all that it carries: for the service's own log. */
  readonly onError?: ((error: unknown, call: ErrorInfo) => void) | undefined
  /** Prefix of all paths: `/api/v1`. Default: none. */
  readonly basePath?: string | undefined
  readonly clock?: Clock | undefined
  readonly random?: Random | undefined
}

export interface ErrorInfo {
  readonly operation: string | undefined
  readonly traceId: string
}

export interface ServerResilience extends GuardOptions {
  /** Pairs of a tenant and a dependency that are remembered, 128 bytes each. Default: 100,000. */
  readonly capacity?: number | undefined
}

export interface RateRequest {
  readonly operation: string
  /** Verified; undefined where the scope binds none. */
  readonly tenant: string | undefined
  readonly principal: string | undefined
  /** What the contract declares, if it does. */
  readonly limit: DeclaredRate | undefined
  /** As it came: where nobody is verified, where it comes from may be what is counted. */
  readonly request: RequestLike
}

export interface DeclaredRate extends RatePolicy {
  /** Of what is counted together: the contract, or the operation where it has a rate of its own. */
  readonly name: string
  /** True: all tenants take from the same. */
  readonly isShared: boolean
}

/** Seconds to wait, undefined: go ahead; or, for the caller to know, what is left. */
export type RateAnswer = number | undefined | RateDecision

export interface RateDecision {
  /** Seconds to wait; undefined: go ahead. */
  readonly wait: number | undefined
  /** Requests that are left. */
  readonly left: number
  /** Seconds until all of them are there again. */
  readonly reset: number
}

export interface RateLimiter {
  take(request: RateRequest): RateAnswer | Promise<RateAnswer>
}

export interface Limits {
  /** Requests at the same time; any more get 503 at once, before anything is looked at. Default: 10,000. */
  readonly requests: number
  /** Of a body that is decoded. Default: 1 MiB. */
  readonly bodyBytes: number
  /** Of an upload: a multipart or binary body. Default: 16 MiB. */
  readonly uploadBytes: number
  /** Levels of JSON. Default: 256. */
  readonly jsonDepth: number
  /** Items of each array and members of each object, and the pairs of a form. Default: 100,000. */
  readonly jsonItems: number
  /** Lines. Default: 100. */
  readonly headerCount: number
  /** Bytes of all names and values; more than 16 KiB get through `listen` only with its own `maxHeaderSize`. Default: 16 KiB. */
  readonly headerBytes: number
  /** Characters of path and query. Default: 8,192. */
  readonly targetLength: number
  /** Of an answer that is kept for replay; a larger one is not repeated. Default: 1 MiB. */
  readonly replayBytes: number
  /** Milliseconds for a body to come; of a stream, for each piece. Default: 30,000. */
  readonly bodyTime: number
  /**
   * Milliseconds for a caller to take each piece of a streamed answer, of 64 KiB at most; one that takes longer is broken
   * off. Default: 60,000.
   */
  readonly stallTime: number
  /**
   * Milliseconds for one question to the idempotency store, the rate limiter, the keys or the vault; one that takes longer
   * has failed. Default: 5,000.
   */
  readonly storeTime: number
  /**
   * The same for hooks that say who may be served: the verification of a credential with its revocation, operators, trust
   * in issuers, states of tenants, stops, grants. Where one has failed nothing is served: 503. Default: 5,000.
   */
  readonly hookTime: number
  /** Milliseconds for a handler whose operation declares none. Default: 30,000. */
  readonly handlerTime: number
}

export const defaultLimits: Limits = {
  requests: 10_000,
  bodyBytes: 1024 * 1024,
  uploadBytes: 16 * 1024 * 1024,
  jsonDepth: 256,
  jsonItems: 100_000,
  headerCount: 100,
  headerBytes: 16 * 1024,
  targetLength: 8192,
  replayBytes: 1024 * 1024,
  bodyTime: 30_000,
  stallTime: 60_000,
  storeTime: 5_000,
  hookTime: 5_000,
  handlerTime: 30_000,
}
