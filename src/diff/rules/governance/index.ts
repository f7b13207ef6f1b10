import type { DiffRule } from '../../rule.js'
import { categoryChanged } from './category-changed.js'
import { ceilingLowered } from './ceiling-lowered.js'
import { ceilingRaised } from './ceiling-raised.js'
import { classificationDeclared } from './classification-declared.js'
import { classificationDropped } from './classification-dropped.js'
import { classificationRaised } from './classification-raised.js'
import { classificationWeakened } from './classification-weakened.js'
import { clearanceAdded } from './clearance-added.js'
import { clearanceClaimChanged } from './clearance-claim-changed.js'
import { clearanceLowered } from './clearance-lowered.js'
import { clearancePurposeChanged } from './clearance-purpose-changed.js'
import { clearanceRaised } from './clearance-raised.js'
import { clearanceRemoved } from './clearance-removed.js'
import { compensationDeclared } from './compensation-declared.js'
import { compensationDropped } from './compensation-dropped.js'
import { dataFlowNarrowed } from './data-flow-narrowed.js'
import { dataFlowWidened } from './data-flow-widened.js'
import { dataPurposeChanged } from './data-purpose-changed.js'
import { erasureChanged } from './erasure-changed.js'
import { erasureDropped } from './erasure-dropped.js'
import { expiryChanged } from './expiry-changed.js'
import { guardedDataAdded } from './guarded-data-added.js'
import { handlingChanged } from './handling-changed.js'
import { idempotencyDropped } from './idempotency-dropped.js'
import { idempotencyKeyMoved } from './idempotency-key-moved.js'
import { idempotencyLeaseChanged } from './idempotency-lease-changed.js'
import { idempotencyOffered } from './idempotency-offered.js'
import { idempotencyRequired } from './idempotency-required.js'
import { idempotencyScopeChanged } from './idempotency-scope-changed.js'
import { idempotencyWindowChanged } from './idempotency-window-changed.js'
import { isolationStrengthened } from './isolation-strengthened.js'
import { isolationWeakened } from './isolation-weakened.js'
import { justificationChanged } from './justification-changed.js'
import { legalHoldChanged } from './legal-hold-changed.js'
import { maskingChanged } from './masking-changed.js'
import { maskingStrengthened } from './masking-strengthened.js'
import { maskingWeakened } from './masking-weakened.js'
import { ownerChanged } from './owner-changed.js'
import { pathwayAdded } from './pathway-added.js'
import { pathwayEntered } from './pathway-entered.js'
import { pathwayLeft } from './pathway-left.js'
import { pathwayNarrowed } from './pathway-narrowed.js'
import { pathwayPurposeChanged } from './pathway-purpose-changed.js'
import { pathwayRedirected } from './pathway-redirected.js'
import { pathwayRemoved } from './pathway-removed.js'
import { pathwayWidened } from './pathway-widened.js'
import { personalDataAdded } from './personal-data-added.js'
import { rateLimitLowered } from './rate-limit-lowered.js'
import { rateLimitRaised } from './rate-limit-raised.js'
import { residencyModeStrengthened } from './residency-mode-strengthened.js'
import { residencyModeWeakened } from './residency-mode-weakened.js'
import { residencyNarrowed } from './residency-narrowed.js'
import { residencyWidened } from './residency-widened.js'
import { resilienceChanged } from './resilience-changed.js'
import { retentionChanged } from './retention-changed.js'
import { retentionDeclared } from './retention-declared.js'
import { retentionLengthened } from './retention-lengthened.js'
import { retentionShortened } from './retention-shortened.js'
import { retentionStartChanged } from './retention-start-changed.js'
import { scopeDeclared } from './scope-declared.js'
import { scopeDropped } from './scope-dropped.js'
import { scopeNarrowed } from './scope-narrowed.js'
import { scopeWidened } from './scope-widened.js'
import { serverMoved } from './server-moved.js'
import { tenantClaimChanged } from './tenant-claim-changed.js'
import { tenantKeyAdded } from './tenant-key-added.js'
import { tenantKeyChanged } from './tenant-key-changed.js'
import { tenantKeyMoved } from './tenant-key-moved.js'
import { tenantKeyRemoved } from './tenant-key-removed.js'
import { timeoutShortened } from './timeout-shortened.js'
import { transferNarrowed } from './transfer-narrowed.js'
import { transferWidened } from './transfer-widened.js'
import { unclassifiedTreatmentChanged } from './unclassified-treatment-changed.js'

/** Rules about tenants and data: scopes, keys, classes, policies, residency, retention, repeated calls, pathways. */
export const governanceRules: readonly DiffRule[] = [
  scopeWidened,
  scopeNarrowed,
  scopeDropped,
  scopeDeclared,
  isolationWeakened,
  isolationStrengthened,
  pathwayEntered,
  classificationRaised,
  pathwayLeft,
  justificationChanged,
  classificationWeakened,
  classificationDropped,
  classificationDeclared,
  categoryChanged,
  handlingChanged,
  maskingWeakened,
  maskingChanged,
  maskingStrengthened,
  ceilingRaised,
  ceilingLowered,
  personalDataAdded,
  guardedDataAdded,
  tenantKeyAdded,
  tenantKeyRemoved,
  tenantKeyMoved,
  tenantKeyChanged,
  tenantClaimChanged,
  clearanceRaised,
  clearanceLowered,
  clearanceAdded,
  clearanceRemoved,
  clearancePurposeChanged,
  clearanceClaimChanged,
  unclassifiedTreatmentChanged,
  residencyWidened,
  residencyNarrowed,
  residencyModeWeakened,
  residencyModeStrengthened,
  transferWidened,
  transferNarrowed,
  serverMoved,
  retentionLengthened,
  retentionShortened,
  retentionChanged,
  retentionDeclared,
  retentionStartChanged,
  expiryChanged,
  legalHoldChanged,
  erasureDropped,
  erasureChanged,
  idempotencyDropped,
  idempotencyRequired,
  idempotencyKeyMoved,
  idempotencyWindowChanged,
  idempotencyLeaseChanged,
  idempotencyScopeChanged,
  idempotencyOffered,
  rateLimitLowered,
  rateLimitRaised,
  timeoutShortened,
  resilienceChanged,
  compensationDropped,
  compensationDeclared,
  dataFlowWidened,
  dataFlowNarrowed,
  dataPurposeChanged,
  pathwayAdded,
  pathwayRemoved,
  pathwayWidened,
  pathwayNarrowed,
  pathwayRedirected,
  pathwayPurposeChanged,
  ownerChanged,
]
