import type { LoadedSchema } from '../contract/index.js'
import type { Contract } from '../contract/model/index.js'
import { type DiffOptions, reportOf } from './diff-contracts.js'
import type { Edit } from './edit/edit.js'
import { createFindings } from './finding/create-findings.js'
import { digestOf } from './finding/digest.js'
import type { DiffReport, Direction, Finding, Level, ReportSide } from './report.js'
import { schemaRules } from './rules/schema/index.js'
import { createSchemaComparer } from './schema/compare-schemas.js'

export interface DiffSchemasOptions extends Pick<DiffOptions, 'view' | 'levels' | 'sources'> {
  /** `request`: what BASE accepts must be accepted by HEAD; `response`: the other way round. Default: `request`. */
  readonly direction?: 'request' | 'response'
}

/** A schema that could be read. */
export type LoadedSchemaSide = LoadedSchema & { readonly side: NonNullable<LoadedSchema['side']> }

/**
 * Compares two plain JSON Schemas as one payload. `readOnly` and `writeOnly` only mean something in the messages of an
 * API, so that the schemas are compared as payloads of events are, where every member is sent.
 */
export function diffSchemas(base: LoadedSchemaSide, head: LoadedSchemaSide, options: DiffSchemasOptions): DiffReport {
  const { view = 'strict', direction = 'request', levels = new Map<string, Level | 'off'>(), sources } = options
  const edits: Edit[] = []
  const comparison = { base: contractOf(base), head: contractOf(head), emit: (edit: Edit) => void edits.push(edit) }
  const comparer = createSchemaComparer(comparison, { view })
  const [before, after] = [base.side.schema, head.side.schema]
  const way = direction === 'request' ? 'consumed' : 'published'
  const place = { pointer: '', direction: way, before: { at: before.at }, after: { at: after.at } } as const
  comparer.compare(before, after, place)
  const tally = comparer.finish()
  const context = { ...comparison, today: '', grace: 0 }
  const asked = new Map([...levels].map(([name, level]) => [asEvent(name), level]))
  const found = createFindings(edits, schemaRules, context, { levels: asked, base: base.spans, head: head.spans })
  return reportOf({
    base: sideOf(base, sources.base),
    head: sideOf(head, sources.head),
    findings: found.map((finding) => asExchange(finding, direction)),
    tally,
    compared: { base: base.side, head: head.side },
  })
}

/** Levels are given for the directions that the command line has. */
function asEvent(name: string): string {
  return name.replace(/^request-/, 'consumed-').replace(/^response-/, 'published-')
}

function asExchange(finding: Finding, direction: Direction): Finding {
  return { ...finding, direction, rule: finding.rule.replace(/^(consumed|published)-/, `${direction}-`) }
}

/** What comparing schemas needs of a contract. */
function contractOf({ side: { schema, schemas } }: LoadedSchemaSide): Contract {
  return {
    kind: 'contract',
    protocol: 'asyncapi',
    specVersion: '',
    title: '',
    version: '',
    servers: [],
    tags: [],
    operations: [],
    channels: [],
    securitySchemes: new Map(),
    security: [],
    schemas,
    governance: {},
    pathways: new Map(),
    dataPolicy: { clearances: new Map(), clearanceClaim: '', unclassified: 'allow' },
    at: schema.at,
  }
}

function sideOf({ side, documents }: LoadedSchemaSide, source: string): ReportSide {
  return { source, title: side.schema.title ?? '', version: '', digest: digestOf(documents) }
}
