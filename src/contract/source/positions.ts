import type { SourceSpan } from '../../diagnostic/index.js'

/** Lines and columns count from 1. */
export type Position = Pick<SourceSpan, 'line' | 'column'>

/** Names an offset as editors do. */
export type PositionOf = (offset: number) => Position

/** The span between two offsets, the end exclusive. */
export type SpanOf = (start: number, end: number, pointer?: string) => SourceSpan

export function createSpanOf(file: string, positionOf: PositionOf): SpanOf {
  return (start, end, pointer) => {
    const from = positionOf(start)
    const to = positionOf(Math.max(start, end))
    return {
      file,
      ...from,
      endLine: to.line,
      endColumn: to.column,
      ...(pointer !== undefined && { pointer }),
    }
  }
}

/** Of offsets in a text, whose lines are looked for when the first one is asked for. */
export function textPositions(text: () => string): PositionOf {
  let starts: readonly number[] | undefined
  return (offset) => {
    starts ??= lineStarts(text())
    const line = lineAt(starts, offset)
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The last line that starts at or before the offset, the first one being 0. */
export function lineAt(starts: ArrayLike<number>, offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
