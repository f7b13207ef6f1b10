import { type Diagnostic, hasErrors } from '../diagnostic/index.js'
import { isObject, own } from '../util/own.js'
import type { LoadOptions } from './load.js'
import type { Schema, SchemaId } from './model/index.js'
import { createProblems, type Problems } from './problem.js'
import { createSchemaReader } from './schema/index.js'
import { openSources, type SourceDocument, type Sources } from './source/index.js'

export type LoadSchemaOptions = Pick<LoadOptions, 'cwd' | 'root' | 'overlays' | 'allowRemote' | 'stdin' | 'catalog'>

/** The outcome of reading a JSON Schema. Without a side there is at least one error. */
export interface LoadedSchema {
  /** The schema of the document, with the schemas that its references lead to. */
  readonly side?: { readonly schema: Schema; readonly schemas: ReadonlyMap<SchemaId, Schema> }
  readonly diagnostics: readonly Diagnostic[]
  /** Every file that took part, the schema's own first. */
  readonly documents: readonly SourceDocument[]
  /** Positions for problems that a later stage finds in the schema. */
  readonly located: (problems: Problems) => readonly Diagnostic[]
  /** The places of nodes of the schema. */
  readonly spans: Sources['spans']
}

/**
 * Loads a plain JSON Schema, in JSON or YAML, of the dialect that its `$schema` names, draft 4 to 2020-12; without one it
 * is 2020-12. The argument and the references are read as those of a contract are.
 */
export async function loadSchema(reference: string, options: LoadSchemaOptions = {}): Promise<LoadedSchema> {
  const problems = createProblems()
  const sources = await openSources(reference, options, problems)
  const located = (later: Problems) => later.resolve(sources)
  if (!sources) return { diagnostics: problems.resolve(undefined), documents: [], located, spans: () => [] }
  const side = await readCompletely(sources, problems)
  const diagnostics = problems.resolve(sources)
  const documents = sources.documents()
  return {
    ...(side && !hasErrors(diagnostics) && { side }),
    diagnostics,
    documents,
    located,
    spans: (places) => sources.spans(places),
  }
}

/** Remote references are fetched between passes: only reading finds them, and only a pass that finds none is complete. */
async function readCompletely(sources: Sources, problems: Problems): Promise<LoadedSchema['side']> {
  for (;;) {
    const side = read(sources, problems)
    if (sources.pending().length === 0) return side
    await sources.fetchPending()
  }
}

function read(sources: Sources, problems: Problems): LoadedSchema['side'] {
  const { root } = sources
  const at = { document: root.id, pointer: '' }
  const kind = contractKind(root)
  if (kind) {
    problems.report('TK1514', { kind }, { at })
    return undefined
  }
  const reader = createSchemaReader({ sources, problems, dialect: 'json-schema-2020-12' })
  const schema = reader.read(root.value, at)
  return { schema, schemas: reader.schemas() }
}

const contracts = [
  ['openapi', 'OpenAPI'],
  ['swagger', 'OpenAPI'],
  ['asyncapi', 'AsyncAPI'],
] as const

function contractKind({ value }: SourceDocument): string | undefined {
  const has = (field: string) => isObject(value) && typeof own(value, field) === 'string'
  return contracts.find(([field]) => has(field))?.[1]
}
