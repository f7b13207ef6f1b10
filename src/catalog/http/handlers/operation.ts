import type { CatalogStore } from '../../store/index.js'
import type { OperationTagHandlers } from '../generated/server/operation.js'

/** For those who run the catalog. */
export function operationHandlers(store: CatalogStore, isStopping: () => boolean): OperationTagHandlers {
  return {
    getHealth: ({ respond }) => respond.ok({ state: 'up' }),
    async getReadiness({ respond }) {
      const isReady = !isStopping() && (await answers(store))
      return isReady ? respond.ok({ state: 'up' }) : respond.serviceUnavailable({ state: 'down' })
    },
  }
}

async function answers(store: CatalogStore): Promise<boolean> {
  try {
    await store.ping()
    return true
  } catch {
    return false
  }
}
