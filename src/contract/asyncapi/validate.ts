import { child } from '../../util/json-pointer.js'
import { isArray, isObject, type JsonValue } from '../../util/own.js'

/** What a validator finds wrong, at a place in the document that it was given. */
export interface Finding {
  readonly pointer: string
  readonly message: string
}

/**
 * Judges a document against AsyncAPI's own schemas and rules. `text` is JSON, made of a document that has passed the
 * limits; references must stay inside it (see `hasOuterReferences`). Tiny documents can take the parser minutes, so
 * call this where it can be stopped.
 */
export async function validateAsyncApi(text: string): Promise<readonly Finding[]> {
  const { Parser } = await import('@asyncapi/parser')
  const parser = new Parser({ __unstable: { resolver: { resolvers: blindResolvers } } })
  const found: readonly Complaint[] = await parser.validate(text)
  return found
    .filter(({ severity }) => severity === errorSeverity)
    .map(({ path, message }) => ({ pointer: path.reduce<string>(child, ''), message }))
}

/** Whether a reference leads out of the document, to where the parser must not go. */
export function hasOuterReferences(value: JsonValue): boolean {
  const pending: JsonValue[] = [value]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (isArray(next)) for (const item of next) pending.push(item)
    else if (isObject(next)) {
      const ref = Object.hasOwn(next, '$ref') ? next['$ref'] : undefined
      if (typeof ref === 'string' && !ref.startsWith('#')) return true
      for (const item of Object.values(next)) pending.push(item)
    }
  }
  return false
}

/** The parser's diagnostic, as far as it is used. */
interface Complaint {
  readonly severity: number
  readonly path: readonly (string | number)[]
  readonly message: string
}
const errorSeverity = 0

/** The parser's own readers of files and networks cannot be taken out, only answered for: nothing is ever read. */
const blindResolvers = ['file', 'http', 'https'].map((schema) => ({
  schema,
  // The parser takes an order of 0 for none, and would ask its own reader first.
  order: 1,
  canRead: true,
  read: () => '{}',
}))
