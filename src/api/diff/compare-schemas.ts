import { type LoadedSchema, loadSchema } from '../../contract/index.js'
import type { Diagnostic } from '../../diagnostic/index.js'
import {
  type ContractName,
  type DiffReport,
  type DiffSchemasOptions,
  diffSchemas,
  type LoadedSchemaSide,
} from '../../diff/index.js'
import type { Input } from './inputs.js'

/** Loads two plain JSON Schemas and compares them. Without a report, or a name of what is new, there is at least one error. */
export async function compareSchemas(
  base: Input | undefined,
  head: Input,
  options: Omit<DiffSchemasOptions, 'sources'>,
): Promise<{
  readonly report?: DiffReport
  readonly added?: ContractName
  readonly diagnostics: readonly Diagnostic[]
}> {
  const after = await load(head)
  const before = base && (await load(base))
  const diagnostics = [...(before?.diagnostics ?? []), ...after.diagnostics]
  if (!isLoaded(after) || (before && !isLoaded(before))) return { diagnostics }
  const source = sourceOf(head, after)
  if (!base || !before) return { added: { source, title: after.side.schema.title ?? '', version: '' }, diagnostics }
  const sources = { base: sourceOf(base, before), head: source }
  return { report: diffSchemas(before, after, { ...options, sources }), diagnostics }
}

function load({ reference, options }: Input): Promise<LoadedSchema> {
  return loadSchema(reference, options)
}

function isLoaded(loaded: LoadedSchema): loaded is LoadedSchemaSide {
  return loaded.side !== undefined
}

function sourceOf({ reference }: Input, { documents: [root] }: LoadedSchema): string {
  return root?.file ?? reference
}
