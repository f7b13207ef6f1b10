/**
 * One attempt of one call, in a process of its own that is to be killed: it says `here` when it has come to the place that
 * it was told, and goes no further. `kill.test.ts` bundles and starts it.
 *
 *   node kill-child.mjs postgres|redis ADDRESS SCHEMA|PREFIX KEY effect|record|commit
 */
import { Pool } from 'pg'
import { createClient } from 'redis'
import type { PostgresPool } from '../../../src/runtime/src/postgres/index.js'
import { placeInPostgres, placeInRedis } from './kill-server.js'

const [kind, address = '', name = '', key = '', stage] = process.argv.slice(2)

function here(): Promise<never> {
  process.stdout.write('here\n')
  // A timer keeps the process alive until it is killed.
  return new Promise(() => setInterval(() => undefined, 60_000))
}

if (kind === 'postgres') {
  const pool = new Pool({ connectionString: address, options: `-c search_path=${name}` })
  await placeInPostgres(stopping(pool), key, stage === 'effect' ? here : undefined)
} else {
  const client = createClient({ url: address })
  await client.connect()
  await placeInRedis(client, name, key, here)
}

/** `record`: the record is written, and not committed. `commit`: the commit is on its way, and nobody waits for its answer. */
function stopping(pool: Pool): PostgresPool {
  return {
    async connect() {
      const client = await pool.connect()
      let isEffect = false
      return {
        release: () => client.release(),
        query(text, values) {
          isEffect ||= typeof text === 'string' && text.startsWith('INSERT INTO effects')
          if (text === 'COMMIT' && isEffect) {
            if (stage === 'record') return here()
            if (stage === 'commit') {
              void client.query(text)
              return here()
            }
          }
          return client.query(text as string, values)
        },
      }
    },
  }
}
