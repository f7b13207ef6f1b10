import { type Connection, type Lock, readLock } from '../../catalog/client/index.js'
import { type Diagnostic } from '../../diagnostic/index.js'
import { type CatalogPlace, type CatalogSettings, catalogSettings, connectTo } from './catalog-place.js'

/** A catalog that can be asked. */
export interface Session extends Connection {
  readonly settings: CatalogSettings
  readonly lock: Lock
}

/** Problems instead of what was asked for. */
export interface Failed {
  readonly problems: readonly Diagnostic[]
}

export function failedWith(...problems: readonly Diagnostic[]): Failed {
  return { problems }
}

/** Finds the catalog, the token and the lock. */
export async function openSession(place: CatalogPlace): Promise<Session | Failed> {
  const found = await catalogSettings(place)
  if ('problems' in found) return found
  const { settings } = found
  const read = readLock(settings.lockPath, settings.lockFile)
  if ('problem' in read) return failedWith(read.problem)
  const connection = await connectTo(settings, place)
  return 'code' in connection ? failedWith(connection) : { ...connection, settings, lock: read.lock }
}
