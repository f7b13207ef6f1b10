import { type DiffSchemasOptions, diffSchemas, type LoadedSchemaSide } from '../../../src/diff/diff-schemas.js'
import type { DiffReport } from '../../../src/diff/report.js'
import { sideOf } from '../../support/schema-side.js'

/** Compares two JSON Schemas in memory; findings have no places in files. */
export function diffDocuments(
  before: unknown,
  after: unknown,
  options: Omit<DiffSchemasOptions, 'sources'> = {},
): DiffReport {
  return diffSchemas(loaded(before), loaded(after), { ...options, sources: { base: 'before', head: 'after' } })
}

function loaded(document: unknown): LoadedSchemaSide {
  return { side: sideOf(document), documents: [], diagnostics: [], located: () => [], spans: () => [] }
}
