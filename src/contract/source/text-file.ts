import type { SourceSpan } from '../../diagnostic/index.js'

/** Text with the name it is shown under, and its lines on demand. */
export interface TextFile {
  readonly file: string
  readonly text: string
  /** The span between two offsets, the end exclusive. */
  span(start: number, end: number, pointer?: string): SourceSpan
}

export function createTextFile(file: string, text: string): TextFile {
  let starts: readonly number[] | undefined
  const position = (offset: number) => {
    starts ??= lineStarts(text)
    const line = lineAt(starts, offset)
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
  }
  return {
    file,
    text,
    span(start, end, pointer) {
      const from = position(start)
      const to = position(Math.max(start, end))
      return {
        file,
        ...from,
        endLine: to.line,
        endColumn: to.column,
        ...(pointer !== undefined && { pointer }),
      }
    },
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The last line that starts at or before the offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
