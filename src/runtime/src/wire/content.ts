/** Bytes to send: the body of an upload, or the answer of a handler. */
export type BinaryInput = Blob | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>

/** One file of a multipart body. A `File` also sends its name. */
export type FileInput = Blob | File

/** Bytes received; read once, in the form that suits. */
export interface BinaryContent {
  readonly contentType: string | undefined
  stream(): ReadableStream<Uint8Array>
  bytes(): Promise<Uint8Array<ArrayBuffer>>
  text(): Promise<string>
  blob(): Promise<Blob>
  /** Gives the bytes up, so that the connection is free again. */
  cancel(): Promise<void>
}

/** One event of `text/event-stream` (HTML Living Standard, section 9.2), its data decoded. */
export interface ServerSentEvent<Data> {
  readonly data: Data
  /** Absent: `message`. */
  readonly event?: string | undefined
  readonly id?: string | undefined
  /** Milliseconds. */
  readonly retry?: number | undefined
}

export type EventStream<Data> = AsyncIterable<ServerSentEvent<Data>>
