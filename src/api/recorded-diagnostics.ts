import { type CodeName, codes, type Diagnostic, type Severity, type SourceSpan } from '../diagnostic/index.js'
import { isArray, isObject, type JsonObject, type JsonValue, own } from '../util/own.js'

/**
 * Diagnostics as plain data in a manifest, so that a run with nothing to do says what the last one said. Files are named
 * by `nameOf`, as inputs are, because a manifest means the same wherever it is checked out.
 */
export function recordDiagnostics(
  diagnostics: readonly Diagnostic[],
  nameOf: (file: string) => string,
): readonly JsonValue[] {
  const place = ({ file, ...span }: SourceSpan): JsonObject => ({ file: nameOf(file), ...span })
  return diagnostics.map(({ code, severity, message, help, span, related }) => ({
    code,
    severity,
    message,
    ...(help !== undefined && { help }),
    ...(span && { span: place(span) }),
    ...(related && { related: related.map((one) => ({ message: one.message, span: place(one.span) })) }),
  }))
}

/** The other way round. What is no diagnostic is left out: anyone can write a manifest. */
export function recallDiagnostics(
  recorded: readonly JsonValue[],
  fileOf: (name: string) => string,
): readonly Diagnostic[] {
  return recorded.flatMap((value) => {
    if (!isObject(value)) return []
    const code = text(value, 'code')
    const message = text(value, 'message')
    const severity = text(value, 'severity')
    if (code === undefined || !isCode(code) || message === undefined || !isSeverity(severity)) return []
    const help = text(value, 'help')
    const span = spanOf(own(value, 'span'), fileOf)
    const related = own(value, 'related')
    const places = related !== undefined && isArray(related) ? related.flatMap((one) => placeOf(one, fileOf)) : []
    return {
      code,
      name: codes[code].name,
      severity,
      message,
      ...(help !== undefined && { help }),
      ...(span && { span }),
      ...(places.length > 0 && { related: places }),
    }
  })
}

function placeOf(value: JsonValue, fileOf: (name: string) => string) {
  const message = isObject(value) ? text(value, 'message') : undefined
  const span = isObject(value) ? spanOf(own(value, 'span'), fileOf) : undefined
  return message === undefined || !span ? [] : [{ message, span }]
}

function spanOf(value: JsonValue | undefined, fileOf: (name: string) => string): SourceSpan | undefined {
  if (value === undefined || !isObject(value)) return undefined
  const file = text(value, 'file')
  const [line, column, endLine, endColumn] = (['line', 'column', 'endLine', 'endColumn'] as const).map((key) => {
    const number = own(value, key)
    return typeof number === 'number' ? number : 1
  }) as [number, number, number, number]
  const pointer = text(value, 'pointer')
  if (file === undefined) return undefined
  return { file: fileOf(file), line, column, endLine, endColumn, ...(pointer !== undefined && { pointer }) }
}

function text(object: JsonObject, key: string): string | undefined {
  const value = own(object, key)
  return typeof value === 'string' ? value : undefined
}

function isCode(code: string): code is CodeName {
  return Object.hasOwn(codes, code)
}

function isSeverity(severity: string | undefined): severity is Severity {
  return severity === 'error' || severity === 'warning' || severity === 'info'
}
