import { isObject, type JsonObject, type JsonValue } from '../../util/own.js'
import { clearFindings, type SchemaError } from './schema-errors.js'

interface Job {
  readonly version: string
  readonly documents: readonly { readonly id: string; readonly json: string }[]
}

interface Finding {
  readonly pointer: string
  readonly reason: string
}

/**
 * Judges a contract against the schema of its version of OpenAPI, up to 3.1 by swagger-parser. It gets texts that
 * have been gathered already and reads nothing itself. A contract of one document is not dereferenced: the schemas of
 * the standard know references.
 */
export async function validateOpenApi({ version, documents }: Job): Promise<readonly Finding[]> {
  const [root, ...others] = documents
  if (!root) return []
  if (version === '3.2') {
    const { standardErrors } = await import('./validate-standard.js')
    return clearFindings((await standardErrors(JSON.parse(root.json) as JsonValue)) as readonly SchemaError[])
  }
  const { default: SwaggerParser } = await import('@apidevtools/swagger-parser')
  const texts = new Map(others.map(({ id, json }) => [addressOf(id), json]))
  const single = others.length === 0
  try {
    await SwaggerParser.validate(addressOf(root.id), prepare(JSON.parse(root.json) as JsonObject, version) as never, {
      resolve: {
        external: !single,
        http: false,
        file: {
          order: 1,
          canRead: true,
          read: ({ url }: { readonly url: string }) => texts.get(withoutHash(url)) ?? '{}',
        },
      },
      dereference: { excludedPathMatcher: (path: string) => single || isData(path) },
      validate: { schema: true, spec: false },
    })
    return []
  } catch (error) {
    const details = isDetailed(error) ? error.details : undefined
    if (!details) throw error
    return clearFindings(details)
  }
}

/** Differences that our own reader speaks of, and that would keep the validator from looking at the rest. */
function prepare(root: JsonObject, version: string): JsonObject {
  const info = root['info']
  const number = isObject(info) ? info['version'] : undefined
  const prepared =
    typeof number === 'number' ? { ...root, info: { ...(info as JsonObject), version: String(number) } } : root
  if (version === '2.0') return { paths: {}, ...prepared, swagger: '2.0' }
  return { paths: {}, ...prepared, openapi: `${version}.0` }
}

/** A path that looks absolute on every system, so that references between the documents meet. */
function addressOf(id: string): string {
  return /^https?:/.test(id) ? id : `/contract/${id}`
}

function withoutHash(url: string): string {
  return decodeURI(url.replace(/#.*$/, ''))
}

function isData(path: string): boolean {
  return /\/(?:description|example|examples|default|enum|const|x-[^/]*)(?:\/|$)/.test(path)
}

function isDetailed(error: unknown): error is { readonly details: readonly SchemaError[] } {
  return error instanceof Error && 'details' in error && Array.isArray(error.details)
}
