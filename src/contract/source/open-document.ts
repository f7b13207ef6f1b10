import type { Diagnostic } from '../../diagnostic/index.js'
import { sha256 } from '../../util/sha256.js'
import type { Budget } from './budget.js'
import type { SourceDocument } from './document.js'
import type { FindSpans } from './find-spans.js'
import { decode } from './input/decode.js'
import type { DocumentStore } from './input/store.js'
import { parseText } from './parse-text.js'

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
  /** The bytes of the file. */
  readonly content: Buffer
  /** Overlays that belong to it and come with it, in order. Default: none. */
  readonly overlays?: readonly RawDocument[]
}

/** Decodes, bounds and parses a document. */
export function openDocument({ id, file, base, content }: RawDocument, budget: Budget): Opened {
  if (content.length > budget.bytesLeft()) return { problems: [budget.tooLarge(file)] }
  const source = decode(content, file)
  if ('code' in source) return { problems: [source] }
  const { result, problem } = budget.timed(file, () => parseText(source, budget.limits, budget.nodesLeft()))
  const problems = problem ? [...result.problems, problem] : result.problems
  if (!result.parsed || problem) return { problems }
  const { format, value, nodes, mayIdentify, findSpans } = result.parsed
  budget.spend(content.length, nodes)
  const document = { id, file, format, sha256: sha256(content), bytes: content, mayIdentify, value }
  return { open: { document, base, findSpans, problems }, problems }
}
