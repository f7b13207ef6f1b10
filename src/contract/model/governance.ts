import type { Origin } from './origin.js'

/** A value of the vocabulary with the place it was declared at, which may be an ancestor. */
export interface Annotated<T> {
  readonly value: T
  readonly at: Origin
  /** True when an ancestor declared it. */
  readonly inherited?: boolean
}

export const tenantScopes = ['tenant', 'cross-tenant', 'shared', 'platform', 'public'] as const
export type ScopeName = (typeof tenantScopes)[number]

export interface TenantScope {
  readonly scope: ScopeName
  readonly isolation?: 'silo' | 'bridge' | 'pool'
  readonly pathways?: readonly string[]
  readonly justification?: string
}

export interface TenantKey {
  readonly source?: 'token' | 'path' | 'header' | 'query' | 'payload'
  readonly claim?: string
  readonly kind?: 'tenant' | 'organization' | 'workspace' | 'project'
}

/** In rising order. */
export const sensitivities = ['public', 'internal', 'confidential', 'restricted'] as const
export type Sensitivity = (typeof sensitivities)[number]

export const categories = [
  'personal',
  'contact',
  'identifier',
  'government-id',
  'financial',
  'payment-card',
  'health',
  'biometric',
  'genetic',
  'location',
  'behavioural',
  'special',
  'child',
  'credential',
  'secret',
  'telemetry',
  'business',
  'other',
] as const
export type CategoryName = (typeof categories)[number]

export interface Classification {
  readonly sensitivity?: Sensitivity
  /** A category name with optional dotted detail: `contact.email`. */
  readonly category?: string
  readonly masking?: Masking
  readonly subject?: string
  readonly regulation?: readonly string[]
  readonly purpose?: readonly string[]
  readonly ceiling?: Sensitivity
  readonly override?: { readonly reason: string; readonly approvedBy?: string }
}

export const maskingStrategies = ['full', 'partial', 'regex', 'hash', 'remove', 'tokenize', 'encrypt'] as const
export interface Masking {
  readonly strategy: (typeof maskingStrategies)[number]
  readonly keep?: number
  readonly pattern?: string
  readonly replacement?: string
  readonly maskChar?: string
  readonly resultSensitivity?: Sensitivity
}

export interface Pathway {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly purpose: string
  readonly ceiling?: Sensitivity
  readonly categories?: readonly string[]
  readonly requires: 'grant' | 'terms'
  readonly at: Origin
}

export interface Clearance {
  /** The highest sensitivity shown unmasked. */
  readonly max: Sensitivity
  /** Categories shown whatever their sensitivity. */
  readonly reveal: readonly string[]
  readonly purpose?: string
}

export interface DataPolicy {
  readonly default?: Clearance
  readonly clearances: ReadonlyMap<string, Clearance>
  /** Claim of the token that names the clearance. */
  readonly clearanceClaim: string
  readonly unclassified: 'allow' | 'warn' | 'restrict'
  /** Absent: nobody declared one, and what holds then stands here. */
  readonly at?: Origin
}

export interface Residency {
  readonly regions: readonly string[]
  readonly mode: 'strict' | 'preferred' | 'any'
  readonly transfer?: { readonly to: readonly string[]; readonly mechanism: string }
}

export interface Retention {
  /** ISO 8601 duration, `none` or `tenant-lifetime`. */
  readonly period: string
  readonly from?: string
  readonly onExpiry?: 'delete' | 'anonymize' | 'archive'
  readonly legalHold?: boolean
  readonly erasure?: { readonly operationId?: string; readonly channel?: string; readonly within?: string }
}

export interface Idempotency {
  readonly mode: 'required' | 'optional' | 'off'
  readonly key: { readonly in: 'header'; readonly name: string } | { readonly in: 'body'; readonly pointer: string }
  /** Milliseconds. */
  readonly ttl?: number
  /** Milliseconds. */
  readonly lease?: number
  readonly onLeaseExpired?: 'takeover' | 'block'
  readonly scope: 'tenant' | 'principal'
}

export interface Resilience {
  /** Milliseconds. */
  readonly timeout?: number
  readonly retry?: { readonly attempts: number; readonly budget?: number }
  /** Shares from 0 to 1, milliseconds. */
  readonly breaker?: {
    readonly failures?: number
    readonly minimum?: number
    readonly window?: number
    readonly openFor?: number
  }
  /** `per` in milliseconds. */
  readonly rateLimit?: { readonly requests: number; readonly per: number }
  readonly bulkhead?: number
  readonly per: 'tenant' | 'dependency'
}

export interface DataFlow {
  readonly purpose?: string
  readonly reads: readonly string[]
  readonly emits: readonly string[]
  readonly pathway?: string
}

export interface Lifecycle {
  readonly state: 'draft' | 'experimental' | 'active' | 'deprecated' | 'retired'
  /** ISO 8601 calendar date. */
  readonly sunset?: string
  readonly successor?: string
}

export interface Owner {
  readonly team: string
  readonly contact?: string
  readonly chat?: string
}

/** What may be declared on an operation, a path, a channel or the document, after inheritance (nearest wins). */
export interface Governance {
  readonly scope?: Annotated<TenantScope>
  readonly classification?: Annotated<Classification>
  readonly residency?: Annotated<Residency>
  readonly retention?: Annotated<Retention>
  readonly idempotency?: Annotated<Idempotency>
  readonly resilience?: Annotated<Resilience>
  readonly lifecycle?: Annotated<Lifecycle>
  readonly compensatedBy?: Annotated<string>
  readonly dataFlow?: Annotated<DataFlow>
  /** Declared on this very node in a way that cannot be read: then no ancestor speaks in its stead. */
  readonly unreadable?: ReadonlySet<string>
}
