import type { Schema } from '../../contract/model/index.js'
import { walk } from '../../contract/schema/index.js'

/**
 * What a schema says, as a text that is the same for two that are written alike: positions, the order of properties and
 * the documents of references aside. Undefined for one that is too large to be worth it.
 */
export function schemaText(schema: Schema): string | undefined {
  const lines: string[] = []
  walk(schema, (nested, { path }) => {
    if (lines.length > largest) return false
    lines.push(`${path} ${JSON.stringify(sayings(nested))}`)
    return true
  })
  return lines.length > largest ? undefined : lines.sort().join('\n')
}

/** Schemas, nested ones included. */
const largest = 2_000

/** The fields of a schema that are neither schemas nor positions. */
function sayings(schema: Schema): readonly (readonly [string, unknown])[] {
  const said = Object.entries(schema).filter(([field, value]) => !left.has(field) && !holdsSchemas(value))
  if (schema.ref !== undefined) said.push(['ref', schema.ref.slice(schema.ref.indexOf('#'))])
  return said.sort(([before], [after]) => (before < after ? -1 : 1))
}

const left: ReadonlySet<string> = new Set<keyof Schema>([
  ...([
    'at',
    'ref',
    'name',
    'title',
    'description',
    'default',
    'examples',
    'discriminator',
    'dependentRequired',
  ] as const),
  ...(['classification', 'tenantKey', 'retention', 'residency', 'lifecycle'] as const),
])

function holdsSchemas(value: unknown): boolean {
  if (value instanceof Map) return true
  const [first] = Array.isArray(value) ? (value as unknown[]) : [value]
  return typeof first === 'object' && first !== null && (first as { kind?: unknown }).kind === 'schema'
}
