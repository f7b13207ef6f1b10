import { effectiveClassification } from '../../contract/annotation/index.js'
import type { Contract, Operation } from '../../contract/model/index.js'

const known = new WeakMap<Contract, boolean>()

/** Whether anything in the contract says a class. Most contracts classify nothing; then there is nothing to join. */
export function isClassified(contract: Contract): boolean {
  let says = known.get(contract)
  if (says === undefined) {
    const { annotated } = effectiveClassification(contract).resolved
    says = annotated.length > 0 || contract.operations.some(isOperationClassified)
    known.set(contract, says)
  }
  return says
}

function isOperationClassified(operation: Operation): boolean {
  if (operation.governance.classification) return true
  if (operation.kind !== 'http') return false
  return operation.responses.some(
    ({ classification, content, headers }) =>
      classification ?? [...content, ...headers].some((part) => part.classification),
  )
}
