import { generateKeyPairSync } from 'node:crypto'
import pg from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openStore } from '../../../src/catalog/store/index.js'
import { serverAddress } from '../../support/servers.js'
import { postgresPlace } from '../support/places.js'

const url = await serverAddress('postgres')

describe.skipIf(url === undefined)('PostgreSQL, with tables that it knows nothing of', () => {
  it('finds the version that a row refers to by its contract', async () => {
    const { place, remove } = await postgresPlace(url ?? '')
    onTestFinished(remove)
    const signer = { key: generateKeyPairSync('ed25519').privateKey, every: 100 }
    await (await openStore({ place, signer })).close()
    const client = new pg.Client(place)
    await client.connect()
    onTestFinished(() => client.end())
    // As the check of a foreign key asks, and plans: once, for all values.
    await client.query(`SET plan_cache_mode = force_generic_plan;
      PREPARE referred AS SELECT 1 FROM ONLY version x
      WHERE organisation = $1 AND namespace = $2 AND name = $3 AND version = $4 FOR KEY SHARE OF x`)
    const { rows } = await client.query<{ 'QUERY PLAN': string }>("EXPLAIN EXECUTE referred('a', 'b', 'c', '1.0.0')")
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index Cond: .*name = \$3/)
  })
})
