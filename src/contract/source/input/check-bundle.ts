import { type Diagnostic, diagnostic } from '../../../diagnostic/index.js'
import { isBundlePath } from '../../../util/bundle-path.js'
import { startOf } from '../budget.js'

/** A contract's documents with their text, in memory. */
export interface BundleText {
  /** The contract's own first. */
  readonly documents: readonly BundleFile[]
  /** Applied in this order. */
  readonly overlays: readonly BundleFile[]
}

export interface BundleFile {
  readonly path: string
  readonly text: string
}

export interface BundleLimits {
  /** Bytes of all texts together. Default: 32 MB. */
  readonly bytes: number
  /** Default: 1,000. */
  readonly documents: number
  /** Default: 50. */
  readonly overlays: number
}

const bundleLimits: BundleLimits = { bytes: 32 * 1024 * 1024, documents: 1000, overlays: 50 }

/** What is wrong with a bundle before anything in it is looked at; `file` is how it is shown. None: it can be read. */
export function checkBundle(
  bundle: BundleText,
  file: string,
  limits: BundleLimits = bundleLimits,
): readonly Diagnostic[] {
  const span = startOf(file)
  const { documents, overlays } = bundle
  if (documents.length === 0) return [diagnostic('TK5001', { file }, { span })]
  if (documents.length > limits.documents || overlays.length > limits.overlays) {
    const { documents: most, overlays: mostOverlays } = limits
    return [diagnostic('TK5004', { file, documents: most, overlays: mostOverlays }, { span })]
  }
  const sizes = [...documents, ...overlays].map(({ text }) => Buffer.byteLength(text))
  const size = sizes.reduce((sum, bytes) => sum + bytes, 0)
  if (size > limits.bytes) return [diagnostic('TK5005', { file, limit: limits.bytes }, { span })]
  return [...namesOf(documents), ...namesOf(overlays)]

  function namesOf(files: readonly BundleFile[]): readonly Diagnostic[] {
    const seen = new Set<string>()
    return files.flatMap(({ path }, index) => {
      // A path that is refused is not shown: it can be of any length, and hold anything.
      if (!isBundlePath(path)) return [diagnostic('TK5002', { file, position: index + 1 }, { span })]
      if (seen.has(path)) return [diagnostic('TK5003', { file, path }, { span })]
      seen.add(path)
      return []
    })
  }
}
