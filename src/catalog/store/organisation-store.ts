import type { EventData, EventType, NewEvent } from '../events/index.js'
import type {
  Bundle,
  CatalogEntry,
  ContractFlows,
  ContractUse,
  Coordinates,
  GateReport,
  TrustPolicy,
} from '../model/index.js'
import {
  type AuditEntry,
  type AuditKey,
  appendAudit,
  auditEnd,
  checkpointAudit,
  listAudit,
  listAuditBefore,
} from './audit.js'
import { type Claim, type ClaimTerms, claimDelivery, type Settlement, settleDelivery } from './claims.js'
import { addConsumer, type ConsumerRecord, findConsumer, findUses, listConsumers, listUses } from './consumers.js'
import { type ContractListing, type ContractName, findContract, listContracts } from './contracts.js'
import { type DeliveryListing, listDeliveries, redeliver } from './deliveries.js'
import { addDeployment, type DeploymentQuery, listDeployments } from './deployments.js'
import type { Dialect, Reader, Writer } from './dialect.js'
import { type EntryPage, type EntryTraits, listEntries, listTraits } from './entries.js'
import { addEvent } from './events.js'
import { type FlowRecord, listFlows, setFlows } from './flows.js'
import {
  type ActionRecord,
  type ContractFacts,
  countByMonth,
  listByAction,
  listFacts,
  listRecentFacts,
  type MonthlyCount,
  type PublishedFacts,
} from './history.js'
import { findNamespace, listNamespaces, setNamespace } from './namespaces.js'
import type {
  AuditRecord,
  ContractRecord,
  DeliveryRecord,
  DeploymentRecord,
  NamespaceRecord,
  RegisteredUse,
  SearchHit,
  TokenRecord,
  TrustRecord,
  VersionRecord,
  VersionState,
  WebhookRecord,
} from './records.js'
import { indexVersion, type SearchQuery, search } from './search.js'
import { findShelf, listShelves } from './shelves.js'
import { addToken, forgetShortLived, listTokens, revokeToken, revokeTrusted } from './tokens.js'
import { addTrust, listTrust, removeTrust, type Spent, spend } from './trust.js'
import {
  addRelease,
  addVersion,
  findBundle,
  findReport,
  findVersion,
  listVersions,
  listWaiting,
  type NewVersion,
  setState,
} from './versions.js'
import {
  addWebhook,
  changeSecret,
  disableWebhook,
  enableWebhook,
  findWebhook,
  listWebhooks,
  type NewWebhook,
  removeWebhook,
} from './webhooks.js'

/** What is known of one organisation; nothing here reaches any other. */
export interface OrganisationReads {
  namespaces(): Promise<readonly NamespaceRecord[]>
  namespace(name: string): Promise<NamespaceRecord | undefined>
  contracts(listing: ContractListing): Promise<readonly ContractRecord[]>
  contract(name: ContractName): Promise<ContractRecord | undefined>
  /** Newest first. */
  versions(name: ContractName): Promise<readonly VersionRecord[]>
  /** Versions that wait for a decision, oldest first. */
  waiting(): Promise<readonly VersionRecord[]>
  version(coordinates: Coordinates): Promise<VersionRecord | undefined>
  report(coordinates: Coordinates): Promise<GateReport | undefined>
  bundle(coordinates: Coordinates): Promise<Bundle | undefined>
  /** The shelf with this number, modulo how many there are; undefined when the version has none. */
  shelf(coordinates: Coordinates, number: number): Promise<string | undefined>
  /** All shelves of a version; none when nothing was laid down. */
  shelves(coordinates: Coordinates): Promise<readonly string[]>
  search(query: SearchQuery): Promise<readonly SearchHit[]>
  /** What stands in the newest published versions of these contracts, counted. */
  traits(names: readonly ContractName[]): Promise<readonly EntryTraits[]>
  /** Entries of a version in document order; none when it is not the newest published one. */
  entries(coordinates: Coordinates, page: EntryPage): Promise<readonly SearchHit[]>
  deployments(query: DeploymentQuery): Promise<readonly DeploymentRecord[]>
  /** Who uses a contract now. */
  usesOf(name: ContractName): Promise<readonly RegisteredUse[]>
  /** The newest version of each consumer, in the order of their names. */
  consumers(listing: {
    readonly after?: ContractName | undefined
    readonly limit: number
  }): Promise<readonly ConsumerRecord[]>
  consumer(coordinates: Coordinates): Promise<ConsumerRecord | undefined>
  /** What a version of a consumer uses. */
  usesBy(coordinates: Coordinates): Promise<readonly ContractUse[]>
  tokens(): Promise<readonly TokenRecord[]>
  /** In the order in which they were made. */
  webhooks(): Promise<readonly WebhookRecord[]>
  webhook(id: string): Promise<WebhookRecord | undefined>
  /** The newest events first. */
  deliveries(listing: DeliveryListing): Promise<readonly DeliveryRecord[]>
  /** Which jobs are given tokens; oldest first. */
  trust(): Promise<readonly TrustRecord[]>
  /** Lines of the audit in their order. */
  audit(page: { readonly after: number; readonly limit: number }): Promise<readonly AuditRecord[]>
  /** The newest lines before a position, newest first. */
  auditBefore(page: { readonly before?: number | undefined; readonly limit: number }): Promise<readonly AuditRecord[]>
  /** How often these things were done in each month. */
  countByMonth(query: {
    readonly actions: readonly string[]
    readonly months: readonly string[]
  }): Promise<readonly MonthlyCount[]>
  /** The newest entries of one action. */
  byAction(query: { readonly action: string; readonly limit: number }): Promise<readonly ActionRecord[]>
  /** Facts of the newest published version of each contract. */
  facts(): Promise<readonly ContractFacts[]>
  /** Facts of the versions that were published last. */
  recentFacts(limit: number): Promise<readonly PublishedFacts[]>
  /** Where the data of contracts goes. */
  flows(query: { readonly namespace?: string | undefined; readonly limit: number }): Promise<readonly FlowRecord[]>
  /** How far the audit has come. */
  auditEnd(): Promise<{ readonly sequence: number; readonly hash: string }>
}

