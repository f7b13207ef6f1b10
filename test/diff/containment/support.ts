import { load } from 'js-yaml'
import {
  createContainment,
  type Projection,
  type SchemaSide,
  type Verdict,
  type View,
} from '../../../src/diff/containment/index.js'
import { sideOf } from '../../support/schema-side.js'

export interface CheckOptions {
  /** Default: `strict`. */
  readonly view?: View
  /** Default: `none`. */
  readonly projection?: Projection
}

/** A schema of JSON Schema 2020-12 in YAML, with what it refers to in its `$defs`. */
export function side(schema: string): SchemaSide {
  return sideOf(load(schema))
}

/** The verdict as text: `compatible`, `breaking` with the witness, or `unknown` with the reason. */
export function verdictOf(
  producer: string,
  reader: string,
  { view = 'strict', projection = 'none' }: CheckOptions = {},
) {
  return shown(createContainment({ view }).check(side(producer), side(reader), projection))
}

export function shown(verdict: Verdict): string {
  if (verdict.kind === 'breaking') return `breaking ${JSON.stringify(verdict.witness)}`
  return verdict.kind === 'unknown' ? `unknown ${verdict.why}` : verdict.kind
}
