/**
 * A process is killed (-9) between effect and record, and the call is made again by another: with PostgreSQL there is one
 * effect each; with Redis as many as there were attempts, and one where the derived key is obeyed, which is what its page
 * promises. A few times in `npm run test:processes`, a hundred times in `npm run test:kill`, which prints the figures.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { createClient } from 'redis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postgresIdempotencySchema } from '../../../src/runtime/src/postgres/index.js'
import { type TestDatabase, testDatabase } from '../../support/postgres.js'
import { serverAddress } from '../../support/servers.js'
import { placeInPostgres, placeInRedis } from './kill-server.js'

const times = Number(process.env['TENANTKIT_KILLS'] ?? 6)
const postgres = await serverAddress('postgres')
const redis = await serverAddress('redis')
const numbers = Array.from({ length: times }, (_, index) => index)
const keyOf = (index: number): string => `kill-number-${String(index).padStart(8, '0')}`

const folder = mkdtempSync(join(tmpdir(), 'tenantkit-test-'))
const program = join(folder, 'kill-child.mjs')
afterAll(() => rmSync(folder, { recursive: true }))
beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, 'kill-child.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  })
})

/** Ends when the process is dead, which was killed where it said to be. */
function killAt(...args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    let isKilled = false
    child.stdout.once('data', () => {
      isKilled = child.kill('SIGKILL')
    })
    child.once('exit', (_, signal) => {
      if (isKilled && signal === 'SIGKILL') resolve()
      else reject(new Error('the process ended before it was killed'))
    })
  })
}

describe.skipIf(postgres === undefined)('T88 kill -9, PostgreSQL', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase(postgres ?? '')
    await database.pool.query(`${postgresIdempotencySchema()}
      CREATE TABLE effects (key text, fence int); CREATE TABLE outbox (key text);`)
  })
  afterAll(() => database.close())

  it(`one effect each, ${times} times`, { timeout: 600_000 }, async () => {
    const { pool, schema } = database
    let replayed = 0
    for (const index of numbers) {
      const key = keyOf(index)
      await killAt('postgres', postgres ?? '', schema, key, ['effect', 'record', 'commit'][index % 3] ?? '')
      // As if the lease were over. Waits for the transaction of the dead, should the server not have noticed yet.
      await pool.query("UPDATE tenantkit_idempotency SET lease_until = now() - interval '1 ms' WHERE record IS NULL")
      const next = await placeInPostgres(pool, key)
      expect(next.status).toBe(201)
      replayed += next.headers.has('idempotency-replayed') ? 1 : 0
      expect((await placeInPostgres(pool, key)).headers.has('idempotency-replayed')).toBe(true)
    }
    const { rows } = await pool.query<{ effects: number }>(
      `SELECT key, count(*)::int AS effects, (SELECT count(*)::int FROM outbox WHERE outbox.key = effects.key) AS outbox
       FROM effects GROUP BY key ORDER BY key`,
    )
    expect(rows).toEqual(numbers.map((index) => ({ key: keyOf(index), effects: 1, outbox: 1 })))
    console.log(
      `PostgreSQL: ${times} processes killed, ${rows.length} calls with one effect each, ${replayed} of them by the dead`,
    )
  })
})

describe.skipIf(redis === undefined)('T88 kill -9, Redis', () => {
  const client = createClient({ url: redis ?? '' })
  const prefix = `tk-kill-${process.pid}`
  beforeAll(async () => {
    await client.connect()
  })
  afterAll(async () => {
    for await (const found of client.scanIterator({ MATCH: `*${prefix}*`, COUNT: 1000 })) {
      if (found.length > 0) await client.del(found)
    }
    client.destroy()
  })

  it(`at least once, and once by the derived key, ${times} times`, { timeout: 600_000 }, async () => {
    for (const index of numbers) {
      const key = keyOf(index)
      await killAt('redis', redis ?? '', prefix, key)
      const refused = await placeInRedis(client, prefix, key)
      expect([refused.status, refused.headers.has('retry-after')]).toEqual([409, true])
      const [name] = await client.zRange(`{${prefix}:acme}:open`, 0, -1)
      await client.hSet(`{${prefix}:acme}:k:${name}`, 'lease', '0')
      expect((await placeInRedis(client, prefix, key)).status).toBe(201)
      expect((await placeInRedis(client, prefix, key)).headers.has('idempotency-replayed')).toBe(true)
    }
    const effects = await client.mGet(numbers.map((index) => `${prefix}:effects:${keyOf(index)}`))
    const charges = Object.values(await client.hGetAll(`${prefix}:charges`))
    expect(effects).toEqual(numbers.map(() => '2'))
    expect(charges.sort()).toEqual(numbers.map(keyOf))
    console.log(
      `Redis: ${times} processes killed, ${2 * times} executions, ${charges.length} effects where the derived key is obeyed`,
    )
  })
})
