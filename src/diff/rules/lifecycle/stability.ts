import type { Lifecycle } from '../../../contract/model/index.js'

const order: readonly Lifecycle['state'][] = ['draft', 'experimental', 'active']

/** How much is promised of what is on its way in; undefined for what is on its way out. */
export function stabilityOf({ state }: Lifecycle): number | undefined {
  const index = order.indexOf(state)
  return index < 0 ? undefined : index
}
