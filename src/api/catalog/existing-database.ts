import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type CatalogStore, openStore } from '../../catalog/store/index.js'
import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'
import { type DatabaseOptions, databasePlace } from './database-place.js'
import { codeOf, storeFailure } from './store-failure.js'

export interface KeepOptions extends DatabaseOptions {
  /** What is written: an archive, a copy, or a folder. */
  readonly file: string
}

/** Only a database that is there has something to be kept; what is written must not be there yet. */
export async function withExisting(
  { file, ...options }: KeepOptions,
  work: (store: CatalogStore, file: string) => Promise<readonly Diagnostic[]>,
): Promise<readonly Diagnostic[]> {
  const { directory, database = 'catalog.db', databaseUrl } = options
  const place = databasePlace(options)
  if (databaseUrl === undefined && !existsSync(place)) return [diagnostic('TK5210', { file: database })]
  const path = resolve(directory, file)
  if (existsSync(path)) return [diagnostic('TK5208', { file, reason: 'EEXIST' })]
  const opened = await openDatabase(place)
  if ('severity' in opened) return [opened]
  try {
    return await work(opened, path)
  } catch (error) {
    return [diagnostic('TK5208', { file, reason: codeOf(error) })]
  } finally {
    await opened.close()
  }
}

export async function openDatabase(place: string): Promise<CatalogStore | Diagnostic> {
  try {
    return await openStore({ place })
  } catch (error) {
    return storeFailure(error)
  }
}
