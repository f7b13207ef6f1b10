import { audit, type RoutedCall, report } from './call.js'

/** Does not wait for ever for what keeps things elsewhere: clients queue what they cannot send. */
export async function withinStoreTime<T>(call: RoutedCall, work: () => T | Promise<T>): Promise<T> {
  const { clock, limits } = call.environment
  let stop = (): void => undefined
  const late = new Promise<never>((_, reject) => {
    stop = clock.after(limits.storeTime, () => reject(new DOMException('the store took too long', 'TimeoutError')))
  })
  try {
    return await Promise.race([work(), late])
  } finally {
    stop()
  }
}

/** Asks the idempotency store something. Undefined when it failed, which is told to log and audit. */
export async function askStore<T>(call: RoutedCall, verb: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await withinStoreTime(call, work)
  } catch (error) {
    report(call, error)
    audit(call, { event: 'dependency-failed', reason: `idempotency-${verb}-failed` })
    return undefined
  }
}
