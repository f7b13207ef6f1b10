import type { ClientEnvironment } from './types.js'

/** The machine's clock, timers and randomness. */
export const machine: ClientEnvironment = {
  now: () => Date.now(),
  random: () => Math.random(),
  uuid: () => globalThis.crypto.randomUUID(),
  sleep,
}

/** Timers take at most 31 bits; a longer wait would end at once. */
const maxDelay = 2 ** 31 - 1

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer)
      reject(signal.reason as Error)
    }
    const timer = setTimeout(
      () => {
        signal.removeEventListener('abort', stop)
        resolve()
      },
      Math.min(Math.max(milliseconds, 0), maxDelay),
    )
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}
