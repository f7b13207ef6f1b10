import { printable } from '../../util/printable.js'
import type { Severity } from '../define-codes.js'
import type { Diagnostic } from '../diagnostic.js'
import { excerpt } from './excerpt.js'
import { plainStyle, type Style } from './style.js'

export interface TextOptions {
  /** Lines of a file that a span names, counted from 1, both ends included; fewer than asked for, no excerpt. */
  readonly linesOf?: (file: string, first: number, last: number) => readonly string[]
  /** Default: plain. */
  readonly style?: Style
}

/** Diagnostics for people: place, code, excerpt with the message at the mark, help, and how to learn more. */
export function renderText(diagnostics: readonly Diagnostic[], options: TextOptions = {}): string {
  const style = options.style ?? plainStyle
  return diagnostics.map((diagnostic) => `${renderOne(diagnostic, options, style).join('\n')}\n`).join('\n')
}

function renderOne(diagnostic: Diagnostic, options: TextOptions, style: Style): string[] {
  const { span, severity, code, name, help } = diagnostic
  const message = printable(diagnostic.message)
  const place = span ? `${printable(span.file)}:${span.line}:${span.column}  ` : ''
  const head = `${place}${style[severity](severity)} ${style.strong(`${code} ${name}`)}`
  const { linesOf } = options
  const marked = span && linesOf ? excerpt((first, last) => linesOf(span.file, first, last), span, message, style) : []
  const related = (diagnostic.related ?? []).map(
    ({ message: note, span: at }) =>
      `  ${style.faint('↳')} ${printable(at.file)}:${at.line}:${at.column}  ${printable(note)}`,
  )
  return [
    head,
    '',
    ...(marked.length > 0 ? marked : [`  ${message}`]),
    ...related,
    ...(help ? ['', `  ${printable(help)}`] : ['']),
    `  ${style.faint(`tenantkit explain ${code}`)}`,
  ]
}

/** `1 error, 2 warnings`; empty when there is nothing to count. */
export function countText(diagnostics: readonly { readonly severity: Severity }[]): string {
  const count = (severity: Severity): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
  return [plural(count('error'), 'error'), plural(count('warning'), 'warning')].filter((part) => part !== '').join(', ')
}

function plural(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`
}
