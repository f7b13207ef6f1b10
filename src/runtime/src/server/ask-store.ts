import { inTime, tooLate } from '../context/index.js'
import { audit, type RoutedCall, report } from './call.js'
import { isPending, type Ready, rescued } from './ready.js'

/** Does not wait for ever for what keeps things elsewhere: clients queue what they cannot send. */
export function withinStoreTime<T>(call: RoutedCall, work: () => Ready<T>): Ready<T> {
  const { clock, limits } = call.environment
  const asked = work()
  return isPending(asked) ? inTime(clock, limits.storeTime, asked, tooLate('the store')) : asked
}

/** Asks the idempotency store something. Undefined when it failed, which is told to log and audit. */
export function askStore<T>(call: RoutedCall, verb: string, work: () => Ready<T>): Ready<T | undefined> {
  return rescued<T | undefined>(
    () => withinStoreTime(call, work),
    (error) => {
      report(call, error)
      audit(call, { event: 'dependency-failed', reason: `idempotency-${verb}-failed` })
      return undefined
    },
  )
}
