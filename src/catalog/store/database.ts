import type { Generated } from 'kysely'

/**
 * The tables. Texts hold JSON and instants (ISO 8601, UTC) on both databases, so that a row reads the same on both; every
 * table but `organisation` begins its primary key with the organisation, and every query names one.
 */
export interface CatalogDatabase {
  readonly organisation: OrganisationTable
  readonly namespace: NamespaceTable
  readonly contract: ContractTable
  readonly blob: BlobTable
  readonly version: VersionTable
  readonly version_document: VersionDocumentTable
  readonly version_shelf: VersionShelfTable
  readonly release: ReleaseTable
  readonly entry: EntryTable
  readonly contract_flow: ContractFlowTable
  readonly deployment: DeploymentTable
  readonly consumer: ConsumerTable
  readonly consumer_use: ConsumerUseTable
  readonly token: TokenTable
  readonly trust_policy: TrustPolicyTable
  readonly spent_assertion: SpentAssertionTable
  readonly audit: AuditTable
  readonly webhook: WebhookTable
  readonly event: EventTable
  readonly delivery: DeliveryTable
}

export interface OrganisationTable {
  readonly id: string
  readonly created_at: string
  /** Events that there were so far; what is deleted of them counts on. */
  readonly events: Generated<number>
}

export interface NamespaceTable {
  readonly organisation: string
  readonly name: string
  /** `NamespaceRules`. */
  readonly rules: string
  readonly created_at: string
}

export interface ContractTable {
  readonly organisation: string
  readonly namespace: string
  readonly name: string
  readonly protocol: string
  readonly title: string
  readonly owner: string | null
  readonly created_at: string
}

/** Content by its digest, kept once in an organisation; never shared between organisations, not even when it is the same. */
export interface BlobTable {
  readonly organisation: string
  readonly digest: string
  /** Compressed with gzip. */
  readonly bytes: Uint8Array
  /** Bytes before compression. */
  readonly size: number
}

export interface VersionTable {
  readonly organisation: string
  readonly namespace: string
  readonly name: string
  readonly version: string
  /** Counts the versions of a contract in the order of their publication, from 1. */
  readonly ordinal: number
  readonly digest: string
  readonly title: string
  /** The only thing that ever changes. */
  readonly state: string
  readonly published_at: string
  readonly published_by: string
  /** `Provenance`, or null. */
  readonly provenance: string | null
  /** State of the contract as a whole, as it says itself; null where it says none. */
  readonly lifecycle: string | null
  /** `Facts`. */
  readonly facts: string
  /** Digest of the gate's report. */
  readonly report: string
}

export interface VersionDocumentTable {
  readonly organisation: string
  readonly namespace: string
  readonly name: string
  readonly version: string
  readonly kind: string
  readonly position: number
  readonly path: string
  readonly digest: string
}

/** What the pages of operations and schemas of a version show. Made of its documents, and never changed either. */
export interface VersionShelfTable {
  readonly organisation: string
  readonly namespace: string
  readonly name: string
  readonly version: string
  readonly position: number
  /** How many shelves the version has. */
  readonly count: number
  readonly digest: string
}

export interface ReleaseTable {
  readonly organisation: string
  readonly namespace: string
  readonly name: string
  readonly version: string
  readonly at: string
  readonly by: string
}

/** What can be searched: the entries of the newest published version of each contract. Made anew from its documents. */
export interface EntryTable {
  readonly id: Generated<number>
  readonly organisation: string
  readonly namespace: string
  readonly name: string
  readonly version: string
  readonly position: number
  readonly kind: string
  readonly label: string
  readonly text: string
  /** The words of the label and of the text, as the search takes them. */
  readonly label_words: string
  readonly text_words: string
  readonly scope: string | null
  readonly sensitivity: string | null
  readonly category: string | null
  readonly pointer: string
  /** The part that it is on, `operation/KEY`; null where that has no page. */
  readonly part: string | null
}

/** Where the data of the newest published version of each contract goes. Made anew from its documents. */
export interface ContractFlowTable {
  readonly organisation: string
  readonly namespace: string
  readonly name: string
  readonly version: string
  /** `ContractFlows`. */
  readonly flows: string
}

