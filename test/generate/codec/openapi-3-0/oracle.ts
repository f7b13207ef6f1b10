import Ajv04 from 'ajv-draft-04'
import addFormats from 'ajv-formats'

/**
 * What authors mean where the letter of OpenAPI 3.0.3 has `nullable` mean little. These are all of our departures from it.
 *
 * - A list of values does not have to repeat null: it could be said for no other reason.
 * - A composition beside it does not refuse null: contracts write `nullable` beside `allOf` with one reference, since
 *   nothing may stand beside the reference itself.
 */
export function asMeant(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(asMeant)
  if (typeof schema !== 'object' || schema === null) return schema
  const node = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, key === 'enum' ? (value as unknown) : asMeant(value)]),
  )
  const { nullable, ...rest } = node
  if (nullable !== true || '$ref' in node) return node
  const isComposed = ['allOf', 'anyOf', 'oneOf', 'not'].some((keyword) => keyword in node)
  if (isComposed) return { anyOf: [rest, { enum: [null] }] }
  return Array.isArray(node['enum']) ? { ...node, enum: [...new Set([...(node['enum'] as unknown[]), null])] } : node
}

/** ajv for the dialect that OpenAPI 3.0 has its schemas in: draft 4, with `nullable`, and nothing beside a reference. */
export function oracleOf(schemas: Readonly<Record<string, unknown>>): (name: string, value: unknown) => boolean {
  const ajv = new Ajv04.default({
    strict: false,
    ownProperties: true,
    logger: false,
    validateSchema: false,
  })
  ;(addFormats as unknown as (instance: unknown) => void)(ajv)
  // As the loader gets them: plain objects with the usual prototype.
  ajv.addSchema(JSON.parse(JSON.stringify({ id: 'all', components: { schemas: settled(schemas) } })) as object)
  const compiled = new Map<string, (value: unknown) => unknown>()
  return (name, value) => {
    const check = compiled.get(name) ?? ajv.compile({ $ref: `all#/components/schemas/${name}` })
    compiled.set(name, check)
    return check(value) === true
  }
}

/** Without words that have no effect and that ajv refuses: beside a reference, and `exclusive` where there is no bound. */
function settled(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(settled)
  if (typeof schema !== 'object' || schema === null) return schema
  if ('$ref' in schema && typeof schema.$ref === 'string') return { $ref: schema.$ref }
  const idle = ['Minimum', 'Maximum']
    .filter((bound) => !(bound.toLowerCase() in schema))
    .map((bound) => `exclusive${bound}`)
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !idle.includes(key))
      .map(([key, value]) => [key, key === 'enum' ? (value as unknown) : settled(value)]),
  )
}
