import { createSpanOf, type SpanOf, textPositions } from './positions.js'

/** What stands in a file, under the name it is shown by. */
export interface TextFile {
  readonly file: string
  /** UTF-8 without a byte order mark. */
  readonly bytes: Buffer
  /** Decoded when it is asked for, and kept. */
  readonly text: string
  /** The span between two offsets in the text. */
  readonly span: SpanOf
}

export function createTextFile(file: string, bytes: Buffer): TextFile {
  let text: string | undefined
  const source: TextFile = {
    file,
    bytes,
    get text() {
      text ??= bytes.toString()
      return text
    },
    span: createSpanOf(
      file,
      textPositions(() => source.text),
    ),
  }
  return source
}
