/**
 * T74: unique secrets through every path of a call, generated code on both sides, and then every place where something is
 * written down is searched for them, as bytes and as programs write bytes. What is classified as hidden, what identifies a
 * session and what the contract does not know may be nowhere but with the caller who is cleared for it.
 */
import { createClient } from 'redis'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { memoryIdempotency } from '../../../src/runtime/src/index.js'
import { postgresIdempotency, postgresIdempotencySchema } from '../../../src/runtime/src/postgres/index.js'
import { redisIdempotency, redisRateLimit } from '../../../src/runtime/src/redis/index.js'
import { testDatabase } from '../../support/postgres.js'
import { serverAddress } from '../../support/servers.js'
import { canaryRun, type Run } from './run.js'

const sinksOfAll = [
  'audit file',
  'audit line',
  'client error',
  'context token',
  'event',
  'log',
  'metric',
  'otlp',
  'outbound',
  'process',
  'response',
  'trace',
  'vault',
]
/** That a sink is read at all: each has something that is no secret. */
const expected: Readonly<Record<string, string>> = {
  'audit file': 'leak-blocked',
  'audit line': 'handler-failed',
  'client error': 'ConnectionError',
  'context token': '"tid":"acme"',
  event: 'order-1',
  log: 'order-1',
  metric: 'order-1',
  otlp: 'tenantkit.audit.leak-blocked',
  outbound: 'GET http://127.0.0.1',
  process: 'seen',
  response: 'order-1',
  trace: 'GET /orders/{orderId}',
  vault: 'tok_',
  redis: 'tk1.',
  postgres: 'tk1.',
}

function expectNoLeak({ leaks, dumps, secrets, cleared, statuses }: Run, store?: string): void {
  expect(leaks).toEqual([])
  expect(secrets).toBeGreaterThan(90)
  expect([...dumps.keys()].sort()).toEqual([...sinksOfAll, ...(store === undefined ? [] : [store])].sort())
  for (const [sink, dump] of dumps) expect([sink, dump.includes(expected[sink] ?? '?')]).toEqual([sink, true])
  expect([...new Set(cleared)].sort()).toEqual(shownWhenCleared)
  const answered = ['200', '201', '400', '401', '403', '404', '405', '406', '409', '415', '422', '500']
  expect(Object.keys(statuses)).toEqual(answered)
}

/** Everything that the contract declares, and nothing else. */
const fields = [
  'card',
  'deep',
  'email',
  'hashed',
  'host',
  'label',
  'note',
  'removed',
  'sealed',
  'second tag',
  'tag',
  'token',
]
const shownWhenCleared = [...fields.map((field) => `answer ${field}`), 'problem detail']

const inMemory = { store: memoryIdempotency(), dump: async (): Promise<void> => undefined }

describe('T74 the canary run', () => {
  it('finds nothing, with a store in memory', async () => {
    expectNoLeak(await canaryRun({ ...inMemory, name: 'canary-memory' }))
  })

  it('finds what is not classified any more, wherever it goes', async () => {
    const { leaks } = await canaryRun({ ...inMemory, name: 'canary-unmasked', masksEmail: false })
    const places = ['answer email', 'answer host', 'body email']
    const shown = ['audit line', 'event', 'log', 'metric', 'trace'].flatMap((sink) =>
      places.map((place) => `${sink}: ${place} as text`),
    )
    const answered = places.slice(0, 2).map((place) => `response: ${place} as text`)
    expect(leaks).toEqual([...shown, ...answered].sort())
  })

  it('finds what a log gets that is not masked', async () => {
    const { leaks } = await canaryRun({ ...inMemory, name: 'canary-log', logsUnmasked: true })
    expect(leaks).toContain('log: answer note as text')
    expect(leaks.filter((leak) => !leak.startsWith('log: '))).toEqual([])
  })
})

const redis = await serverAddress('redis')
describe.skipIf(redis === undefined)('T74 T92 the canary run with Redis', () => {
  const client = createClient({ url: redis ?? '' })
  const prefix = `tk-canary-run-${process.pid}`
  const keys = async (): Promise<string[]> => (await client.keys(`*${prefix}*`)).sort()
  afterAll(async () => {
    await client.del(await keys())
    client.destroy()
  })

  it('finds nothing', async () => {
    await client.connect()
    const run = await canaryRun({
      name: 'canary-redis',
      store: redisIdempotency(client, { prefix }),
      rateLimit: redisRateLimit(client, { prefix: `${prefix}-rate` }),
      async dump(sinks) {
        for (const key of await keys()) {
          const type = await client.type(key)
          const value = type === 'hash' ? await client.hGetAll(key) : await client.zRangeWithScores(key, 0, -1)
          sinks.add('redis', `${key} ${JSON.stringify(value)}\n`)
        }
      },
    })
    expectNoLeak(run, 'redis')
    expect(run.dumps.get('redis')?.includes(`${prefix}-rate`)).toBe(true)
  })
})

const postgres = await serverAddress('postgres')
describe.skipIf(postgres === undefined)('T74 T92 the canary run with PostgreSQL', () => {
  it('finds nothing', async () => {
    const { pool, close } = await testDatabase(postgres ?? '')
    onTestFinished(close)
    await pool.query(postgresIdempotencySchema())
    const run = await canaryRun({
      name: 'canary-postgres',
      store: postgresIdempotency(pool),
      async dump(sinks) {
        const { rows } = await pool.query<{ row: string; record: Buffer | null }>(
          `SELECT key_row::text AS row, record FROM tenantkit_idempotency AS key_row
           UNION ALL SELECT used::text, NULL FROM tenantkit_idempotency_usage AS used`,
        )
        for (const { row, record } of rows) {
          sinks.add('postgres', row)
          sinks.add('postgres', record ?? '')
        }
      },
    })
    expectNoLeak(run, 'postgres')
  })
})
