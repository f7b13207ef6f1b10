import type { ServiceContext } from '../../service/index.js'
import type { Loading } from './contracts.js'
import { createRecent } from './recent.js'

/** Entries of versions, and findings of comparisons, that are kept to be shown again: tens of megabytes of each. */
const mostKept = 50_000

export function createLoading(context: ServiceContext, toolVersion: string): Loading {
  return {
    context,
    toolVersion,
    descriptions: createRecent({ weigh: (entries) => entries.length, room: mostKept }),
    comparisons: createRecent({ weigh: ({ findings }) => findings.length, room: mostKept }),
  }
}
