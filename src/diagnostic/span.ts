/** A place in a file. Lines and columns count from 1; columns count UTF-16 code units, as editors do. */
export interface SourceSpan {
  /** As the user would write it: relative to the working directory, with `/`; or a URL. */
  readonly file: string
  readonly line: number
  readonly column: number
  /** End of the span, exclusive. */
  readonly endLine: number
  readonly endColumn: number
  /** JSON Pointer (RFC 6901) of the node; empty for the document, absent for what is no document (a flag, a folder). */
  readonly pointer?: string
}
