import type { Contract, Operation, ScopeName } from '../model/index.js'
import type { Problems } from '../problem.js'

/**
 * The contract with a scope on every operation: the default where none is declared; without one that is an error
 * (deny by default). Webhooks and callbacks go out, so they act for whoever caused them and need no scope of their own.
 */
export function requireScopes(contract: Contract, defaultScope: ScopeName | undefined, problems: Problems): Contract {
  return {
    ...contract,
    operations: contract.operations.map((operation) => withScope(operation, defaultScope, problems)),
  }
}

function withScope(operation: Operation, defaultScope: ScopeName | undefined, problems: Problems): Operation {
  const { governance, id, at } = operation
  if (governance.scope) return operation
  // A scope that is there but cannot be read has been reported, and a default must not speak in its stead.
  if (governance.unreadable?.has('scope') === true) return operation
  if (defaultScope !== undefined) {
    return {
      ...operation,
      governance: { ...governance, scope: { value: { scope: defaultScope }, at, inherited: true } },
    }
  }
  const isOutgoing = operation.kind === 'http' && operation.role !== 'path'
  if (!isOutgoing) problems.report('TK1301', { operation: id }, { at, part: 'key' })
  return operation
}
