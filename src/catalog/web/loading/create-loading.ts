import type { ServiceContext } from '../../service/index.js'
import type { Loading } from './contracts.js'
import { createRecent } from './recent.js'

/** Entries of versions, and findings of comparisons, that are kept to be shown again: tens of megabytes of each. */
const mostKept = 50_000
const charactersOfEntry = 500
/** Of documents that are looked into page by page. */
const mostCharacters = 32 * 1024 * 1024

export function createLoading(context: ServiceContext, toolVersion: string): Loading {
  return {
    context,
    toolVersion,
    descriptions: createRecent({
      weigh: ({ entries, shelves }) => entries.length + Math.ceil(lengthOf(shelves) / charactersOfEntry),
      room: mostKept,
    }),
    comparisons: createRecent({ weigh: ({ findings }) => findings.length, room: mostKept }),
    documents: createRecent({
      weigh: ({ documents }) => lengthOf(documents.map(({ text }) => text)),
      room: mostCharacters,
    }),
    united: createRecent({ weigh: ({ text }) => text.length, room: mostCharacters }),
  }
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0)
}
