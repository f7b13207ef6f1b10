export const jsonSchema = 'JSON Schema'

/** What kind of language a `schemaFormat` names, without its version. Absent: AsyncAPI's own, a JSON Schema. */
export function languageOf(format: unknown): string {
  if (typeof format !== 'string') return jsonSchema
  const type = (format.toLowerCase().split(';')[0] ?? '').trim().replace(/\+(?:json|yaml)$/, '')
  return dialects.has(type) ? jsonSchema : type
}

const dialects: ReadonlySet<string> = new Set([
  'application/vnd.aai.asyncapi',
  'application/vnd.oai.openapi',
  'application/schema',
])
