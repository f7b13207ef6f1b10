import type { SourceSpan } from '../../diagnostic/index.js'
import { compareText } from '../../util/compare.js'
import type { Finding } from '../report.js'
import type { RenderContext } from './context.js'

/** One line of a file with its number. */
export interface SourceLine {
  readonly number: number
  readonly text: string
  /** Inside the position; false for what leads there. */
  readonly changed: boolean
}

/** The lines of one side; none where there are no lines to be had. */
export interface ExcerptSide {
  readonly lines: readonly SourceLine[]
  /** Lines of the position that are not shown. */
  readonly more: number
  /** The change is somewhere inside of it: where a member is missing, its place is all that it is missing from. */
  readonly isAround: boolean
}

/** What stood where the change is, and what stands there now. */
export interface Excerpt {
  readonly before: ExcerptSide
  readonly after: ExcerptSide
}

export interface ExcerptOptions {
  /** Lines of one side. */
  readonly lines: number
  /** Lines that lead there, beside those. Default: 0. */
  readonly leading?: number
}

const width = 200
const nothing: ExcerptSide = { lines: [], more: 0, isAround: false }

// A change as such has few lines; what it stands in has more.
const fewLines = 3

type LinesOf = NonNullable<RenderContext['linesOf']>

/**
 * The lines of all findings at once. Sides alternate from finding to finding, and reading a large file anew for each
 * would cost more than the comparison, so lines are asked for file by file, in the order of each file.
 */
export function readExcerpts(
  findings: readonly Finding[],
  linesOf: RenderContext['linesOf'],
  options: ExcerptOptions,
): (finding: Finding) => Excerpt {
  const sides = new Map<SourceSpan, ExcerptSide>()
  if (linesOf) {
    const spans = findings.flatMap(({ before, after }) => [before, after]).filter((span) => span !== undefined)
    const read = keepingLast(linesOf)
    for (const span of spans.sort(byPlace)) {
      if (!sides.has(span)) sides.set(span, linesAt(span, read, options))
    }
  }
  const of = (span: SourceSpan | undefined): ExcerptSide => (span && sides.get(span)) ?? nothing
  return ({ before, after }) => judged(of(before), of(after))
}

function judged(before: ExcerptSide, after: ExcerptSide): Excerpt {
  const [first, second] = [lengthOf(before), lengthOf(after)]
  if (first === 0 || second === 0) return { before, after }
  const isMoved = first === second && before.lines.every(({ text }, index) => text === after.lines[index]?.text)
  const isAround = (own: number, other: number): boolean => own > fewLines && (other <= fewLines || isMoved)
  return {
    before: { ...before, isAround: isAround(first, second) },
    after: { ...after, isAround: isAround(second, first) },
  }
}

function lengthOf({ lines, more }: ExcerptSide): number {
  return lines.filter(({ changed }) => changed).length + more
}

/** All positions of a minified document are on its one line of many megabytes. */
function keepingLast(linesOf: LinesOf): LinesOf {
  let last: { readonly key: string; readonly lines: readonly string[] } | undefined
  return (file, first, end) => {
    const key = `${first}-${end} ${file}`
    if (last?.key !== key) last = { key, lines: linesOf(file, first, end) }
    return last.lines
  }
}

function linesAt(span: SourceSpan, linesOf: LinesOf, { lines, leading = 0 }: ExcerptOptions): ExcerptSide {
  const first = Math.max(1, span.line - leading)
  // A span that ends before the first column of a line ends with the line above.
  const end = Math.max(span.endColumn <= 1 ? span.endLine - 1 : span.endLine, span.line)
  const last = Math.min(end, span.line + lines - 1)
  const read = linesOf(span.file, first, last)
  if (read.length === 0) return nothing
  const shown = read.map((text, index) => ({
    number: first + index,
    text: windowOf(text, first + index === span.line ? span.column : 1),
    changed: first + index >= span.line,
  }))
  return { lines: withoutMargin(shown), more: end - last, isAround: false }
}

/** A long line is cut to what is around the position. */
function windowOf(text: string, column: number): string {
  if (text.length <= width) return text
  const from = Math.max(0, Math.min(column - 1 - width / 4, text.length - width))
  return `${from > 0 ? '…' : ''}${text.slice(from, from + width)}${from + width < text.length ? '…' : ''}`
}

/** Indentation that all lines share says nothing. */
export function withoutMargin(lines: readonly SourceLine[]): readonly SourceLine[] {
  const margins = lines.filter(({ text }) => text.trim() !== '').map(({ text }) => /^ */.exec(text)?.[0].length ?? 0)
  const margin = Math.min(...margins, width)
  return lines.map((line) => ({ ...line, text: line.text.slice(margin).trimEnd() }))
}

function byPlace(before: SourceSpan, after: SourceSpan): number {
  return compareText(before.file, after.file) || before.line - after.line || before.endLine - after.endLine
}
