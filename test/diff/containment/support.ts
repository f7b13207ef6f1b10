import { createProblems } from '../../../src/contract/problem.js'
import { createSchemaReader } from '../../../src/contract/schema/index.js'
import { openSources } from '../../../src/contract/source/index.js'
import {
  createContainment,
  type Projection,
  type SchemaSide,
  type Verdict,
  type View,
} from '../../../src/diff/containment/index.js'

/** A schema of JSON Schema 2020-12, written in YAML or as plain data, with what it refers to in its `$defs`. */
export async function sideOf(schema: unknown): Promise<SchemaSide> {
  const text = typeof schema === 'string' ? schema : JSON.stringify(schema)
  const problems = createProblems()
  const sources = await openSources('-', { stdin: () => text }, problems)
  if (!sources)
    throw new Error(
      problems
        .resolve(undefined)
        .map(({ message }) => message)
        .join('\n'),
    )
  const reader = createSchemaReader({ sources, problems, dialect: 'json-schema-2020-12' })
  const read = reader.read(sources.root.value, { document: sources.root.id, pointer: '' })
  return { schema: read, schemas: reader.schemas() }
}

export interface CheckOptions {
  readonly view?: View
  readonly projection?: Projection
}

/** The verdict on a producer and a reader, as `compatible`, `breaking` with the witness, or `unknown` with the reason. */
export async function verdictOf(producer: unknown, reader: unknown, options: CheckOptions = {}): Promise<string> {
  const containment = createContainment({ view: options.view ?? 'strict' })
  return shown(containment.check(await sideOf(producer), await sideOf(reader), options.projection ?? 'none'))
}

export function shown(verdict: Verdict): string {
  if (verdict.kind === 'breaking') return `breaking ${JSON.stringify(verdict.witness)}`
  return verdict.kind === 'unknown' ? `unknown ${verdict.why}` : verdict.kind
}