/** Every deployment that was ever recorded; the last one of a participant in an environment holds. */
export interface DeploymentTable {
  readonly organisation: string
  readonly environment: string
  readonly kind: string
  readonly namespace: string
  readonly name: string
  /** Counts the deployments of the participant in the environment, from 1. */
  readonly ordinal: number
  readonly version: string
  readonly at: string
  readonly by: string
}

export interface ConsumerTable {
  readonly organisation: string
  readonly namespace: string
  readonly name: string
  readonly version: string
  readonly ordinal: number
  readonly digest: string
  readonly at: string
  readonly by: string
}

export interface ConsumerUseTable {
  readonly organisation: string
  readonly consumer_namespace: string
  readonly consumer_name: string
  readonly consumer_version: string
  readonly namespace: string
  readonly name: string
  /** The version of the contract that the consumer was built with. */
  readonly version: string
  /** `OperationUse[]`. */
  readonly operations: string
}

export interface TokenTable {
  readonly id: string
  readonly organisation: string
  readonly name: string
  /** SHA-256 of the secret, in hex: a secret has 256 random bits, so it needs no salt and no slow hash. */
  readonly hash: string
  /** Names and patterns, as JSON. */
  readonly permissions: string
  readonly namespaces: string
  readonly created_at: string
  readonly expires_at: string
  readonly revoked_at: string | null
  /** Name of the policy by which it was exchanged. */
  readonly trust: string | null
  /** `JobProvenance` of the job that it was exchanged for. */
  readonly provenance: string | null
  /** `PersonOrigin` of whose session it stands for, or who has made it for themselves. */
  readonly person: string | null
}

export interface TrustPolicyTable {
  readonly organisation: string
  readonly name: string
  readonly provider: string
  readonly issuer: string
  /** Claims, names and patterns, as JSON. */
  readonly claims: string
  readonly permissions: string
  readonly namespaces: string
  readonly created_at: string
  readonly created_by: string
}

/** ID tokens that were exchanged, until they are over by themselves: none is taken twice. */
export interface SpentAssertionTable {
  readonly organisation: string
  readonly hash: string
  readonly expires_at: string
}

/** Lines of a chain for each organisation; triggers refuse to change or delete any. */
export interface AuditTable {
  readonly organisation: string
  /** Counts the lines from 1, checkpoints among them. */
  readonly position: number
  /** Of the link, or of the link that the checkpoint signs. */
  readonly sequence: number
  readonly kind: string
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly line: string
}

/** Who wants to hear of events. */
export interface WebhookTable {
  readonly organisation: string
  readonly id: string
  readonly url: string
  /** Types of events, as JSON; null for all. */
  readonly events: string | null
  /** Patterns of namespaces, as JSON. */
  readonly namespaces: string
  readonly state: string
  /** Encrypted; and the one before, which signs beside it for a while. */
  readonly secret: string
  readonly old_secret: string | null
  readonly old_secret_until: string | null
  readonly created_at: string
  readonly created_by: string
  /** Since when nothing could be delivered; null while the last delivery was taken. */
  readonly failing_since: string | null
  readonly disabled_at: string | null
  readonly disabled_because: string | null
}

/** What happened, for as long as somebody has to hear of it: written together with what it tells of. */
export interface EventTable {
  readonly organisation: string
  /** Counts the events of the organisation, from 1. */
  readonly sequence: number
  readonly id: string
  readonly type: string
  readonly subject: string
  readonly order_key: string
  readonly at: string
  readonly actor: string
  readonly data: string
}

/** One event for one webhook. */
export interface DeliveryTable {
  readonly organisation: string
  readonly webhook: string
  /** Of the event. */
  readonly sequence: number
  readonly order_key: string
  readonly state: string
  readonly attempts: number
  /** When it is tried next. */
  readonly due_at: string
  /** Whoever tries it has it alone until then; taken together with a name that is used once. */
  readonly lease_until: string | null
  readonly lease_holder: string | null
  /** When it last came to something. */
  readonly changed_at: string
  readonly last_status: number | null
  readonly last_problem: string | null
}
