import { isTenantId } from '../context/index.js'
import { ConfigurationError, TransactionError } from '../error/index.js'
import { ignore } from './lend.js'
import type { PostgresClient, PostgresPool, PostgresQuery, PostgresResult, PostgresTransaction } from './types.js'

export interface TransactionOptions {
  /** Name of the setting that policies read. Default: `app.tenant_id`. */
  readonly setting?: string | undefined
  /** Default: `read committed`. */
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable' | undefined
  /** Default: false. */
  readonly readOnly?: boolean | undefined
}

export interface OpenTransaction {
  readonly transaction: PostgresTransaction
  /** Ends the transaction and gives the connection back, whatever happens. @throws when nothing was, or may not have been, committed. */
  commit(): Promise<void>
  /** The same. Never rejects: a connection that cannot roll back is closed, which does it. */
  rollback(): Promise<void>
}

/**
 * Opens a transaction that is bound to a tenant: by a setting that ends with it, made in the same message as the
 * transaction itself. Nothing is left on the connection for whoever gets it next.
 *
 * @param tenant `undefined`: of no tenant, so that policies show nothing.
 */
export async function openTransaction(
  pool: PostgresPool,
  tenant: string | undefined,
  options: TransactionOptions = {},
): Promise<OpenTransaction> {
  const text = beginText(tenant, options)
  const client = await pool.connect()
  // Without a listener, a connection that breaks while nobody asks it anything would end the process.
  client.on?.('error', ignore)
  let isOver = false
  const giveBack = (error?: Error): void => {
    client.off?.('error', ignore)
    client.release(error)
  }
  const end = async (command: 'COMMIT' | 'ROLLBACK'): Promise<PostgresResult> => {
    if (isOver) throw new TransactionError('the transaction is over')
    isOver = true
    try {
      const result = await client.query(command)
      giveBack()
      return result
    } catch (error) {
      giveBack(asError(error))
      throw error
    }
  }
  try {
    await client.query(text)
  } catch (error) {
    giveBack(asError(error))
    throw error
  }
  return {
    transaction: transactionOf(client, () => isOver),
    async commit() {
      // PostgreSQL answers COMMIT with ROLLBACK when a query has failed before, even if nobody looked at its error.
      if ((await end('COMMIT')).command !== 'COMMIT') throw new TransactionError('a query had failed before the commit')
    },
    async rollback() {
      if (!isOver) await end('ROLLBACK').catch(ignore)
    },
  }
}

function transactionOf(client: PostgresClient, isOver: () => boolean): PostgresTransaction {
  return {
    query<Row>(query: string | PostgresQuery, values?: readonly unknown[]) {
      if (isOver()) return Promise.reject(new TransactionError('the transaction is over'))
      const result = values === undefined ? client.query(query) : client.query(query, [...values])
      return result as Promise<PostgresResult<Row>>
    },
  }
}

/** One message, so that there is no moment in which the transaction is open and bound to nobody. */
function beginText(tenant: string | undefined, options: TransactionOptions): string {
  const { isolation = 'read committed', readOnly = false } = options
  // What is canonical has no quotes or backslashes in it. A message of two statements cannot take parameters.
  if (tenant !== undefined && !isTenantId(tenant)) throw new ConfigurationError('a transaction is of no such tenant')
  const begin = `BEGIN ISOLATION LEVEL ${isolation.toUpperCase()}${readOnly ? ' READ ONLY' : ''}`
  return `${begin}; SELECT set_config('${settingName(options.setting)}', '${tenant ?? ''}', true)`
}

/** @throws ConfigurationError for what is no name of a setting. */
export function settingName(setting = 'app.tenant_id'): string {
  if (!/^[a-z_][a-z0-9_]*\.[a-z_][a-z0-9_]*$/.test(setting)) {
    throw new ConfigurationError(
      '`setting` is two words of lower-case letters, digits and underscores, with a dot between',
    )
  }
  return setting
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new TransactionError('the connection failed')
}
