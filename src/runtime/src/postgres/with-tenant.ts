import { isVerifiedTenant, type Tenant } from '../context/index.js'
import { TenantContextMissing } from '../error/index.js'
import { openTransaction, type TransactionOptions } from './transaction.js'
import type { PostgresPool, PostgresTransaction } from './types.js'

/**
 * Does `work` in a transaction that is bound to the tenant of a call: row level security shows and takes that tenant's rows
 * only. Commits what `work` did; rolls back when it throws. The connection goes back to the pool on every path.
 *
 * @param tenant as the handler got it, or of `tenantOf()`. An object that looks like one is refused: the runtime knows which
 *   it has verified.
 * @throws TenantContextMissing when the runtime has not verified this tenant.
 * @throws TransactionError when the transaction was not committed though `work` returned.
 *
 * @example
 * const orders = await withTenant(pool, tenant, (sql) => sql.query('select * from orders'))
 */
export async function withTenant<T>(
  pool: PostgresPool,
  tenant: Tenant,
  work: (transaction: PostgresTransaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  if (!isVerifiedTenant(tenant)) throw new TenantContextMissing('a transaction needs the tenant of a call')
  const open = await openTransaction(pool, tenant.id, options)
  try {
    const result = await work(open.transaction)
    await open.commit()
    return result
  } catch (error) {
    await open.rollback()
    throw error
  }
}
