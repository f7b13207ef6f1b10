import { isCovered } from '../access/index.js'
import type { Caller } from './context.js'
import { type Refused, refused } from './refused.js'

/** Undefined when the caller may write to the namespace. */
export function writeRefusal({ namespaces }: Caller, namespace: string): Refused | undefined {
  return isCovered(namespaces, namespace) ? undefined : refused('forbidden', 'You do not write to this namespace.')
}
