import type { Contract, Operation } from '../../../contract/model/index.js'
import { shortLabel } from '../short-text.js'

/** `GET /orders`, `send orders.placed`. */
export function operationLabel(operation: Operation, { channels }: Contract): string {
  if (operation.kind === 'http') return shortLabel(`${operation.method.toUpperCase()} ${operation.path}`)
  const channel = channels.find(({ key }) => key === operation.channel)
  return shortLabel(`${operation.action} ${channel?.address ?? operation.channel}`)
}
