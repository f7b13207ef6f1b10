import type { EventType } from '../events/index.js'
import type {
  CatalogEntry,
  ConsumerUse,
  Coordinates,
  Facts,
  NamespaceRules,
  ParticipantKind,
  PersonOrigin,
  TokenOrigin,
  TrustPolicy,
} from '../model/index.js'

export interface NamespaceRecord {
  readonly name: string
  readonly rules: NamespaceRules
}

export interface ContractRecord {
  readonly namespace: string
  readonly name: string
  readonly protocol: 'openapi' | 'asyncapi'
  readonly title: string
  readonly owner?: string
  /** The newest version that is published. */
  readonly latest?: string
  /** How many there are, in any state. */
  readonly versions: number
  readonly createdAt: string
}

export type VersionState = 'published' | 'pending' | 'rejected'

export interface Provenance {
  readonly commit?: string | undefined
  readonly repository?: string | undefined
  readonly workflow?: string | undefined
  /** Absent where the publisher alone says so. */
  readonly verified?: VerifiedProvenance | undefined
}

/** What the issuer of the publisher's ID token has signed beside what `Provenance` has of it. */
export type VerifiedProvenance = { readonly trust: string } & Omit<
  TokenOrigin['provenance'],
  'commit' | 'repository' | 'workflow'
>

export interface VersionRecord extends Coordinates {
  readonly digest: string
  readonly title: string
  readonly state: VersionState
  readonly publishedAt: string
  readonly publishedBy: string
  readonly released: boolean
  readonly facts: Facts
  readonly provenance?: Provenance
  /** State of the contract as a whole, as it says itself. */
  readonly lifecycle?: string
}

export interface Participant extends Coordinates {
  readonly kind: ParticipantKind
}

export interface DeploymentRecord {
  readonly environment: string
  readonly participant: Participant
  readonly at: string
  readonly by: string
}

/** A use of a contract, with the version of it that the consumer was built with. */
export interface RegisteredUse extends ConsumerUse {
  readonly contractVersion: string
}

export interface TokenRecord {
  readonly id: string
  readonly organisation: string
  readonly name: string
  readonly hash: string
  readonly permissions: readonly string[]
  /** Patterns of namespaces that it may write to. */
  readonly namespaces: readonly string[]
  readonly createdAt: string
  readonly expiresAt: string
  readonly revoked: boolean
  /** Of a token that was exchanged for that of a job. */
  readonly origin?: TokenOrigin
  /** Whose it is. Without permissions it stands for a session: it lets do what they may, and nobody has its secret. */
  readonly person?: PersonOrigin
}

/** A policy of an organisation, and who has made it. */
export interface TrustRecord extends TrustPolicy {
  readonly createdAt: string
  readonly createdBy: string
}

/** An entry, and the version that it is found in. */
export type SearchHit = Coordinates & CatalogEntry

/** One line of the audit as the catalog shows it; the line itself is what the chain holds to. */
export interface AuditRecord {
  readonly position: number
  readonly sequence: number
  readonly kind: 'link' | 'checkpoint'
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly line: string
}

export interface WebhookRecord {
  readonly organisation: string
  readonly id: string
  readonly url: string
  /** Absent: all. */
  readonly events?: readonly EventType[] | undefined
  /** Patterns. */
  readonly namespaces: readonly string[]
  readonly state: 'enabled' | 'disabled'
  /** Encrypted. */
  readonly secret: string
  /** What still signs beside it. */
  readonly oldSecret?: { readonly secret: string; readonly until: string } | undefined
  readonly createdAt: string
  readonly createdBy: string
  /** Since when nothing could be delivered. */
  readonly failingSince?: string | undefined
  /** Why it is disabled. */
  readonly disabledBecause?: string | undefined
}

export type DeliveryState = 'waiting' | 'delivered' | 'dead'

/** One event for one webhook, and what has come of it. */
export interface DeliveryRecord {
  readonly event: {
    readonly id: string
    readonly sequence: number
    readonly type: EventType
    readonly subject: string
    readonly at: string
  }
  readonly state: DeliveryState
  readonly attempts: number
  /** When it is tried next, while it waits. */
  readonly dueAt?: string
  readonly changedAt: string
  /** Of the last answer. */
  readonly lastStatus?: number
  /** Why the last attempt failed, in one word. */
  readonly lastProblem?: string
}
