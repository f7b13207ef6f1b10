import { posix } from 'node:path'
import type { Loaded } from '../../contract/index.js'
import type { SourceDocument } from '../../contract/source/document.js'
import { checkBundle } from '../../contract/source/index.js'
import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'
import type { Bundle, BundleDocument } from '../model/index.js'

/** Drops a byte order mark. */
const decoder = new TextDecoder()

/** Without a bundle there is at least one error. */
export interface Bundled {
  readonly bundle?: Bundle
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * All that a contract was read from, to be kept or sent. Paths start at the folder that all documents have in common, so
 * that references between them lead where they led before.
 */
export function bundleContract({ documents }: Pick<Loaded, 'documents'>): Bundled {
  const own = documents.filter(({ id }) => !id.startsWith('overlay:'))
  const remote = own.filter(({ id }) => isRemote(id))
  const file = own[0]?.file ?? ''
  if (remote.length > 0) return { diagnostics: remote.map(({ id }) => diagnostic('TK5006', { url: id })) }
  const names = own.map(nameOf)
  const folder = commonFolder(names)
  const bundle: Bundle = {
    documents: own.map(({ bytes }, index) => ({
      path: posix.relative(folder, names[index] ?? ''),
      text: decoder.decode(bytes),
    })),
    overlays: bundleOverlays(documents.filter(({ id }) => id.startsWith('overlay:'))),
  }
  const diagnostics = checkBundle(bundle, file)
  return diagnostics.length > 0 ? { diagnostics } : { bundle, diagnostics }
}

function isRemote(id: string): boolean {
  return /^https?:\/\//i.test(id)
}

/** Standard input has no name of its own; its references start at the top of the tree. */
function nameOf({ id, format }: SourceDocument): string {
  return id === '<stdin>' ? `contract.${format}` : id
}

function commonFolder(names: readonly string[]): string {
  const folders = names.map((name) => posix.dirname(name).split('/'))
  const [first = [], ...others] = folders
  const shared = first.findIndex((segment, index) => others.some((folder) => folder[index] !== segment))
  return (shared < 0 ? first : first.slice(0, shared)).join('/') || '.'
}

/** Their folders mean nothing: nothing refers to an overlay. */
function bundleOverlays(overlays: readonly SourceDocument[]): readonly BundleDocument[] {
  const seen = new Set<string>()
  return overlays.map(({ file, bytes, format }, index) => {
    const base = file === '<stdin>' ? `overlay.${format}` : posix.basename(file.replace(/^.*[#:]/s, ''))
    const path = seen.has(base) ? `${index + 1}-${base}` : base
    seen.add(path)
    return { path, text: decoder.decode(bytes) }
  })
}
