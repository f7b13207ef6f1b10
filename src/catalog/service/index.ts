export {
  type AuditPage,
  configureNamespace,
  listAudit,
  listNamespaces,
  listTokens,
  makeToken,
  revokeToken,
  signCheckpoint,
} from './administration.js'
export { type BrowsedContract, browseContracts } from './browse.js'
export { canIDeploy } from './can-i-deploy.js'
export { compareVersions, type VersionPair } from './compare-versions.js'
export type { Caller, DefectSubject, ServiceContext, TrustContext } from './context.js'
export { type ExchangeOutcome, type ExchangeRequest, exchangeToken } from './exchange.js'
export { type ContractPage, type ContractQuery, listContracts } from './list-contracts.js'
export { type AccountHolder, listOwnTokens, makeOwnToken, revokeOwnToken } from './own-tokens.js'
export { describeVersion, listParts, readPart, readVersionRecords, uniteVersion, type VersionRecords } from './parts.js'
export { signIn, signOut, tellSignInRefused } from './people.js'
export { type Publication, type Published, publish } from './publish.js'
export {
  type ContractDetail,
  listReviews,
  readContract,
  readDocuments,
  readVersion,
  search,
  type VersionDetail,
  type VersionDocuments,
} from './read.js'
export { isRefused, notFound, type RefusalReason, type Refused, secondsWhenBusy } from './refused.js'
export { type Decision, decideReview } from './reviews.js'
export { addTrust, listTrust, removeTrust } from './trust.js'
export { listDeployments, publishUsage, recordDeployment, recordRelease } from './use.js'
export {
  enableWebhook,
  listDeliveries,
  listWebhooks,
  makeWebhook,
  redeliver,
  removeWebhook,
  rotateSecret,
  type WebhookContext,
} from './webhooks.js'
