import { printable } from '../../util/printable.js'
import type { SourceSpan } from '../span.js'
import type { Style } from './style.js'

const linesBefore = 2
const width = 100

/**
 * The lines that lead to a span, with the span underlined. Long lines (a minified document is one) are cut to a window
 * around the span.
 */
export function excerpt(
  linesOf: (first: number, last: number) => readonly string[],
  span: SourceSpan,
  note: string,
  style: Style,
): string[] {
  const first = Math.max(1, span.line - linesBefore)
  const lines = linesOf(first, span.line)
  const last = lines.at(-1)
  if (last === undefined || lines.length !== span.line - first + 1) return []
  const gutter = String(span.line).length
  const from = Math.max(0, span.column - 1 - Math.floor(width / 2))
  const window = last.length > width ? from : 0
  const shown = lines.map((line, index) => {
    const number = String(first + index).padStart(gutter)
    return `  ${style.faint(`${number} │`)} ${printable(clip(line, window))}`.trimEnd()
  })
  const indent = printable(clip(last, window).slice(0, span.column - 1 - window)).replace(/[^\t]/g, ' ')
  const end = span.endLine === span.line ? span.endColumn : last.length + 1
  const room = Math.max(1, Math.min(end, window + width + 1) - span.column)
  const mark = '^'.repeat(room)
  return [...shown, `  ${' '.repeat(gutter)} ${style.faint('│')} ${indent}${style.error(mark)} ${note}`.trimEnd()]
}

function clip(line: string, from: number): string {
  return line.slice(from, from + width)
}
