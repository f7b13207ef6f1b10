import { Pool } from 'pg'

export interface TestDatabase {
  readonly pool: Pool
  /** Name of a schema of this test's own; the pool finds its tables without naming it. */
  readonly schema: string
  close(): Promise<void>
}

let made = 0

/** A schema of the database that is this test's own, and goes with it. */
export async function testDatabase(connectionString: string, size = 10): Promise<TestDatabase> {
  made += 1
  const schema = `tk_test_${process.pid}_${made}_${Math.trunc(performance.timeOrigin % 1e9)}`
  const pool = new Pool({ connectionString, max: size, options: `-c search_path=${schema}` })
  await pool.query(`CREATE SCHEMA ${schema}`)
  return {
    pool,
    schema,
    async close() {
      await pool.query(`DROP SCHEMA ${schema} CASCADE`)
      await pool.end()
    },
  }
}
