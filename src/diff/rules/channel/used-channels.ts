import type { Channel, Contract } from '../../../contract/model/index.js'

/** Whether a contract says that somebody sends, receives or answers on a channel. One without operations uses them all. */
export function isUsed({ key }: Channel, { operations }: Contract): boolean {
  const own = operations.filter((operation) => operation.kind === 'channel')
  return own.length === 0 || own.some(({ channel, reply }) => channel === key || reply?.channel === key)
}
