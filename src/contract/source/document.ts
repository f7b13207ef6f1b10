import type { SourceSpan } from '../../diagnostic/index.js'
import type { JsonValue } from '../../util/own.js'
import type { Origin } from '../model/index.js'

/** A file of a contract, and what stands in it as plain data. */
export interface SourceDocument {
  /** Identity in `Origin.document`: the path relative to the contract's root with `/`, the URL, or `overlay:` and its file. */
  readonly id: string
  /** As shown to the user: relative to the working directory with `/`, or the URL, or `git:REF:path`. */
  readonly file: string
  readonly format: 'json' | 'yaml'
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string
  /** Of the file, a byte order mark of UTF-8 included. */
  readonly bytes: Buffer
  /** Whether something in it may have a name of its own: an `$id` or an anchor of JSON Schema. */
  readonly mayIdentify: boolean
  readonly value: JsonValue
}

/** What a reference leads to. */
export interface Resolved {
  readonly value: JsonValue
  readonly at: Origin
}

/**
 * The files of one contract. Reading is synchronous and lazy: a document is read when a reference first leads to it,
 * always through the jail. Every problem becomes a diagnostic of the set.
 */
export interface Sources {
  readonly root: SourceDocument
  /** All that have been read so far, by id. */
  documents(): readonly SourceDocument[]
  /**
   * Follows one `$ref` written in `from` (the origin of the object that holds it); a chain of references is followed to
   * its end. Undefined when it leads nowhere: then a diagnostic has been reported, once per origin. Undefined, too, when
   * it leads to a remote document that is not there yet: see `pending`.
   *
   * `step` follows one reference only, so that what stands beside a `$ref` at its target (JSON Schema 2020-12) is seen.
   */
  resolve(ref: string, from: Origin, mode?: 'chain' | 'step'): Resolved | undefined
  /** URLs that references led to and that have not been fetched. Always empty unless remote references are allowed. */
  pending(): readonly string[]
  /**
   * Fetches what is pending. Every problem reported since the sources were opened, or since the last fetch, is dropped,
   * because the reading that reported it saw only a part of the contract: read again from the start, until nothing is
   * pending.
   */
  fetchPending(): Promise<void>
  /** The place of a node. `key` asks for the property name instead of its value. */
  span(at: Origin, part?: 'key' | 'value'): SourceSpan
  /** The same for many at once: one pass over each text. */
  spans(places: readonly { readonly at: Origin; readonly part?: 'key' | 'value' }[]): readonly SourceSpan[]
}
