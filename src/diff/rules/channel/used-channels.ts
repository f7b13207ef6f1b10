import type { Channel, Contract } from '../../../contract/model/index.js'

/** Whether a contract says that somebody sends, receives or answers on a channel. One without operations uses them all. */
export function isUsed({ key }: Channel, contract: Contract): boolean {
  const used = known.get(contract) ?? usedKeys(contract)
  known.set(contract, used)
  return used.size === 0 || used.has(key)
}

const known = new WeakMap<Contract, ReadonlySet<string>>()

function usedKeys({ operations }: Contract): ReadonlySet<string> {
  const used = new Set<string>()
  for (const operation of operations) {
    if (operation.kind !== 'channel') continue
    used.add(operation.channel)
    if (operation.reply?.channel !== undefined) used.add(operation.reply.channel)
  }
  return used
}
