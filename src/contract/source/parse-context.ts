import type { CodeName, DiagnosticPlace, ParamsFor } from '../../diagnostic/index.js'
import type { JsonValue } from '../../util/own.js'
import type { FindSpans } from './find-spans.js'
import type { Limits } from './limits.js'
import type { TextFile } from './text-file.js'

/** What a parser of text works with. */
export interface ParseContext {
  readonly source: TextFile
  readonly limits: Limits
  /** How many values this document may still have: the limit is for all documents together. */
  readonly nodesLeft: number
  readonly report: <Code extends CodeName>(code: Code, params: ParamsFor<Code>, place: DiagnosticPlace) => void
  /** Reports that the text goes beyond a limit at an offset. */
  readonly beyond: (limit: 'depth' | 'nodes', at: number) => void
}

export interface Parsed {
  readonly format: 'json' | 'yaml'
  readonly value: JsonValue
  /** Values in it, aliases followed. */
  readonly nodes: number
  /** Whether something in it may have a name of its own: an `$id` or an anchor of JSON Schema. */
  readonly mayIdentify: boolean
  readonly findSpans: FindSpans
}
