import { mkdtempSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { exportCatalog, importCatalog } from '../../catalog/archive/index.js'
import { type CatalogStore, openStore, RestoreRefusedError } from '../../catalog/store/index.js'
import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'
import { databasePlace } from './database-place.js'
import { type KeepOptions, openDatabase, withExisting } from './existing-database.js'
import { codeOf } from './store-failure.js'

/** Writes all that a catalog keeps into an archive, as it was at one moment; others may go on writing. */
export function exportTo(options: KeepOptions): Promise<readonly Diagnostic[]> {
  return wholeFile(options, async (store, file) => {
    if (store.kind === 'postgres') return exportCatalog(store, file)
    // Reading all of it in a transaction would hold up who writes; a copy is made beside them.
    const folder = mkdtempSync(join(dirname(file), '.catalog-'))
    try {
      await store.backup(join(folder, 'copy.db'))
      const copy = await openStore({ place: join(folder, 'copy.db') })
      await exportCatalog(copy, file).finally(() => copy.close())
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
}

/** Copies a file of SQLite while others write to it. */
export async function backupTo(options: KeepOptions): Promise<readonly Diagnostic[]> {
  if (options.databaseUrl !== undefined) return [diagnostic('TK5209', {})]
  return wholeFile(options, (store, file) => store.backup(file))
}

/** Fills an empty database from an archive. Either all of it is there afterwards, or nothing. */
export async function importFrom({ file, ...options }: KeepOptions): Promise<readonly Diagnostic[]> {
  const opened = await openDatabase(databasePlace(options))
  if ('severity' in opened) return [opened]
  try {
    await importCatalog(opened, resolve(options.directory, file))
    return []
  } catch (error) {
    const reason = error instanceof RestoreRefusedError ? error.message : codeOf(error)
    return [diagnostic('TK5207', { file, reason })]
  } finally {
    await opened.close()
  }
}

/** Nothing of the file stays when it could not be written to its end. */
function wholeFile(
  options: KeepOptions,
  work: (store: CatalogStore, file: string) => Promise<void>,
): Promise<readonly Diagnostic[]> {
  return withExisting(options, async (store, file) => {
    try {
      await work(store, file)
      return []
    } catch (error) {
      rmSync(file, { force: true })
      throw error
    }
  })
}
