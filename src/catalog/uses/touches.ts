import type { Contract } from '../../contract/model/index.js'
import type { Finding } from '../../diff/index.js'
import type { OperationUse } from '../model/index.js'
import { createFieldUse, type FieldUse } from './field-use.js'

/** Whether a finding is about something that is used. */
export type Touches = (finding: Finding, uses: readonly OperationUse[]) => boolean

/**
 * Holds findings against what consumers say that they use of `base`, the contract they were built with or one between. A
 * finding of no operation touches all uses; what is sent is always used as a whole; of what comes back only the fields
 * that are named are. Where it cannot be told, it is used.
 */
export function createTouches(base: Contract): Touches {
  const operations = new Map(base.operations.map((operation) => [operation.id, operation]))
  const known = new WeakMap<OperationUse, FieldUse>()

  return (finding, uses) => {
    const { operation, alsoReaches = [] } = finding
    if (!operation) return uses.length > 0
    const reached = new Set([operation, ...alsoReaches].map(({ id }) => id))
    return uses.some((use) => reached.has(use.operation) && touchesFields(finding, use))
  }

  function touchesFields({ direction, pointer }: Finding, use: OperationUse): boolean {
    if (use.fields === undefined || (direction !== 'response' && direction !== 'published')) return true
    const operation = operations.get(use.operation)
    if (!operation) return true
    const fieldUse = known.get(use) ?? createFieldUse(base, operation, use.fields)
    known.set(use, fieldUse)
    return fieldUse.covers(pointer)
  }
}
