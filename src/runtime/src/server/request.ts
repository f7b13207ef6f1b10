import type { Ready } from './ready.js'

/** A request as adapters hand it over: nothing joined, decoded or normalised, so that the core sees what was sent. */
export interface RequestLike {
  readonly method: string
  /** Path and query as they came: `/orders?state=open`. */
  readonly target: string
  /** Name, value, name, value, in order: duplicates stay visible. */
  readonly rawHeaders: readonly string[]
  /** Absent: there is none. */
  readonly body?: Uint8Array<ArrayBuffer> | BodyReader
  /** Of the caller, verified by whoever ended the TLS connection. */
  readonly certificate?: ClientCertificate | undefined
  /** IP address that the connection comes from: the caller's, or that of a proxy. Absent: the adapter does not know. */
  readonly address?: string | undefined
  /** Fires when the caller has gone. */
  readonly signal?: AbortSignal | undefined
}

/** What is used of a client certificate whose chain has been verified. */
export interface ClientCertificate {
  /** SHA-256 of its DER form in base64url, as in `x5t#S256` (RFC 8705, section 3.1). */
  readonly thumbprint: string
  /** `DNS:acme.example.com`, `URI:spiffe://…`, as Node writes them. */
  readonly subjectAltNames: readonly string[]
}

/** A body that is still coming. It is read once, by one of the two. */
export interface BodyReader {
  /**
   * All of it, at once where it has come already; `too-large` as soon as it is longer than `limit` bytes. Rejects when the
   * caller breaks off.
   */
  read(limit: number): Ready<Uint8Array<ArrayBuffer> | 'too-large'>
  stream(): ReadableStream<Uint8Array>
  /** Nobody waits for what `read` gives any more. */
  cancel?(): void
}

/** An answer as adapters send it. Header names are in lower case. */
export interface ResponseLike {
  readonly status: number
  readonly headers: readonly Header[]
  /** Absent: no body. A stream that throws must end the connection, so that nobody takes it for complete. */
  readonly body?: string | Uint8Array | AsyncIterable<string | Uint8Array>
  /** Fires when a stream must be broken off at once, because its reader takes too long. */
  readonly broken?: AbortSignal
}

export type Header = readonly [name: string, value: string]
