import type { ContractUse, OperationUse } from '../../catalog/model/index.js'
import { compareText } from '../../util/compare.js'
import { formatCoordinates } from '../../util/coordinates.js'

/** One entry for each version of a contract, sorted, though a program may have several clients of it. */
export function mergeUses(uses: readonly ContractUse[]): readonly ContractUse[] {
  const merged = new Map<string, ContractUse>()
  for (const use of uses) {
    const key = formatCoordinates(use)
    const known = merged.get(key)
    merged.set(key, known ? { ...known, operations: mergeOperations([...known.operations, ...use.operations]) } : use)
  }
  return [...merged].sort(([one], [other]) => compareText(one, other)).map(([, use]) => use)
}

function mergeOperations(operations: readonly OperationUse[]): readonly OperationUse[] {
  const merged = new Map<string, OperationUse>()
  for (const { operation, fields } of operations) {
    const known = merged.get(operation)
    if (!known) merged.set(operation, { operation, ...(fields && { fields }) })
    else if (known.fields && fields)
      merged.set(operation, { operation, fields: [...new Set([...known.fields, ...fields])].sort(compareText) })
    // All fields are more than some.
    else merged.set(operation, { operation })
  }
  return [...merged].sort(([one], [other]) => compareText(one, other)).map(([, operation]) => operation)
}