/** What a transaction may do. Whatever it reads is as it will be when it commits. */
export interface OrganisationWrites extends OrganisationReads {
  setNamespace(namespace: NamespaceRecord): Promise<void>
  addVersion(version: NewVersion): Promise<void>
  setState(coordinates: Coordinates, state: VersionState): Promise<void>
  /** Makes this version the one that is searched and drawn. */
  indexVersion(coordinates: Coordinates, entries: readonly CatalogEntry[], flows?: ContractFlows): Promise<void>
  /** False when it was recorded before. */
  addRelease(coordinates: Coordinates): Promise<boolean>
  addDeployment(deployment: Pick<DeploymentRecord, 'environment' | 'participant'>): Promise<void>
  addConsumer(consumer: ConsumerRecord, uses: readonly ContractUse[]): Promise<void>
  addToken(token: Omit<TokenRecord, 'organisation'>): Promise<void>
  /** False when there is none, or it is revoked already. */
  revokeToken(id: string): Promise<boolean>
  addWebhook(webhook: NewWebhook): Promise<void>
  /** Together with what was to be delivered to it. False when there is none. */
  removeWebhook(id: string): Promise<boolean>
  changeSecret(id: string, secrets: Pick<WebhookRecord, 'secret' | 'oldSecret'>): Promise<void>
  /** False when it was enabled before, or is not there. */
  enableWebhook(id: string): Promise<boolean>
  /** What waits for it is dead then. False when it was disabled before, or is not there. */
  disableWebhook(id: string, because: string): Promise<boolean>
  /** How many are delivered once more; without events all that nobody took in the end. */
  redeliver(asked: { readonly webhook: string; readonly events?: readonly string[] | undefined }): Promise<number>
  /** Lets everybody know who wants to, in the same transaction. */
  emit<Type extends EventType>(type: Type, data: EventData[Type]): Promise<void>
  /** False when there is one of this name. */
  addTrust(policy: TrustPolicy): Promise<boolean>
  /** Revokes the tokens that were given by it, too. False when there is none. */
  removeTrust(name: string): Promise<boolean>
  /** Uses up an ID token. False when it was used before. */
  spend(spent: Spent): Promise<boolean>
  /** Forgets tokens of jobs and sessions that are over. */
  forgetShortLived(): Promise<void>
  /** Tells what is done, in the same transaction. */
  tell(entry: Pick<AuditEntry, 'action' | 'subject' | 'data'>): Promise<void>
}

/** Who changes something, and when. */
export interface Change {
  readonly actor: string
  /** ISO 8601, UTC. */
  readonly at: string
}

export interface OrganisationStore extends OrganisationReads {
  /**
   * Runs a transaction that no other writer of the organisation runs beside; it is kept whole, or not at all when the
   * work throws.
   */
  change<T>(change: Change, work: (writes: OrganisationWrites) => Promise<T>): Promise<T>
  /** Signs how far the audit has come. Undefined without a key. */
  checkpoint(at: string): Promise<string | undefined>
  /** Takes the delivery that has been due longest, if there is one that nobody has. */
  claim(terms: ClaimTerms): Promise<Claim | undefined>
  /** Says what came of it. False when somebody else has it by now. */
  settle(claim: Claim, settlement: Settlement, at: string): Promise<boolean>
}

export interface StoreContext {
  readonly database: Reader
  readonly dialect: Dialect
  readonly signer: AuditKey | undefined
  readonly transaction: <T>(work: (writer: Writer) => Promise<T>) => Promise<T>
}

