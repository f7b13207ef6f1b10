import { inTime } from '../context/index.js'
import type { RoutedCall } from './call.js'

/** What `work` gives, or `too-slow` when it takes longer than a body, or a piece of one, may take to come. */
export function withinBodyTime<T>({ environment }: RoutedCall, work: Promise<T>): Promise<T | 'too-slow'> {
  return inTime(environment.clock, environment.limits.bodyTime, work, () => 'too-slow')
}
