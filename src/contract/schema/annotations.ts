import type { JsonObject } from '../../util/own.js'
import type { Origin, Schema } from '../model/index.js'
import type { Problems } from '../problem.js'

export function readSchemaAnnotations(
  _node: JsonObject,
  _at: Origin,
  _problems: Problems,
): Pick<Schema, 'classification' | 'tenantKey' | 'retention' | 'residency'> {
  return {}
}
