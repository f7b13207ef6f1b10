/** Cuts a text that arrives in chunks into lines, wherever the chunks are split. */
export interface LineSplitter {
  /** The lines that this chunk completes, without their ends. */
  push(chunk: string): string[]
  /** What is left after the last line end. */
  rest(): string
}

/** `ends`: LF, CR and CRLF (HTML, section 9.2.6) for `any`; else the one character. `limit`: of one line, in UTF-16 units. */
export function lineSplitter(ends: 'any' | '\n' | '\u001e', limit: number, tooLong: () => Error): LineSplitter {
  const pattern = ends === 'any' ? /\r\n|\r|\n/ : ends
  let pieces: string[] = []
  let length = 0
  // A CR at the end of a chunk has ended its line; the LF that may follow belongs to it.
  let skipsLineFeed = false
  return {
    push(chunk) {
      if (chunk === '') return []
      const text = skipsLineFeed && chunk.startsWith('\n') ? chunk.slice(1) : chunk
      skipsLineFeed = ends === 'any' && chunk.endsWith('\r')
      const lines = text.split(pattern)
      const last = lines.pop() ?? ''
      if (lines.length > 0) {
        lines[0] = pieces.join('') + (lines[0] ?? '')
        pieces = []
        length = 0
      }
      pieces.push(last)
      length += last.length
      if (length > limit || lines.some((line) => line.length > limit)) throw tooLong()
      return lines
    },
    rest: () => pieces.join(''),
  }
}
