import { loadSchema } from '../contract/index.js'
import type { Diagnostic } from '../diagnostic/index.js'
import { createContainment, type Verdict, type View } from '../diff/containment/index.js'
import type { JsonValue } from '../util/own.js'

export interface CheckSchemasOptions {
  /** `strict`: plain JSON Schema on both sides; `exchange`: the producer sends only what its schema declares. Default: `strict`. */
  readonly view?: View
}

export type SchemaAnswer = Verdict | { readonly kind: 'invalid'; readonly diagnostics: readonly Diagnostic[] }

/**
 * Whether every value that one JSON Schema accepts is accepted by another: proved, refuted by a value that ajv has judged,
 * or unknown with the reason. Schemas of any dialect by `$schema` (default: 2020-12), complete in themselves.
 *
 * @example
 * await checkSchemas({ type: 'number' }, { type: 'integer' })
 * // { kind: 'breaking', witness: 0.1, reason: 'must be integer', pointer: '' }
 */
export async function checkSchemas(
  producer: JsonValue,
  reader: JsonValue,
  { view = 'strict' }: CheckSchemasOptions = {},
): Promise<SchemaAnswer> {
  const [sent, read] = await Promise.all([load(producer), load(reader)])
  if (!sent.side || !read.side) return { kind: 'invalid', diagnostics: [...sent.diagnostics, ...read.diagnostics] }
  return createContainment({ view }).check(sent.side, read.side, 'none')
}

/** Schemas that accept everything or nothing are as good as an object that says the same. */
function load(schema: JsonValue) {
  const written = schema === true ? {} : schema === false ? { not: {} } : schema
  return loadSchema('-', { stdin: () => JSON.stringify(written) })
}
