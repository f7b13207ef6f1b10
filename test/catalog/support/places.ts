import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testDatabase } from '../../support/postgres.js'

/** Where a catalog keeps what it knows, and how that is taken away again. */
export interface TestPlace {
  readonly place: string
  remove(): Promise<void>
}

/** A file of SQLite in a folder of its own. */
export async function sqlitePlace(): Promise<TestPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'tenantkit-test-'))
  return {
    place: join(folder, 'catalog.db'),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A schema of its own in a PostgreSQL database. */
export async function postgresPlace(url: string): Promise<TestPlace> {
  const { schema, close } = await testDatabase(url, 1)
  const place = new URL(url)
  place.searchParams.set('options', `-c search_path=${schema}`)
  return { place: place.href, remove: close }
}
