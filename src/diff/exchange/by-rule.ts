import { showContentEncoding } from './encoded-exchanges.js'
import { showIdempotencyKeyMoved, showKeyIgnored, showKeyRequired } from './idempotency-exchanges.js'
import { showClaimChanged, showKeyAdded, showKeyChanged, showKeyMoved, showKeyRemoved } from './key-exchanges.js'
import { showRetired } from './lifecycle-exchanges.js'
import type { ShowFinding } from './scene.js'
import { showLostAccess, showOpened } from './security-exchanges.js'
import { showInTheClear } from './server-exchanges.js'
import { showClass, showClearance, showClearanceClaim, showUnclassified } from './sight-exchanges.js'
import {
  showPathwayChange,
  showPathwayEntered,
  showPathwayLeft,
  showPathwayRedirected,
  showPathwayRemoved,
  showScopeNarrowed,
  showScopeWidened,
} from './tenant-exchanges.js'

/** What shows the findings of rules that share their edits with others, so that the edit does not tell what is to be shown. */
export const showsByRule: ReadonlyMap<string, ShowFinding> = new Map([
  ['security-required', showLostAccess],
  ['security-tightened', showLostAccess],
  ['security-scope-required', showLostAccess],
  ['security-dropped', showOpened],
  ['flow-encryption-dropped', showInTheClear],
  ['server-encryption-dropped', showInTheClear],
  ['broker-encryption-dropped', showInTheClear],
  ['scope-widened', showScopeWidened],
  ['scope-narrowed', showScopeNarrowed],
  ['pathway-entered', showPathwayEntered],
  ['pathway-left', showPathwayLeft],
  ['pathway-removed', showPathwayRemoved],
  ['pathway-widened', showPathwayChange],
  ['pathway-narrowed', showPathwayChange],
  ['pathway-redirected', showPathwayRedirected],
  ['tenant-key-added', showKeyAdded],
  ['tenant-key-removed', showKeyRemoved],
  ['tenant-key-moved', showKeyMoved],
  ['tenant-key-changed', showKeyChanged],
  ['tenant-claim-changed', showClaimChanged],
  ['classification-raised', showClass],
  ['classification-weakened', showClass],
  ['classification-dropped', showClass],
  ['masking-weakened', showClass],
  ['clearance-raised', showClearance],
  ['clearance-lowered', showClearance],
  ['clearance-removed', showClearance],
  ['clearance-claim-changed', showClearanceClaim],
  ['unclassified-treatment-changed', showUnclassified],
  ['idempotency-required', showKeyRequired],
  ['idempotency-dropped', showKeyIgnored],
  ['idempotency-key-moved', showIdempotencyKeyMoved],
  ['retired', showRetired],
  ['content-encoding-changed', showContentEncoding],
])
