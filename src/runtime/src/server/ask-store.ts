import { audit, type RoutedCall, report } from './call.js'

/**
 * Asks the store something, and does not wait for ever: clients queue what they cannot send. Undefined when it failed, which
 * is told to log and audit.
 */
export async function askStore<T>(call: RoutedCall, verb: string, work: () => Promise<T>): Promise<T | undefined> {
  const { clock, limits } = call.environment
  let stop = (): void => undefined
  const late = new Promise<never>((_, reject) => {
    stop = clock.after(limits.storeTime, () => {
      reject(new DOMException('the idempotency store took too long', 'TimeoutError'))
    })
  })
  try {
    return await Promise.race([work(), late])
  } catch (error) {
    report(call, error)
    audit(call, { event: 'dependency-failed', reason: `idempotency-${verb}-failed` })
    return undefined
  } finally {
    stop()
  }
}