export function organisationStore(context: StoreContext, organisation: string): OrganisationStore {
  const { dialect, signer, transaction } = context
  return {
    ...readsOf(context.database, dialect, organisation),
    change: (change, work) =>
      transaction(async (writer) => {
        await dialect.lock(writer, `tenantkit/organisation/${organisation}`)
        return work(writesOf(writer, context, organisation, change))
      }),
    claim: (terms) => transaction((writer) => claimDelivery(writer, dialect, organisation, terms)),
    settle: (claim, settlement, at) =>
      transaction((writer) => settleDelivery(writer, organisation, claim, settlement, at)),
    checkpoint: (at) => transaction((writer) => checkpointAudit(writer, dialect, organisation, at, signer)),
  }
}

/** What is read of an organisation, in a transaction or outside of one. */
export function readsOf(reader: Reader, dialect: Dialect, organisation: string): OrganisationReads {
  return {
    namespaces: () => listNamespaces(reader, organisation),
    namespace: (name) => findNamespace(reader, organisation, name),
    contracts: (listing) => listContracts(reader, organisation, listing),
    contract: (name) => findContract(reader, organisation, name),
    versions: (name) => listVersions(reader, organisation, name),
    waiting: () => listWaiting(reader, organisation),
    version: (coordinates) => findVersion(reader, organisation, coordinates),
    report: (coordinates) => findReport(reader, organisation, coordinates),
    bundle: (coordinates) => findBundle(reader, organisation, coordinates),
    shelves: (coordinates) => listShelves(reader, organisation, coordinates),
    shelf: (coordinates, number) => findShelf(reader, organisation, coordinates, number),
    search: (query) => search(reader, dialect, organisation, query),
    traits: (names) => listTraits(reader, organisation, names),
    entries: (coordinates, page) => listEntries(reader, organisation, coordinates, page),
    deployments: (query) => listDeployments(reader, organisation, query),
    usesOf: (name) => listUses(reader, organisation, name),
    consumers: (listing) => listConsumers(reader, organisation, listing),
    consumer: (coordinates) => findConsumer(reader, organisation, coordinates),
    usesBy: (coordinates) => findUses(reader, organisation, coordinates),
    tokens: () => listTokens(reader, organisation),
    webhooks: () => listWebhooks(reader, organisation),
    webhook: (id) => findWebhook(reader, organisation, id),
    deliveries: (listing) => listDeliveries(reader, organisation, listing),
    trust: () => listTrust(reader, organisation),
    audit: (page) => listAudit(reader, organisation, page),
    countByMonth: (query) => countByMonth(reader, organisation, query),
    byAction: (query) => listByAction(reader, organisation, query),
    facts: () => listFacts(reader, organisation),
    recentFacts: (limit) => listRecentFacts(reader, organisation, limit),
    flows: (query) => listFlows(reader, organisation, query),
    auditBefore: (page) => listAuditBefore(reader, organisation, page),
    auditEnd: () => auditEnd(reader, organisation),
  }
}

function writesOf(
  writer: Writer,
  { dialect, signer }: StoreContext,
  organisation: string,
  { actor, at }: Change,
): OrganisationWrites {
  const stamp = { by: actor, at }
  return {
    ...readsOf(writer, dialect, organisation),
    setNamespace: (namespace) => setNamespace(writer, organisation, namespace, at),
    addVersion: (version) => addVersion(writer, organisation, { ...version, ...stamp }),
    setState: (coordinates, state) => setState(writer, organisation, coordinates, state),
    async indexVersion(coordinates, entries, flows) {
      await indexVersion(writer, organisation, coordinates, entries)
      await setFlows(writer, organisation, coordinates, flows)
    },
    addRelease: (coordinates) => addRelease(writer, organisation, coordinates, stamp),
    addDeployment: (deployment) => addDeployment(writer, organisation, { ...deployment, ...stamp }),
    addConsumer: (consumer, uses) => addConsumer(writer, organisation, consumer, uses, stamp),
    addToken: (token) => addToken(writer, { ...token, organisation }),
    revokeToken: (id) => revokeToken(writer, organisation, id, at),
    addWebhook: (webhook) => addWebhook(writer, organisation, webhook, stamp),
    removeWebhook: (id) => removeWebhook(writer, organisation, id),
    changeSecret: (id, secrets) => changeSecret(writer, organisation, id, secrets),
    enableWebhook: (id) => enableWebhook(writer, organisation, id),
    disableWebhook: (id, because) => disableWebhook(writer, organisation, id, { at, because }),
    redeliver: (asked) => redeliver(writer, organisation, asked, at),
    // Type and data go together, which is lost once they stand in one object.
    emit: (type, data) => addEvent(writer, organisation, { type, data } as NewEvent, stamp),
    addTrust: (policy) => addTrust(writer, organisation, { ...policy, createdAt: at, createdBy: actor }),
    async removeTrust(name) {
      await revokeTrusted(writer, organisation, name, at)
      return removeTrust(writer, organisation, name)
    },
    spend: (spent) => spend(writer, organisation, spent, at),
    forgetShortLived: () => forgetShortLived(writer, organisation, at),
    tell: (entry) => appendAudit(writer, dialect, organisation, { at, actor, ...entry }, signer),
  }
}
