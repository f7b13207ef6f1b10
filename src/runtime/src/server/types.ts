import type { Codec, Sensitivity } from '../codec/types.js'
import type { Principal, Tenant } from '../context/types.js'
import type { ClearancePolicy } from '../masking/types.js'
import type { WireResilience } from '../resilience/index.js'
import type { NoHeaders, WireHeader, WireMedia, WireOperation, WireParameter } from '../wire/index.js'
import type { ServerSelection } from './selection/types.js'

export interface ServerParameter extends WireParameter {
  readonly codec: Codec
}
export interface ServerMedia extends WireMedia {
  /** Absent for binary bodies. For `events` and `lines`: of each item. */
  readonly codec?: Codec
}
export interface ServerHeader extends WireHeader {
  readonly codec: Codec
}
export interface ServerResponse {
  readonly status: string
  /**
   * Method of `respond` that makes this answer. Its arguments, in this order: the status where `status` is a range or
   * `default`, the content type where `content` offers several, the body where there is content, the headers.
   */
  readonly responder: string
  readonly content: readonly ServerMedia[]
  readonly headers?: readonly ServerHeader[]
}

/** One operation with all that is needed to serve it. */
export interface ServerOperation extends Omit<WireOperation, 'parameters' | 'body' | 'responses' | 'idempotency'> {
  readonly parameters?: readonly ServerParameter[]
  readonly body?: { readonly required: boolean; readonly content: readonly ServerMedia[] }
  readonly responses: readonly ServerResponse[]
  readonly idempotency?: ServerIdempotency
  /** The ways that a call of the scope `cross-tenant` may take. */
  readonly pathways?: readonly ServerPathway[]
  /** Name of its handler. Default: `id`. */
  readonly handler?: string
  /** Milliseconds. */
  readonly timeout?: number
  /** What data may be used for here; a handler that reveals something names one of them. Default: whatever it says. */
  readonly purposes?: readonly string[]
  /** Absent: nothing is hidden from anybody, or there is nothing to choose by. */
  readonly selection?: ServerSelection
  readonly resilience?: WireResilience
}

/** One of `x-tenant-pathways`. */
export interface ServerPathway {
  readonly id: string
  /** What for, in words. */
  readonly purpose: string
  /** The highest sensitivity that crosses. Absent: any. */
  readonly ceiling?: Sensitivity
  /** The categories that cross; `contact` covers `contact.email`. Absent: all. */
  readonly categories?: readonly string[]
}

export interface ServerIdempotency {
  readonly mode: 'required' | 'optional'
  readonly key: { readonly in: 'header'; readonly name: string } | { readonly in: 'body'; readonly pointer: string }
  /** Milliseconds. */
  readonly ttl: number
  /** Milliseconds. */
  readonly lease: number
  readonly onLeaseExpired: 'takeover' | 'block'
  readonly scope: 'tenant' | 'principal'
}

/** A security scheme of the contract, as emitted. */
export type ServerSecurityScheme =
  | { readonly type: 'http'; readonly scheme: string; readonly tenantClaim?: string }
  | {
      readonly type: 'apiKey'
      readonly in: 'header' | 'query' | 'cookie'
      readonly name: string
      readonly tenantClaim?: string
    }
  | { readonly type: 'oauth2' | 'openIdConnect'; readonly tenantClaim?: string }
  | { readonly type: 'mutualTLS' }

/** Everything that the generated server passes to the runtime. */
export interface ServerContract {
  readonly name: string
  readonly version: string
  readonly operations: readonly ServerOperation[]
  readonly securitySchemes: Readonly<Record<string, ServerSecurityScheme>>
  readonly dataPolicy: ClearancePolicy
  /** Something in the contract is masked with keys of the tenant. Absent: nothing is. */
  readonly keyedMasks?: true
  /** Whom the API is for, at most. Absent: the contract does not say. */
  readonly audience?: Audience
}

/** `x-audience`, from the nearest to the farthest. */
export type Audience =
  | 'component-internal'
  | 'business-unit-internal'
  | 'company-internal'
  | 'external-partner'
  | 'external-public'

/** What every handler gets; scopes that bind a tenant add `tenant`. */
export interface HandlerRequest {
  readonly signal: AbortSignal
  /** W3C trace id, 32 hex digits. */
  readonly traceId: string
}
export interface TenantHandlerRequest extends HandlerRequest {
  /** Verified: there is no other way to get one. */
  readonly tenant: Tenant
  readonly principal: Principal
}
export interface PlatformHandlerRequest extends HandlerRequest {
  /** Only by the operator's explicit choice. */
  readonly tenant: Tenant | undefined
  readonly principal: Principal
}

/** For operations that declare idempotency. */
export interface IdempotencyContext {
  /** As the caller sent it; undefined where it is optional and none came. */
  readonly key: string | undefined
  /** Rises with each takeover: pass it on to what must refuse a late owner. */
  readonly fence: number
  /** A key for a call further down, bound to this one. */
  derive(step: string): string
  /**
   * Says that nothing was done so far that would be done twice: when the handler fails after this, its key is free again at
   * once, instead of when its lease ends. What it did in a transaction of the store is rolled back, and needs no word.
   */
  nothingDone(): void
}

/** What a handler answers: one of the declared answers, by status. */
export interface Reply<Status extends number, Body, Headers = NoHeaders> {
  readonly status: Status
  readonly body: Body
  readonly headers?: Headers
  /** Where the contract offers several media types for this status. */
  readonly contentType?: string
}

/** An answer without a body. */
export interface EmptyReply<Status extends number, Headers = NoHeaders> {
  readonly status: Status
  readonly body?: undefined
  readonly headers?: Headers
}

/** An answer for which the contract offers several media types: `contentType` tells which. */
export interface ContentReply<Status extends number, ContentType extends string, Body, Headers = NoHeaders>
  extends Reply<Status, Body, Headers> {
  readonly contentType: ContentType
}

/** An answer with headers that the contract requires. */
export type WithHeaders<Answer extends { readonly headers?: unknown }> = Answer & {
  readonly headers: NonNullable<Answer['headers']>
}
