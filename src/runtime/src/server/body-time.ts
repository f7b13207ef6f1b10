import type { RoutedCall } from './call.js'

/** What `work` gives, or `too-slow` when it takes longer than a body, or a piece of one, may take to come. */
export function withinBodyTime<T>(call: RoutedCall, work: Promise<T>): Promise<T | 'too-slow'> {
  const { clock, limits } = call.environment
  return new Promise((resolve, reject) => {
    const stop = clock.after(limits.bodyTime, () => resolve('too-slow'))
    work.then(resolve, reject).finally(stop)
  })
}
