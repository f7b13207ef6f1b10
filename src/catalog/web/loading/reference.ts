import type { Coordinates } from '../../model/index.js'
import { type Caller, isRefused, type Refused, readVersionRecords, uniteVersion } from '../../service/index.js'
import type { ReferenceView } from '../pages/reference.js'
import type { Frames } from '../reference/frames.js'
import type { Loading } from './contracts.js'
import { bundleOf } from './source.js'

export async function referenceOf(
  loading: Loading,
  caller: Caller,
  coordinates: Coordinates,
  frames: Frames | undefined,
): Promise<ReferenceView | Refused> {
  const records = await readVersionRecords(loading.context, caller, coordinates)
  if (isRefused(records)) return records
  const bundle = await bundleOf(loading, caller, coordinates)
  if (isRefused(bundle)) return bundle
  const documents = [...bundle.documents, ...bundle.overlays].map(({ path, text }) => ({
    path,
    bytes: Buffer.byteLength(text),
  }))
  return { ...records, documents, frame: frames?.[records.contract.protocol].name }
}

/** The whole of a version as one JSON document, made apart from the server and kept for whoever looks again. */
export function unitedOf(
  { context, united }: Loading,
  caller: Caller,
  coordinates: Coordinates,
): Promise<{ readonly text: string } | Refused> {
  const { namespace, name, version } = coordinates
  const key = [caller.organisation, namespace, name, version].join(' ')
  return united.get(key, () => uniteVersion(context, caller, coordinates))
}
