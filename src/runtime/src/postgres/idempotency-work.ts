import { TransactionError } from '../error/index.js'
import type { Claim, IdempotencyWork, WorkScope } from '../idempotency/index.js'
import { type OpenTransaction, openTransaction, type TransactionOptions } from './transaction.js'
import type { PostgresPool, PostgresTransaction } from './types.js'

/** Writes the record of a claim; false when it no longer holds. */
type Complete = (transaction: PostgresTransaction, claim: Claim, record: string) => Promise<boolean>

/** The transactions of calls that are being handled, by what their handlers know them by. */
export function createWorks(pool: PostgresPool, options: TransactionOptions, complete: Complete) {
  const works = new WeakMap<object, { readonly begin: () => Promise<PostgresTransaction> }>()
  return {
    open(handle: object, { tenant, claim }: WorkScope): IdempotencyWork {
      let begun: Promise<OpenTransaction> | undefined
      let isOver = false
      works.set(handle, {
        async begin() {
          if (isOver) throw new TransactionError('the handler has ended')
          begun ??= openTransaction(pool, tenant, options)
          return (await begun).transaction
        },
      })
      return {
        get hasBegun() {
          return begun !== undefined
        },
        async complete(record) {
          isOver = true
          const open = await begun
          if (!open) return true
          try {
            // Last, and only now: a lock on the key's row would make others wait for the handler.
            const isKept = !claim || record === undefined || (await complete(open.transaction, claim, record))
            if (isKept) await open.commit()
            return isKept
          } finally {
            await open.rollback()
          }
        },
        async rollback() {
          isOver = true
          // A transaction that could not be opened has told its handler so.
          const open = await begun?.catch(() => undefined)
          await open?.rollback()
        },
      }
    },
    async transaction(handle: object): Promise<PostgresTransaction> {
      const work = works.get(handle)
      if (!work)
        throw new TransactionError('only what a handler got as `idempotency` names a transaction of this store')
      return work.begin()
    },
  }
}
