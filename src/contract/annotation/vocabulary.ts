import type { JsonObject } from '../../util/own.js'
import { classificationShape } from './classification.js'
import { compensatedByShape, dataFlowShape } from './data-flow.js'
import { dataPolicyShape } from './data-policy.js'
import { idempotencyShape } from './idempotency.js'
import { lifecycleShape } from './lifecycle.js'
import { apiIdShape, audienceShape, ownerShape } from './owner.js'
import { pathwaysShape } from './pathways.js'
import { residencyShape } from './residency.js'
import { resilienceShape } from './resilience.js'
import { retentionShape } from './retention.js'
import type { Shape } from './shape.js'
import { tenantKeyShape } from './tenant-key.js'
import { tenantScopeShape } from './tenant-scope.js'

export interface VocabularyEntry {
  /** One sentence for editors and for the reference. */
  readonly about: string
  readonly shape: Shape<unknown>
}

/** The extensions as they are written; other spellings are read besides, and never written. */
export const vocabulary: ReadonlyMap<string, VocabularyEntry> = new Map<string, VocabularyEntry>([
  ['x-tenant-scope', { about: 'Whose data an operation may touch.', shape: tenantScopeShape }],
  ['x-tenant-key', { about: 'This value names the tenant.', shape: tenantKeyShape }],
  ['x-tenant-pathways', { about: 'The allowed ways across a tenant boundary, by id.', shape: pathwaysShape }],
  ['x-data-classification', { about: 'What kind of data this is, and how sensitive.', shape: classificationShape }],
  ['x-data-policy', { about: 'Who sees what unmasked.', shape: dataPolicyShape }],
  ['x-data-residency', { about: 'Where data stays; on a server, where it stands.', shape: residencyShape }],
  ['x-data-retention', { about: 'How long data is kept.', shape: retentionShape }],
  ['x-idempotency', { about: 'Whether a call may be repeated safely, and how.', shape: idempotencyShape }],
  ['x-resilience', { about: 'Time limits, retries, breakers and rates.', shape: resilienceShape }],
  ['x-compensated-by', { about: 'The operation that undoes this one.', shape: compensatedByShape }],
  ['x-data-flow', { about: 'Where data comes from and where it goes.', shape: dataFlowShape }],
  ['x-owner', { about: 'Who answers for the contract.', shape: ownerShape }],
  ['x-lifecycle', { about: 'Where this stands in its life.', shape: lifecycleShape }],
  ['x-audience', { about: 'Whom the API is for.', shape: audienceShape }],
  ['x-api-id', { about: 'The id of the API, the same for its whole life.', shape: apiIdShape }],
])

/** The JSON Schema (2020-12) of one extension, as published. */
export function vocabularySchema(extension: string): JsonObject {
  const entry = vocabulary.get(extension)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `https://tenantkit.dev/vocabulary/${extension}.schema.json`,
    title: extension,
    description: entry?.about ?? '',
    ...entry?.shape.schema,
  }
}
