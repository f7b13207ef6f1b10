import { posix } from 'node:path'
import type { LoadOptions } from './load.js'
import type { SourceDocument } from './source/document.js'
import { defaultLimits } from './source/limits.js'
import type { RawDocument } from './source/open-document.js'
import { readRaw } from './source/read-raw.js'

/**
 * The name of what an argument leads to, when that is the very bytes that another contract was read from, in all of its
 * documents: then it need not be read as well. Undefined when it is not, or cannot be told without reading it.
 */
export async function sameDocuments(
  reference: string,
  options: LoadOptions,
  documents: readonly SourceDocument[],
): Promise<string | undefined> {
  // What is published together with overlays is another contract than its documents alone.
  if (documents.some(({ id }) => id.startsWith('overlay:catalog:'))) return undefined
  const [root, ...others] = documents.filter(({ id }) => !id.startsWith('overlay:'))
  const raw = root && (await readRaw(reference, options))
  if (!root || !raw || raw.overlays?.length || !isSame(root, raw.file, raw.content)) return undefined
  return others.every((other) => hasSame(raw, root, other)) ? raw.file : undefined
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
