import type { Clock } from './clock.js'

/**
 * Settles as `work` does, or as `late` says when that takes longer than so many milliseconds. What has come by then counts,
 * although nobody has taken it yet. Leaves no timer behind.
 */
export function inTime<T, Late>(
  clock: Clock,
  milliseconds: number,
  work: Promise<T>,
  late: () => Late | Promise<Late>,
): Promise<T | Late> {
  return new Promise((resolve) => {
    let isOver = false
    const giveUp = (): void => {
      if (!isOver) resolve(late())
    }
    const stop = clock.after(milliseconds, () => queueMicrotask(giveUp))
    const end = (): void => {
      isOver = true
      stop()
    }
    work.then(
      (value) => {
        end()
        resolve(value)
      },
      () => {
        end()
        resolve(work)
      },
    )
  })
}

/** For what has no other answer: it has failed. */
export function tooLate(what: string): () => Promise<never> {
  return () => Promise.reject(new DOMException(`${what} took too long`, 'TimeoutError'))
}
