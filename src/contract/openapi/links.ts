import type { HttpOperation } from '../model/index.js'
import type { Reading } from './reading.js'

/** Links name operations, which are known only when all have been read. */
export function checkLinks({ problems }: Reading, operations: readonly HttpOperation[]): void {
  const ids = new Set(operations.map(({ id }) => id))
  for (const { responses } of operations) {
    for (const { name, operationId, at } of responses.flatMap(({ links }) => links)) {
      if (operationId !== undefined && !ids.has(operationId))
        problems.report('TK1125', { name, id: operationId }, { at })
    }
  }
}
