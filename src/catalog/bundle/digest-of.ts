import { canonicalText } from '../../util/canonical-text.js'
import { compareText } from '../../util/compare.js'
import { sha256 } from '../../util/sha256.js'
import type { Bundle, BundleDocument } from '../model/index.js'

/**
 * What a bundle is known by: SHA-256 over the canonical JSON (RFC 8785) of its paths and the digests of their texts. The
 * contract's own document stays first and overlays stay in order, because both have a meaning; that of the others has none.
 */
export function digestOf({ documents: [root, ...others], overlays }: Bundle): string {
  const sorted = others.toSorted((before, after) => compareText(before.path, after.path))
  const documents = [...(root ? [root] : []), ...sorted].map(entryOf)
  return `sha256:${sha256(canonicalText({ documents, overlays: overlays.map(entryOf) }))}`
}

function entryOf({ path, text }: BundleDocument): { readonly path: string; readonly sha256: string } {
  return { path, sha256: sha256(text) }
}
