import type { ErrorObject } from 'ajv'
import type { JsonValue } from '../../util/own.js'

/**
 * Judges a document against the JSON Schema that the standard itself publishes: for 3.2, which swagger-parser refuses.
 * The meta-schema says nothing of what stands in schemas; references are part of it and are not followed.
 */
export async function standardErrors(document: JsonValue): Promise<readonly ErrorObject[]> {
  const [{ Ajv2020 }, { default: addFormats }, { default: schema }] = await Promise.all([
    import('ajv/dist/2020.js'),
    import('ajv-formats'),
    import('./standard/openapi-3.2.schema.json', { with: { type: 'json' } }),
  ])
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false })
  addFormats.default(ajv)
  const validate = ajv.compile(schema)
  return validate(document) ? [] : (validate.errors ?? [])
}
