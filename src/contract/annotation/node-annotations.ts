import { type JsonObject, own } from '../../util/own.js'
import type {
  Annotated,
  Classification,
  Lifecycle,
  MediaType,
  Origin,
  Parameter,
  Residency,
  Retention,
  Schema,
} from '../model/index.js'
import type { Problems } from '../problem.js'
import { readClassification } from './classification.js'
import type { Extension } from './extension.js'
import { hasExtension } from './governance.js'
import { readLifecycle } from './lifecycle.js'
import { readResidency } from './residency.js'
import { readRetention } from './retention.js'
import { reportStray } from './stray.js'
import { readTenantKey } from './tenant-key.js'

type SchemaAnnotations = Pick<Schema, 'classification' | 'tenantKey' | 'retention' | 'residency' | 'lifecycle'>
type PartAnnotations = Pick<Parameter, 'classification' | 'tenantKey' | 'lifecycle'>

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
): PartAnnotations {
  if (!hasExtension(node)) return none
  reportStray(node, at, place, problems)
  return readParts(node, at, problems)
}

/** The same for what cannot name a tenant by itself: a request body, a response, a media type. */
export function readContentAnnotations(
  node: JsonObject,
  at: Origin,
  problems: Problems,
): Pick<MediaType, 'classification' | 'lifecycle'> {
  const { tenantKey: _notOfContent, ...rest } = readPartAnnotations(node, at, problems)
  return rest
}

function readParts(node: JsonObject, at: Origin, problems: Problems): PartAnnotations {
  const classification = readClassification(node, at, problems)
  const tenantKey = readTenantKey(node, at, problems)
  const lifecycle = readable<Lifecycle>(readLifecycle(node, at, problems))
  return {
    ...(classification && { classification }),
    ...(tenantKey && { tenantKey }),
    ...(lifecycle && { lifecycle }),
  }
}

function readable<T>(read: Extension<T>): Annotated<T> | undefined {
  return read === 'unreadable' ? undefined : read
}
