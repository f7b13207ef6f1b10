import type { SourceSpan } from '../../diagnostic/index.js'
import { compareText } from '../../util/compare.js'
import type { Finding } from '../report.js'
import type { RenderContext } from './context.js'

/** One line of a file with its number. */
export interface SourceLine {
  readonly number: number
  readonly text: string
}

/** What stood where the change is, and what stands there now; empty where there are no lines to be had. */
export interface Excerpt {
  readonly before: readonly SourceLine[]
  readonly after: readonly SourceLine[]
}

export interface ExcerptOptions {
  /** Lines of one side. */
  readonly lines: number
  /** Lines that lead there, counted among them. Default: 0. */
  readonly leading?: number
}

/**
 * The lines of all findings at once. Sides alternate from finding to finding, and reading a large file anew for each
 * would cost more than the comparison, so lines are asked for file by file, in the order of each file.
 */
export function readExcerpts(
  findings: readonly Finding[],
  linesOf: RenderContext['linesOf'],
  options: ExcerptOptions,
): (finding: Finding) => Excerpt {
  const lines = new Map<SourceSpan, readonly SourceLine[]>()
  if (linesOf) {
    const spans = findings.flatMap(({ before, after }) => [before, after]).filter((span) => span !== undefined)
    for (const span of spans.sort(byPlace)) {
      if (!lines.has(span)) lines.set(span, linesAt(span, linesOf, options))
    }
  }
  const of = (span: SourceSpan | undefined): readonly SourceLine[] => (span && lines.get(span)) ?? []
  return ({ before, after }) => ({ before: of(before), after: of(after) })
}

function linesAt(
  span: SourceSpan,
  linesOf: NonNullable<RenderContext['linesOf']>,
  { lines, leading = 0 }: ExcerptOptions,
): readonly SourceLine[] {
  const first = Math.max(1, span.line - leading)
  // A span that ends before the first column of a line ends with the line above.
  const end = span.endColumn <= 1 && span.endLine > span.line ? span.endLine - 1 : span.endLine
  const last = Math.min(Math.max(end, span.line), first + lines - 1)
  return withoutMargin(linesOf(span.file, first, last).map((text, index) => ({ number: first + index, text })))
}

/** Indentation that all lines share says nothing. */
function withoutMargin(lines: readonly SourceLine[]): readonly SourceLine[] {
  const margins = lines.filter(({ text }) => text.trim() !== '').map(({ text }) => /^ */.exec(text)?.[0].length ?? 0)
  const margin = Math.min(...margins, Number.MAX_SAFE_INTEGER)
  return lines.map(({ number, text }) => ({ number, text: text.slice(margin).trimEnd() }))
}

function byPlace(before: SourceSpan, after: SourceSpan): number {
  return compareText(before.file, after.file) || before.line - after.line || before.endLine - after.endLine
}
