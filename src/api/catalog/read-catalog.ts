import { bundleCache, fetchBundle, readLock } from '../../catalog/client/index.js'
import type { BundleText, CatalogFailure } from '../../contract/source/index.js'
import type { Diagnostic } from '../../diagnostic/index.js'
import { parseCoordinates } from '../../util/coordinates.js'
import { type CatalogPlace, catalogSettings, connectTo } from './catalog-place.js'

/**
 * Reads `catalog:NAMESPACE/NAME@VERSION`. What `tenantkit.lock` knows must be what it says, and is taken from this machine
 * when it was read before; then the catalog is not asked, and no token is needed.
 */
export async function readFromCatalog(coordinates: string, place: CatalogPlace): Promise<BundleText | CatalogFailure> {
  const parsed = parseCoordinates(coordinates)
  if (!parsed) return { kind: 'missing' }
  const found = await catalogSettings(place)
  if ('problems' in found) return refused(found.problems[0])
  const { settings } = found
  const read = readLock(settings.lockPath, settings.lockFile)
  if ('problem' in read) return refused(read.problem)
  const locked = read.lock.get(coordinates)
  const cache = bundleCache(settings.cacheFolder)
  const kept = locked && cache.read(locked.digest)
  if (kept) return kept
  const connection = await connectTo(settings, place)
  if ('code' in connection) return refused(connection)
  const fetched = await fetchBundle(connection, parsed)
  if ('code' in fetched) return fetched.code === 'TK5306' ? { kind: 'missing' } : refused(fetched)
  if (locked && locked.digest !== fetched.digest)
    return { kind: 'refused', reason: `it is not what \`${settings.lockFile}\` says that it is` }
  cache.write(fetched.digest, fetched.bundle)
  return fetched.bundle
}

function refused(problem: Diagnostic | undefined): CatalogFailure {
  return { kind: 'refused', reason: problem?.message ?? 'it cannot be asked' }
}
