import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'
import { type Coordinates, catalogReference } from '../../util/coordinates.js'
import { checkBundle, digestOf } from '../bundle/index.js'
import type { Bundle } from '../model/index.js'
import { ask } from './ask.js'
import type { Connection } from './connect.js'
import type { LockEntry } from './lock-file.js'

export interface FetchedBundle extends LockEntry {
  readonly bundle: Bundle
}

/** Reads the documents of a version from the catalog, and holds them against the digest that it says they have. */
export async function fetchBundle(
  { client, url }: Connection,
  coordinates: Coordinates,
): Promise<FetchedBundle | Diagnostic> {
  const reference = catalogReference(coordinates)
  const answered = await ask(`hand out \`${reference}\``, url, () => client.getDocuments({ path: { ...coordinates } }))
  if ('problem' in answered) return answered.problem
  const { digest, documents, overlays, checkpoint } = answered.value
  const bundle: Bundle = { documents, overlays }
  const [problem] = checkBundle(bundle, reference)
  if (problem) return problem
  if (digestOf(bundle) !== digest) return diagnostic('TK5307', { reference })
  const { sequence, hash } = checkpoint
  return { bundle, digest, checkpoint: { sequence, hash } }
}
