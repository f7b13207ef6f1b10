import { type JsonObject, own } from '../../util/own.js'
import type { Annotated, Classification, Origin, Residency, Retention, Schema, TenantKey } from '../model/index.js'
import type { Problems } from '../problem.js'
import { readClassification } from './classification.js'
import type { Extension } from './extension.js'
import { hasExtension } from './governance.js'
import { readResidency } from './residency.js'
import { readRetention } from './retention.js'
import { reportStray } from './stray.js'
import { readTenantKey } from './tenant-key.js'

type SchemaAnnotations = Pick<Schema, 'classification' | 'tenantKey' | 'retention' | 'residency'>

const none: SchemaAnnotations = {}

/** What a schema says about itself. Asked of every schema of a contract, so it leaves early. */
export function readSchemaAnnotations(node: JsonObject, at: Origin, problems: Problems): SchemaAnnotations {
  if (!hasExtension(node)) {
    if (own(node, 'format') !== 'password') return none
    return { classification: readClassification(node, at, problems) as Annotated<Classification> }
  }
  reportStray(node, at, 'schema', problems)
  const parts = readParts(node, at, problems)
  const retention = readable<Retention>(readRetention(node, at, problems))
  const residency = readable<Residency>(readResidency(node, at, problems))
  return { ...parts, ...(retention && { retention }), ...(residency && { residency }) }
}

/** What a parameter, header, request body, response, media type or security scheme says about itself. */
export function readPartAnnotations(
  node: JsonObject,
  at: Origin,
  problems: Problems,
  place: 'parameter' | 'security-scheme' = 'parameter',
): { readonly classification?: Annotated<Classification>; readonly tenantKey?: Annotated<TenantKey> } {
  if (!hasExtension(node)) return none
  reportStray(node, at, place, problems)
  return readParts(node, at, problems)
}

function readParts(node: JsonObject, at: Origin, problems: Problems): Pick<Schema, 'classification' | 'tenantKey'> {
  const classification = readClassification(node, at, problems)
  const tenantKey = readTenantKey(node, at, problems)
  return { ...(classification && { classification }), ...(tenantKey && { tenantKey }) }
}

function readable<T>(read: Extension<T>): Annotated<T> | undefined {
  return read === 'unreadable' ? undefined : read
}
