import type { CatalogStore } from '../store/index.js'
import { checkOrganisation } from './check-organisation.js'
import { readArchive } from './read-archive.js'
import { writeArchive } from './write-archive.js'

/** Writes all that a catalog keeps into a file that is not there yet, as it was at one moment. */
export function exportCatalog(store: CatalogStore, file: string): Promise<void> {
  return store.dump((parts) => writeArchive(parts, file))
}

/**
 * Fills an empty catalog from an archive, whatever database that was written from, and looks at all of it before it is kept.
 *
 * @throws RestoreRefusedError when it is not whole, and what the system throws for a file that cannot be read.
 */
export function importCatalog(store: CatalogStore, file: string): Promise<void> {
  const organisations: string[] = []
  return store.restore(noting(readArchive(file), organisations), async (reads) => {
    for (const organisation of organisations) await checkOrganisation(reads(organisation))
  })
}

/** Passes parts on, and keeps the names of the organisations among them. */
async function* noting(parts: ReturnType<typeof readArchive>, organisations: string[]): ReturnType<typeof readArchive> {
  for await (const part of parts) {
    if (part.kind === 'rows' && part.table === 'organisation')
      organisations.push(...part.rows.map(({ id }) => String(id)))
    yield part
  }
}
