import { fill } from '../util/fill.js'
import { type CodeName, codes, type ParamsFor } from './codes/index.js'
import type { CodeSpec, Severity } from './define-codes.js'
import type { SourceSpan } from './span.js'

/** One problem in what the user gave us: a value, never an exception. */
export interface Diagnostic {
  readonly code: CodeName
  /** Kebab-case name of the code, as in the documentation's file name. */
  readonly name: string
  readonly severity: Severity
  readonly message: string
  readonly help?: string
  readonly span?: SourceSpan
  /** Other places that take part: the first of two duplicates, the reference that led here. */
  readonly related?: readonly RelatedPlace[]
}

export interface RelatedPlace {
  readonly message: string
  readonly span: SourceSpan
}

export interface DiagnosticPlace {
  readonly span?: SourceSpan | undefined
  readonly related?: readonly RelatedPlace[] | undefined
  /** Replaces the code's own help, for instance with a near miss. */
  readonly help?: string | undefined
  /** Overrides the code's own severity, for instance under `--strict`. */
  readonly severity?: Severity | undefined
}

/** Makes a diagnostic from its code and the parameters of its message. */
export function diagnostic<Code extends CodeName>(
  code: Code,
  params: ParamsFor<Code>,
  place: DiagnosticPlace = {},
): Diagnostic {
  const spec: CodeSpec = codes[code]
  const help = place.help ?? (spec.help === undefined ? undefined : fill(spec.help, params))
  return {
    code,
    name: spec.name,
    severity: place.severity ?? spec.severity,
    message: fill(spec.message, params),
    ...(help !== undefined && { help }),
    ...(place.span && { span: place.span }),
    ...(place.related?.length && { related: place.related }),
  }
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error')
}
