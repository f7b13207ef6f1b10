import type { PostgresClient, PostgresPool } from './types.js'

/** Lends a connection for one statement or a few. One that failed is closed: who knows what state it is in. */
export async function lend<T>(pool: PostgresPool, work: (client: PostgresClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  // Without a listener, a connection that breaks while nobody asks it anything would end the process.
  client.on?.('error', ignore)
  let failure: Error | undefined
  try {
    return await work(client)
  } catch (error) {
    failure = error instanceof Error ? error : new TypeError('a connection failed')
    throw error
  } finally {
    client.off?.('error', ignore)
    client.release(failure)
  }
}

/**
 * A transaction of the store's own that waits for locks two seconds at most, and then gives `locked`: what holds a lock for
 * longer hangs, and must not hang others.
 */
export async function briefly<T>(
  pool: PostgresPool,
  locked: T,
  work: (client: PostgresClient) => Promise<T>,
): Promise<T> {
  try {
    return await lend(pool, async (client) => {
      await client.query("BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = '2s'")
      const result = await work(client)
      await client.query('COMMIT')
      return result
    })
  } catch (error) {
    if (isLockTimeout(error)) return locked
    throw error
  }
}

/** SQLSTATE 55P03, lock_not_available. */
function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '55P03'
}

export function ignore(): void {
  // Whoever waits for a query is told by it.
}
