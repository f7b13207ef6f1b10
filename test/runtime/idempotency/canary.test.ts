/**
 * T74 and T92 for the stores: each place of a call carries a text that is nowhere else, answers are replayed, and all that a
 * server keeps is read as it is kept. None of the texts may be in it. That the search can find something is seen by the
 * tenant's id, which is kept as it is.
 */

import { createClient } from 'redis'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import type { ServerContract } from '../../../src/runtime/src/gen1/server/index.js'
import type { IdempotencyStore } from '../../../src/runtime/src/index.js'
import { postgresIdempotency, postgresIdempotencySchema } from '../../../src/runtime/src/postgres/index.js'
import { redisIdempotency } from '../../../src/runtime/src/redis/index.js'
import { testDatabase } from '../../support/postgres.js'
import { serverAddress } from '../../support/servers.js'
import { type Answer, acme, createApp, orderOf, type TestHandler } from '../support/app.js'
import { contract } from '../support/contract.js'

const secrets = {
  key: 'canary-key-61f0a7c2e9',
  sku: 'cn-sku-7e',
  email: 'canary-mail-b81c@acme.example',
  answer: 'canary-order-3f9d',
  location: '/canary-place-c07a',
  cookie: 'session=canary-cookie-5512',
  subject: 'canary-subject-90aa',
  problem: 'canary-problem-77ab',
}

const withCookie: ServerContract = {
  ...contract,
  operations: contract.operations.map((operation) => ({
    ...operation,
    responses: operation.responses.map((response) =>
      response.responder === 'created'
        ? {
            ...response,
            headers: [
              ...(response.headers ?? []),
              { name: 'set-cookie', property: 'cookie', codec: { check: () => true, write: String } },
            ],
          }
        : response,
    ),
  })),
}

/** Calls of all kinds: answered and replayed, refused for good and replayed, in progress, with another body. */
async function exercise(idempotency: IdempotencyStore): Promise<void> {
  const order = { ...orderOf('acme', secrets.answer), email: secrets.email }
  const headers = { location: secrets.location, cookie: secrets.cookie }
  const createOrder: TestHandler = ({ respond, body }) =>
    body.sku === secrets.sku ? respond.created(order, headers) : respond.conflict({ title: secrets.problem })
  const placeOrder: TestHandler = () => Promise.reject(new Error(secrets.problem))
  const app = createApp({ createOrder, placeOrder }, { idempotency, contract: withCookie })
  const call = (target: string, key: string, sku: string): Promise<Answer> =>
    app.call(target, {
      method: 'POST',
      as: { ...acme, sub: secrets.subject, clearance: 'support' },
      body: { sku, email: secrets.email },
      headers: [['Idempotency-Key', key]],
    })
  const statuses: unknown[] = []
  for (const [target, key, sku] of [
    ['/orders', secrets.key, secrets.sku],
    ['/orders', secrets.key, secrets.sku],
    ['/orders', secrets.key, 'other'],
    ['/orders', `${secrets.key}-2`, 'other'],
    ['/orders', `${secrets.key}-2`, 'other'],
    ['/placements', secrets.key, secrets.sku],
    ['/placements', secrets.key, secrets.sku],
  ] as const) {
    const { status, headers, text } = await call(target, key, sku)
    statuses.push([status, headers.has('idempotency-replayed')])
    if (status === 201) expect(text).toContain(secrets.answer)
  }
  expect(statuses).toEqual([
    [201, false],
    [201, true],
    [422, false],
    [409, false],
    [409, true],
    [500, false],
    [409, false],
  ])
}

/** Texts that are in it as they are, or encoded as programs like to. */
function found(dump: Buffer): string[] {
  const encodings = ['utf8', 'base64', 'base64url', 'hex'] as const
  return Object.entries(secrets).flatMap(([name, secret]) =>
    encodings
      .filter((encoding) => dump.includes(Buffer.from(secret).toString(encoding)))
      .map((how) => `${name} ${how}`),
  )
}

it('finds what is there', () => {
  expect(found(Buffer.from(`x${secrets.key}x${Buffer.from(secrets.sku).toString('hex')}`))).toEqual([
    'key utf8',
    'sku hex',
  ])
})

const redis = await serverAddress('redis')
describe.skipIf(redis === undefined)('T74 T92 Redis', () => {
  const client = createClient({ url: redis ?? '' })
  const prefix = `tk-canary-${process.pid}`
  const entries = async (): Promise<string[]> => (await client.keys(`{${prefix}:*`)).sort()
  afterAll(async () => {
    await client.del(await entries())
    client.destroy()
  })

  it('keeps no secret in its keys and values', async () => {
    await client.connect()
    await exercise(redisIdempotency(client, { prefix }))
    const parts: string[] = []
    for (const key of await entries()) {
      const type = await client.type(key)
      const value = type === 'hash' ? await client.hGetAll(key) : await client.zRangeWithScores(key, 0, -1)
      parts.push(key, JSON.stringify(value))
    }
    const dump = Buffer.from(parts.join('\n'))
    expect(parts.filter((part) => part.includes(':k:'))).toHaveLength(3)
    expect(dump.includes('acme')).toBe(true)
    expect(dump.includes('tk1.')).toBe(true)
    expect(found(dump)).toEqual([])
  })
})

const postgres = await serverAddress('postgres')
describe.skipIf(postgres === undefined)('T74 T92 PostgreSQL', () => {
  it('keeps no secret in its tables', async () => {
    const { pool, close } = await testDatabase(postgres ?? '')
    onTestFinished(close)
    await pool.query(postgresIdempotencySchema())
    await exercise(postgresIdempotency(pool))
    const { rows } = await pool.query<{ row: string; record: Buffer | null }>(
      `SELECT key_row::text AS row, record FROM tenantkit_idempotency AS key_row
       UNION ALL SELECT used::text, NULL FROM tenantkit_idempotency_usage AS used`,
    )
    const dump = Buffer.concat(rows.flatMap(({ row, record }) => [Buffer.from(row), record ?? Buffer.alloc(0)]))
    expect(rows.filter(({ record }) => record !== null)).toHaveLength(2)
    expect(dump.includes('acme')).toBe(true)
    expect(dump.includes('tk1.')).toBe(true)
    expect(found(dump)).toEqual([])
  })
})
