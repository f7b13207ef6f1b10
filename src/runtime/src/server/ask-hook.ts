import { inTime, tooLate } from '../context/index.js'
import type { RoutedCall } from './call.js'
import { isPending, type Ready } from './ready.js'

/** What a hook of the service says: it is asked while a caller waits, so that one which takes too long has failed. */
export function withinHookTime<T>({ environment }: RoutedCall, ask: () => Ready<T>): Ready<T> {
  const { clock, limits } = environment
  const asked = ask()
  return isPending(asked) ? inTime(clock, limits.hookTime, asked, tooLate('a hook of the service')) : asked
}
