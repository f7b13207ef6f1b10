import { type Kysely, Migrator, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../../src/catalog/store/index.js'
import { first } from '../../../src/catalog/store/migrations/0001-first.js'
import { openPostgres } from '../../../src/catalog/store/postgres.js'
import { postgresDialect } from '../../../src/catalog/store/postgres-dialect.js'
import { openSqlite } from '../../../src/catalog/store/sqlite.js'
import { sqliteDialect } from '../../../src/catalog/store/sqlite-dialect.js'
import { serverAddress } from '../../support/servers.js'
import { postgresPlace, sqlitePlace, type TestPlace } from '../support/places.js'

const url = await serverAddress('postgres')

/** A database that the first version of the tables was made in, with a token. */
async function oldDatabase(place: string): Promise<void> {
  const isPostgres = place.startsWith('postgres')
  const database = (await (isPostgres ? openPostgres(place) : openSqlite(place))) as unknown as Kysely<unknown>
  const dialect = isPostgres ? postgresDialect : sqliteDialect
  const migrations = { '0001-first': { up: (kysely: Kysely<unknown>) => first(kysely, dialect) } }
  const { error } = await new Migrator({
    db: database,
    provider: { getMigrations: async () => migrations },
  }).migrateToLatest()
  expect(error).toBeUndefined()
  await sql`insert into organisation (id, created_at) values ('acme', 'then')`.execute(database)
  await sql`insert into token (id, organisation, name, hash, permissions, namespaces, created_at, expires_at)
    values ('a', 'acme', 'ci', 'hash', '["admin"]', '["*"]', 'then', 'soon')`.execute(database)
  await database.destroy()
}

describe.each([
  ['SQLite', sqlitePlace, true],
  ['PostgreSQL', () => postgresPlace(url ?? ''), url !== undefined],
] as const)('a database of the first version on %s', (_, makePlace: () => Promise<TestPlace>, isThere) => {
  it.skipIf(!isThere)('is brought up to date, and keeps what it has', async () => {
    const at = await makePlace()
    await oldDatabase(at.place)
    const store = await openStore({ place: at.place })
    const acme = store.of('acme')
    const [token] = await acme.tokens()
    expect(token).toEqual({
      id: 'a',
      organisation: 'acme',
      name: 'ci',
      hash: 'hash',
      permissions: ['admin'],
      namespaces: ['*'],
      createdAt: 'then',
      expiresAt: 'soon',
      revoked: false,
    })
    expect(await acme.trust()).toEqual([])
    await acme.change({ actor: 'x', at: 'now' }, async (writes) => {
      expect(await writes.spend({ hash: 'h', expiresAt: 'soon' })).toBe(true)
      expect(await writes.spend({ hash: 'h', expiresAt: 'soon' })).toBe(false)
    })
    await store.close()
    await at.remove()
  })
})
