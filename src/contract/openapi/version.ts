import { type JsonObject, own } from '../../util/own.js'
import type { Origin } from '../model/index.js'
import type { Problems } from '../problem.js'

/** Patch versions of the standard never change a meaning. */
export type OpenApiVersion = '2.0' | '3.0' | '3.1' | '3.2'

export interface DeclaredVersion {
  readonly version: OpenApiVersion
  /** As written: `3.0.3`. */
  readonly declared: string
}

/** Reads `openapi` or `swagger` of the root; reports a version that nobody can read by its rules. */
export function readVersion(root: JsonObject, at: Origin, problems: Problems): DeclaredVersion | undefined {
  const field = Object.hasOwn(root, 'openapi') ? 'openapi' : 'swagger'
  const value = own(root, field)
  const place = { document: at.document, pointer: `/${field}` }
  const text = typeof value === 'number' ? String(value) : value
  const version = typeof text === 'string' ? versionOf(field, text) : undefined
  if (typeof text !== 'string' || version === undefined) {
    const shown = typeof text === 'string' ? text : JSON.stringify(text ?? null)
    problems.report('TK1101', { version: shown.slice(0, 40) }, { at: place })
    return undefined
  }
  if (typeof value === 'number') {
    problems.report('TK1104', { field, found: 'a number', expected: 'a text' }, { at: place })
  }
  return { version, declared: text }
}

function versionOf(field: string, text: string): OpenApiVersion | undefined {
  if (field === 'swagger') return text === '2.0' || text === '2' ? '2.0' : undefined
  // `3.1` for `3.1.0` is a common slip and leaves no doubt; a bare `3` does.
  const minor = /^(3\.[012])(\.\d+(-[\w.]+)?)?$/.exec(text)?.[1]
  return minor as OpenApiVersion | undefined
}
