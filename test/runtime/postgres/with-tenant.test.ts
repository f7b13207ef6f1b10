import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { freezeContext } from '../../../src/runtime/src/context/index.js'
import { type Tenant, tenantOf } from '../../../src/runtime/src/index.js'
import {
  type PostgresPool,
  type PostgresTransaction,
  rowLevelSecurity,
  withTenant,
} from '../../../src/runtime/src/postgres/index.js'
import { type TestDatabase, testDatabase } from '../../support/postgres.js'
import { serverAddress } from '../../support/servers.js'
import { acme, beta, createApp, orderOf, type TestHandler } from '../support/app.js'

const url = await serverAddress('postgres')

/** The tenant of a call, as handlers get it. */
async function tenantOfCall(claims: Readonly<Record<string, unknown>>): Promise<Tenant> {
  let found: Tenant | undefined
  const getOrder: TestHandler = ({ tenant, respond }) => {
    found = tenant
    expect(tenantOf()).toBe(tenant)
    return respond.ok(orderOf(tenant.id))
  }
  await createApp({ getOrder }).call('/orders/o1', { as: claims })
  return found as Tenant
}

describe.skipIf(url === undefined)('transactions bound to a tenant', () => {
  let database: TestDatabase
  /** Of a service: no superuser, which no policy holds back. One connection, so that it is always lent again. */
  let pool: Pool
  let [ofAcme, ofBeta] = [] as unknown as [Tenant, Tenant]

  beforeAll(async () => {
    database = await testDatabase(url ?? '')
    const { schema } = database
    await database.pool.query(`
      CREATE TABLE orders (id text PRIMARY KEY, tenant_id text NOT NULL);
      ${rowLevelSecurity('orders')}
      CREATE ROLE ${schema}_service LOGIN PASSWORD 'service';
      GRANT USAGE ON SCHEMA ${schema} TO ${schema}_service;
      GRANT ALL ON orders TO ${schema}_service;
      ALTER TABLE orders OWNER TO ${schema}_service;
    `)
    const service = new URL(url ?? '')
    service.username = `${schema}_service`
    service.password = 'service'
    pool = new Pool({ connectionString: service.href, max: 1, options: `-c search_path=${schema}` })
    ofAcme = await tenantOfCall(acme)
    ofBeta = await tenantOfCall(beta)
    await withTenant(pool, ofAcme, (sql) => sql.query("INSERT INTO orders VALUES ('a1', 'acme'), ('a2', 'acme')"))
    await withTenant(pool, ofBeta, (sql) => sql.query("INSERT INTO orders VALUES ('b1', 'beta')"))
  })
  afterAll(async () => {
    await pool.end()
    await database.pool.query(`DROP OWNED BY ${database.schema}_service; DROP ROLE ${database.schema}_service`)
    await database.close()
  })

  const idsOf = async (sql: Pick<PostgresTransaction, 'query'>): Promise<string[]> => {
    const { rows } = await sql.query<{ id: string }>('SELECT id FROM orders ORDER BY id')
    return rows.map(({ id }) => id)
  }

  /** Outside of any transaction. */
  const unbound = { query: (text: string) => pool.query(text) as never }

  it('T50 each tenant sees its rows, and without one nothing is seen, on the same connection', async () => {
    expect(await idsOf(unbound)).toEqual([])
    expect(await withTenant(pool, ofAcme, idsOf)).toEqual(['a1', 'a2'])
    // The setting is an empty text by now, not null as before.
    expect(await idsOf(unbound)).toEqual([])
    expect(await withTenant(pool, ofBeta, idsOf)).toEqual(['b1'])
    expect(await idsOf(unbound)).toEqual([])
  })

  it('T50 takes no row of another tenant, new or changed', async () => {
    const foreign = withTenant(pool, ofAcme, (sql) => sql.query("INSERT INTO orders VALUES ('x', 'beta')"))
    await expect(foreign).rejects.toThrow('row-level security')
    const moved = withTenant(pool, ofAcme, (sql) => sql.query("UPDATE orders SET tenant_id = 'beta'"))
    await expect(moved).rejects.toThrow('row-level security')
    const { rowCount } = await withTenant(pool, ofAcme, (sql) => sql.query("DELETE FROM orders WHERE id = 'b1'"))
    expect(rowCount).toBe(0)
  })

  it('T35 two hundred interleaved over four connections: no row of another', async () => {
    const many = new Pool({ ...pool.options, max: 4 })
    const seen = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const tenant = index % 2 === 0 ? ofAcme : ofBeta
        return [tenant.id, ...(await withTenant(many, tenant, idsOf))].join()
      }),
    )
    expect([...new Set(seen)].sort()).toEqual(['acme,a1,a2', 'beta,b1'])
    await many.end()
  })

  it.each([
    ['an object that looks like one', { id: 'acme' }],
    ['a text', 'acme'],
    ['nothing', undefined],
    ['a copy', 'copy'],
  ])('T10 T38 %s is no tenant', async (what, value) => {
    const given = what === 'a copy' ? { ...ofAcme } : value
    const connect = vi.fn()
    await expect(withTenant({ connect }, given as Tenant, async () => 1)).rejects.toThrow('TK7001')
    expect(connect).not.toHaveBeenCalled()
  })

  it('T98 an id that is no tenant id never becomes SQL', async () => {
    const { tenant } = freezeContext({
      operation: 'x',
      tenant: { id: "a', true); DROP TABLE orders; --" },
      principal: undefined,
      traceId: '',
      idempotencyKey: undefined,
    })
    await expect(withTenant(pool, tenant as Tenant, idsOf)).rejects.toThrow('TK7002')
    expect(await withTenant(pool, ofAcme, idsOf)).toEqual(['a1', 'a2'])
  })

  it('T36 rolls back when the work throws, and gives the connection back clean', async () => {
    const work = withTenant(pool, ofAcme, async (sql) => {
      await sql.query("INSERT INTO orders VALUES ('a3', 'acme')")
      throw new Error('changed its mind')
    })
    await expect(work).rejects.toThrow('changed its mind')
    expect([pool.totalCount, pool.idleCount, pool.waitingCount]).toEqual([1, 1, 0])
    expect(await withTenant(pool, ofAcme, idsOf)).toEqual(['a1', 'a2'])
  })

  it('says so when an error was swallowed and nothing was committed', async () => {
    const work = withTenant(pool, ofAcme, async (sql) => {
      await sql.query("INSERT INTO orders VALUES ('a3', 'acme')")
      await sql.query('SELECT 1 / 0').catch(() => undefined)
    })
    await expect(work).rejects.toThrow('TK7308')
    expect(await withTenant(pool, ofAcme, idsOf)).toEqual(['a1', 'a2'])
  })

  it('T37 a query after the end is refused, not sent over a connection of somebody else', async () => {
    let leaked: PostgresTransaction | undefined
    await withTenant(pool, ofAcme, async (sql) => {
      leaked = sql
    })
    await withTenant(pool, ofBeta, async () => {
      await expect(leaked?.query('SELECT 1')).rejects.toThrow('TK7308')
    })
  })

  it('T36 a connection that breaks is not lent again', async () => {
    const work = withTenant(pool, ofAcme, async (sql) => {
      const { rows } = await sql.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
      await database.pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
      await sql.query('SELECT 1')
    })
    await expect(work).rejects.toThrow()
    expect(await withTenant(pool, ofAcme, idsOf)).toEqual(['a1', 'a2'])
  })

  it('reads only, and in the isolation that is asked for', async () => {
    const options = { isolation: 'repeatable read', readOnly: true } as const
    const level = await withTenant(pool, ofAcme, (sql) => sql.query('SHOW transaction_isolation'), options)
    expect(level.rows).toEqual([{ transaction_isolation: 'repeatable read' }])
    const write = withTenant(pool, ofAcme, (sql) => sql.query('DELETE FROM orders'), options)
    await expect(write).rejects.toThrow('read-only')
  })

  it('takes values beside the text', async () => {
    const { rows } = await withTenant(pool, ofAcme, (sql) =>
      sql.query({ text: 'SELECT id FROM orders WHERE id = $1', values: ['a2'] }),
    )
    expect(rows).toEqual([{ id: 'a2' }])
  })
})

