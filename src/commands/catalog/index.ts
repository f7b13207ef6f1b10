import {
  CatalogNamespaceConfigure,
  CatalogNamespaceList,
  CatalogTokenCreate,
  CatalogTokenList,
  CatalogTokenRevoke,
} from './administration.js'
import { CatalogAuditList, CatalogAuditVerify } from './audit.js'
import { CatalogList, CatalogSearch, CatalogShow } from './contracts.js'
import { CatalogDiff } from './diff.js'
import { CatalogBackup, CatalogExport, CatalogImport } from './keep.js'
import { CatalogPublish } from './publish.js'
import { CatalogPull } from './pull.js'
import { CatalogApprove, CatalogReject, CatalogReviews } from './reviews.js'
import CatalogServe from './serve.js'
import { CatalogTokenExchange, CatalogTrustAdd, CatalogTrustList, CatalogTrustRemove } from './trust.js'
import { CatalogUsageScan } from './usage.js'
import { CatalogCanIDeploy, CatalogRecordDeployment, CatalogRecordRelease, CatalogUsagePublish } from './use.js'
import {
  CatalogWebhookAdd,
  CatalogWebhookDeliveries,
  CatalogWebhookEnable,
  CatalogWebhookList,
  CatalogWebhookRedeliver,
  CatalogWebhookRemove,
  CatalogWebhookRotate,
} from './webhooks.js'

/** The catalog's commands, by their names on the command line. They load what they do when they run. */
export const catalogCommands = {
  'catalog:approve': CatalogApprove,
  'catalog:audit:list': CatalogAuditList,
  'catalog:audit:verify': CatalogAuditVerify,
  'catalog:can-i-deploy': CatalogCanIDeploy,
  'catalog:diff': CatalogDiff,
  'catalog:list': CatalogList,
  'catalog:namespace:configure': CatalogNamespaceConfigure,
  'catalog:namespace:list': CatalogNamespaceList,
  'catalog:publish': CatalogPublish,
  'catalog:pull': CatalogPull,
  'catalog:record-deployment': CatalogRecordDeployment,
  'catalog:record-release': CatalogRecordRelease,
  'catalog:reject': CatalogReject,
  'catalog:reviews': CatalogReviews,
  'catalog:search': CatalogSearch,
  'catalog:backup': CatalogBackup,
  'catalog:export': CatalogExport,
  'catalog:import': CatalogImport,
  'catalog:serve': CatalogServe,
  'catalog:show': CatalogShow,
  'catalog:token:create': CatalogTokenCreate,
  'catalog:token:exchange': CatalogTokenExchange,
  'catalog:token:list': CatalogTokenList,
  'catalog:token:revoke': CatalogTokenRevoke,
  'catalog:trust:add': CatalogTrustAdd,
  'catalog:trust:list': CatalogTrustList,
  'catalog:trust:remove': CatalogTrustRemove,
  'catalog:usage:publish': CatalogUsagePublish,
  'catalog:usage:scan': CatalogUsageScan,
  'catalog:webhook:add': CatalogWebhookAdd,
  'catalog:webhook:deliveries': CatalogWebhookDeliveries,
  'catalog:webhook:enable': CatalogWebhookEnable,
  'catalog:webhook:list': CatalogWebhookList,
  'catalog:webhook:redeliver': CatalogWebhookRedeliver,
  'catalog:webhook:remove': CatalogWebhookRemove,
  'catalog:webhook:rotate': CatalogWebhookRotate,
}
