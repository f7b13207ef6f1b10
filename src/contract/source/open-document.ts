import type { Diagnostic } from '../../diagnostic/index.js'
import { sha256 } from '../../util/sha256.js'
import type { Budget } from './budget.js'
import type { SourceDocument } from './document.js'
import { decodeText } from './input/decode-text.js'
import type { DocumentStore } from './input/store.js'
import { parseText } from './parse-text.js'
import { createFindSpans, type FindSpans } from './read-spans.js'
import { createTextFile } from './text-file.js'

/** Where relative references of a document lead: into its tree of files, or to another URL. */
export type Base =
  | { readonly kind: 'local'; readonly store: DocumentStore; readonly path: string }
  | { readonly kind: 'remote'; readonly url: string }

/** A document with what is needed to resolve in it and to point at it. */
export interface OpenDocument {
  readonly document: SourceDocument
  readonly base: Base
  readonly findSpans: FindSpans
  readonly problems: readonly Diagnostic[]
}

/** Undefined document: the problems say why. */
export interface Opened {
  readonly open?: OpenDocument
  readonly problems: readonly Diagnostic[]
}

export interface RawDocument {
  readonly id: string
  readonly file: string
  readonly base: Base
  readonly content: Buffer | string
  /** Overlays that belong to it and come with it, in order. Default: none. */
  readonly overlays?: readonly RawDocument[]
}

/** Decodes, bounds and parses a document. */
export function openDocument({ id, file, base, content }: RawDocument, budget: Budget): Opened {
  const size = typeof content === 'string' ? Buffer.byteLength(content) : content.length
  if (size > budget.bytesLeft()) return { problems: [budget.tooLarge(file)] }
  const text = typeof content === 'string' ? content.replace(/^\ufeff/, '') : decodeText(content, file)
  if (typeof text !== 'string') return { problems: [text] }
  // Here, because the bytes are let go of: text of many megabytes is slow and large to turn into bytes again.
  const digest = sha256(content)
  const source = createTextFile(file, text)
  const { result, problem } = budget.timed(file, () => parseText(source, budget.limits, budget.nodesLeft()))
  const problems = problem ? [...result.problems, problem] : result.problems
  if (!result.parsed || problem) return { problems }
  const { format, value, nodes } = result.parsed
  budget.spend(size, nodes)
  const findSpans = createFindSpans(source, format, budget.limits.depth)
  return { open: { document: { id, file, format, sha256: digest, text, value }, base, findSpans, problems }, problems }
}
