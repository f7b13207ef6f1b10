import { posix } from 'node:path'
import type { SourceDocument } from './source/document.js'
import { defaultLimits } from './source/limits.js'
import type { RawDocument } from './source/open-document.js'

/**
 * Whether what an argument leads to is the very bytes that another contract was read from, in all of its documents: then
 * it need not be read as well. False when it is not, or cannot be told without reading it.
 */
export function sameDocuments(raw: RawDocument, documents: readonly SourceDocument[]): boolean {
  // What is published together with overlays is another contract than its documents alone.
  if (raw.overlays?.length || documents.some(({ id }) => id.startsWith('overlay:catalog:'))) return false
  const [root, ...others] = documents.filter(({ id }) => !id.startsWith('overlay:'))
  if (!root || !isSame(root, raw.file, raw.content)) return false
  return others.every((other) => hasSame(raw, root, other))
}

/** Whether the same relative path leads to the same bytes. */
function hasSame({ base, id }: RawDocument, root: SourceDocument, other: SourceDocument): boolean {
  if (base.kind !== 'local' || /^https?:/i.test(other.id)) return false
  const path = posix.join(posix.dirname(id), posix.relative(posix.dirname(root.id), other.id))
  const read = base.store.read(path, defaultLimits.documentBytes)
  return read.kind === 'read' && isSame(other, base.store.label(read.path), read.bytes)
}

/** The name counts, too: what ends in `.json` must be JSON. */
function isSame({ file, bytes }: SourceDocument, otherFile: string, content: Buffer): boolean {
  const isJson = (name: string): boolean => /\.json$/i.test(name)
  return isJson(file) === isJson(otherFile) && bytes.equals(content)
}
