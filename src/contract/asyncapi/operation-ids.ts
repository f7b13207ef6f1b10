import type { ChannelOperation } from '../model/index.js'
import { below, type Reading } from './reading.js'

export type OperationDraft = Omit<ChannelOperation, 'id' | 'named'> & { readonly operationId: string | undefined }

/** Gives every operation its id: as declared, else made from action and channel, the same in every run. */
export function nameOperations(reading: Reading, drafts: readonly OperationDraft[]): readonly ChannelOperation[] {
  const taken = new Set(drafts.flatMap(({ operationId }) => operationId ?? []))
  const declared = new Map<string, OperationDraft>()
  return drafts.map((draft) => {
    const { operationId, ...operation } = draft
    const first = operationId === undefined ? undefined : declared.get(operationId)
    if (operationId !== undefined && !first) {
      declared.set(operationId, draft)
      return { ...operation, id: operationId, named: true }
    }
    if (first && operationId !== undefined) {
      const related = [{ message: 'first used here', at: below(first.at, 'operationId') }]
      reading.problems.report('TK1203', { id: operationId }, { at: below(operation.at, 'operationId'), related })
    }
    return { ...operation, id: makeId(operation.action, operation.channel, taken), named: false }
  })
}

/** `send` on `orders.{tenantId}.placed` is `sendOrdersByTenantIdPlaced`. */
function makeId(action: string, channel: string, taken: Set<string>): string {
  const words = channel.replaceAll(/\{([^{}]*)\}/g, ' by $1 ').match(/[\p{L}\p{N}]+/gu) ?? ['root']
  const base = action + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  let id = base
  for (let count = 2; taken.has(id); count++) id = `${base}${count}`
  taken.add(id)
  return id
}