it('gives no connection back that it did not get, and each that it got, once', async () => {
  const tenant = await tenantOfCall(acme)
  const none: PostgresPool = { connect: () => Promise.reject(new Error('none left')) }
  await expect(withTenant(none, tenant, async () => 1)).rejects.toThrow('none left')
  const release = vi.fn()
  const broken: PostgresPool = { connect: async () => ({ query: () => Promise.reject(new Error('broken')), release }) }
  await expect(withTenant(broken, tenant, async () => 1)).rejects.toThrow('broken')
  expect(release.mock.calls).toEqual([[expect.any(Error)]])
})

it('opens the transaction and binds it in one message', async () => {
  const sent: unknown[] = []
  const client = {
    query: async (text: unknown) => {
      sent.push(text)
      return { rows: [], rowCount: 0, command: String(text) }
    },
    release: () => undefined,
  }
  await withTenant({ connect: async () => client }, await tenantOfCall(acme), async () => 1)
  expect(sent).toEqual([
    "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT set_config('app.tenant_id', 'acme', true)",
    'COMMIT',
  ])
})

it('writes policies that fail closed', () => {
  expect(rowLevelSecurity('sales.orders', { column: 'owner', setting: 'my.tenant' })).toBe(
    `ALTER TABLE "sales"."orders" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sales"."orders" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "sales"."orders" USING ("owner" = NULLIF(current_setting('my.tenant', true), '')) WITH CHECK ("owner" = NULLIF(current_setting('my.tenant', true), ''));
`,
  )
  for (const bad of ["a'b", 'a"b', 'A', 'a.b.c', '']) expect(() => rowLevelSecurity(bad)).toThrow('TK7002')
  expect(() => rowLevelSecurity('a', { setting: "x'.y" })).toThrow('TK7002')
  expect(() => rowLevelSecurity('a', { column: 'a.b' })).toThrow('TK7002')
})
