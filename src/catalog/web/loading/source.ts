import type { Bundle, BundleDocument, Coordinates } from '../../model/index.js'
import { type Caller, isRefused, notFound, type Refused, readDocuments } from '../../service/index.js'
import type { Loading } from './contracts.js'

/** One document of a version, by its path; without one the contract's own. */
export async function documentOf(
  loading: Loading,
  caller: Caller,
  coordinates: Coordinates,
  file: string | undefined,
): Promise<BundleDocument | Refused> {
  const bundle = await bundleOf(loading, caller, coordinates)
  if (isRefused(bundle)) return bundle
  const all = [...bundle.documents, ...bundle.overlays]
  return (file === undefined ? all[0] : all.find(({ path }) => path === file)) ?? notFound
}

/** The documents of a version, kept for whoever looks again. */
export function bundleOf(
  { context, documents }: Loading,
  caller: Caller,
  coordinates: Coordinates,
): Promise<Bundle | Refused> {
  const { namespace, name, version } = coordinates
  return documents.get([caller.organisation, namespace, name, version].join(' '), async () => {
    const found = await readDocuments(context, caller, coordinates)
    return isRefused(found) ? found : found.bundle
  })
}

/** Lines of a text, without taking all of it apart: some are tens of megabytes long. */
export function linesFrom(text: string, first: number, count: number): readonly string[] {
  let start = 0
  for (let line = 1; line < first; line++) {
    const end = text.indexOf('\n', start)
    if (end < 0) return []
    start = end + 1
  }
  const lines: string[] = []
  while (lines.length < count && start <= text.length) {
    const end = text.indexOf('\n', start)
    if (end < 0) {
      if (start < text.length) lines.push(text.slice(start))
      break
    }
    lines.push(text.slice(start, text[end - 1] === '\r' ? end - 1 : end))
    start = end + 1
  }
  return lines
}
