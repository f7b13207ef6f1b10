import type { HttpOperation } from '../../../contract/model/index.js'

/** What people call it. */
export function kindOf(operation: HttpOperation | undefined): 'operation' | 'webhook' | 'callback' {
  return operation === undefined || operation.role === 'path' ? 'operation' : operation.role
}
