import type { IdempotencyWork } from '../idempotency/index.js'
import { askStore } from './ask-store.js'
import { type RoutedCall, report } from './call.js'
import type { Attempt } from './idempotent.js'
import { type Ready, whenReady } from './ready.js'

/** What becomes of the key and of the transaction of an execution when it ends: one of the two, once. Neither rejects. */
export interface Ending {
  /** Whether the handler has a transaction open: its answer is to be judged before that is committed. */
  readonly isTransactional: boolean
  /**
   * Keeps the answer, together with all that was done in the transaction. `fenced-off`: somebody else has taken over, and
   * nothing of this attempt counts. `unknown`: the database did not say whether it has committed.
   *
   * @param record of the answer; not kept where the caller sent no key.
   */
  keep(record: string): Ready<'kept' | 'fenced-off' | 'unknown'>
  /** The handler's word that nothing was done outside of the transaction. */
  nothingDone(): void
  /** Rolls back. The key is free again when nothing was done: by the handler's word, or because all of it is rolled back. */
  drop(isUndone: boolean): Ready<void>
}

export function endingOf(call: RoutedCall, attempt: Attempt | undefined, work: IdempotencyWork | undefined): Ending {
  return new ExecutionEnding(call, attempt, work)
}

class ExecutionEnding implements Ending {
  readonly #call: RoutedCall
  readonly #attempt: Attempt | undefined
  readonly #work: IdempotencyWork | undefined
  #isFree = false

  constructor(call: RoutedCall, attempt: Attempt | undefined, work: IdempotencyWork | undefined) {
    this.#call = call
    this.#attempt = attempt
    this.#work = work
  }

  get isTransactional(): boolean {
    return this.#work?.hasBegun === true
  }

  nothingDone(): void {
    this.#isFree = true
  }

  drop(isUndone: boolean): Ready<void> {
    if (this.#work?.hasBegun) return this.#work.rollback().then(() => this.#attempt?.release())
    return isUndone || this.#isFree ? this.#attempt?.release() : this.#attempt?.abandon()
  }

  keep(record: string): Ready<'kept' | 'fenced-off' | 'unknown'> {
    if (this.#work?.hasBegun) return this.#commit(this.#work, record)
    return whenReady(this.#attempt?.complete(record) ?? true, (isKept) => (isKept ? 'kept' : 'fenced-off'))
  }

  async #commit(begun: IdempotencyWork, record: string): Promise<'kept' | 'fenced-off' | 'unknown'> {
    let sealed: string | undefined
    try {
      sealed = await this.#attempt?.sealed(record)
    } catch (error) {
      report(this.#call, error)
      await this.drop(true)
      return 'unknown'
    }
    this.#attempt?.abandon()
    const isKept = await askStore(this.#call, 'commit', () => begun.complete(sealed))
    return isKept === undefined ? 'unknown' : isKept ? 'kept' : 'fenced-off'
  }
}
