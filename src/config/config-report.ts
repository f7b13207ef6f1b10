import { type Diagnostic, diagnostic, type SourceSpan } from '../diagnostic/index.js'
import type { ShapeReport, ValuePath } from '../util/shape.js'

/** Looks up the position of a configuration value by its path; absent for configurations that are programs. */
export type SpanOf = (path: ValuePath, part: 'key' | 'value') => SourceSpan | undefined

export interface ConfigPlace {
  readonly file: string
  readonly spanOf: SpanOf
  readonly problems: Diagnostic[]
}

/** Wrong values of a configuration become diagnostics. */
export function configReport({ file, spanOf, problems }: ConfigPlace): ShapeReport {
  return {
    refuse(path, expected, help) {
      const place = path.length === 0 ? 'the configuration' : `\`${path.join('.')}\``
      problems.push(diagnostic('TK6003', { file, place, expected }, { span: spanOf(path, 'value'), help }))
    },
    unknownKey(path, help) {
      problems.push(diagnostic('TK6004', { file, key: path.join('.') }, { span: spanOf(path, 'key'), help }))
    },
  }
}
