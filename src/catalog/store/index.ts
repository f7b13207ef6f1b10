export type { AuditAction, AuditEntry, AuditKey } from './audit.js'
export { type CatalogStore, type OpenStoreOptions, openStore } from './catalog-store.js'
export type { Claim, ClaimTerms, Settlement } from './claims.js'
export type { ConsumerRecord } from './consumers.js'
export type { ContractListing, ContractName } from './contracts.js'
export type { DeliveryListing } from './deliveries.js'
export type { DeploymentQuery } from './deployments.js'
export { type DumpPart, type DumpRow, RestoreRefusedError } from './dump/index.js'
export type { EntryPage, EntryTraits } from './entries.js'
export type { FlowRecord } from './flows.js'
export type { ActionRecord, ContractFacts, MonthlyCount, PublishedFacts } from './history.js'
export { NewerStoreError } from './migrate.js'
export type { Change, OrganisationReads, OrganisationStore, OrganisationWrites } from './organisation-store.js'
export type {
  AuditRecord,
  ContractRecord,
  DeliveryRecord,
  DeliveryState,
  DeploymentRecord,
  NamespaceRecord,
  Participant,
  Provenance,
  RegisteredUse,
  SearchHit,
  TokenRecord,
  TrustRecord,
  VersionRecord,
  VersionState,
  WebhookRecord,
} from './records.js'
export type { SearchQuery } from './search.js'
export type { NewVersion } from './versions.js'
