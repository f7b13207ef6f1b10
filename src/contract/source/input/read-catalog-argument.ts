import { type Diagnostic, diagnostic } from '../../../diagnostic/index.js'
import { parseCoordinates } from '../../../util/coordinates.js'
import { startOf } from '../budget.js'
import type { RawDocument } from '../open-document.js'
import { type BundleFile, type BundleText, checkBundle } from './check-bundle.js'
import { createMemoryStore } from './memory-store.js'

/** Why a catalog hands nothing out. */
export type CatalogFailure =
  | { readonly kind: 'missing' }
  /** In a few words that are safe to show: it does not answer, it does not allow it. */
  | { readonly kind: 'refused'; readonly reason: string }

/** Reads a contract of a catalog by its `namespace/name@version`. */
export type ReadCatalog = (coordinates: string) => Promise<BundleText | CatalogFailure>

/** Reads a contract that a catalog keeps, with its overlays. Nothing but the bundle can be reached from it. */
export async function readCatalogArgument(
  coordinates: string,
  { catalog }: { readonly catalog?: ReadCatalog | undefined },
): Promise<RawDocument | Diagnostic> {
  const file = `catalog:${coordinates}`
  const span = startOf(file)
  if (!parseCoordinates(coordinates)) return diagnostic('TK1035', { reference: file }, { span })
  if (!catalog) return diagnostic('TK1033', { reference: file }, { span })
  const read = await catalog(coordinates)
  if ('kind' in read) {
    return read.kind === 'missing'
      ? diagnostic('TK1036', { reference: file }, { span })
      : diagnostic('TK1037', { reference: file, reason: read.reason }, { span })
  }
  const [problem] = checkBundle(read, file)
  const [root] = read.documents
  if (problem || !root) return problem ?? diagnostic('TK5001', { file }, { span })
  const raw = rawDocuments(read.documents, file)
  return { ...raw(root), file, overlays: read.overlays.map(rawDocuments(read.overlays, file)) }
}

function rawDocuments(files: readonly BundleFile[], name: string): (file: BundleFile) => RawDocument {
  const store = createMemoryStore(new Map(files.map(({ path, text }) => [path, text])), { name })
  return ({ path, text }) => ({
    id: path,
    file: store.label(path),
    base: { kind: 'local', store, path },
    content: Buffer.from(text),
  })
}
