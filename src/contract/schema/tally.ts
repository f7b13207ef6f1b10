import type { CodeName, ParamsFor } from '../../diagnostic/index.js'
import type { Origin } from '../model/index.js'
import type { Problems } from '../problem.js'

type Counted = { [Code in CodeName]: 'count' extends keyof ParamsFor<Code> ? Code : never }[CodeName]

export interface CountedPlace {
  readonly at: Origin
  readonly part?: 'key' | 'value'
  /** In place of the code's own help; asked only when there is something to report. */
  readonly help?: () => string | undefined
}

/** Counts what may occur thousands of times, and reports it once a document, at its first place, with the count. */
export interface Tally {
  count<Code extends Counted>(code: Code, params: Omit<ParamsFor<Code>, 'count'>, place: CountedPlace): void
  /** Reports what has been counted since the last time. */
  flush(problems: Problems): void
}

interface Entry {
  readonly code: CodeName
  readonly params: object
  readonly place: CountedPlace
  count: number
}

export function createTally(): Tally {
  const entries = new Map<string, Entry>()
  return {
    count(code, params, place) {
      const key = [place.at.document, code, ...Object.values(params)].join('\n')
      const known = entries.get(key)
      if (known) known.count++
      else entries.set(key, { code, params, place, count: 1 })
    },
    flush(problems) {
      for (const { code, params, place, count } of entries.values()) {
        problems.report(code, { ...params, count } as never, { ...place, help: place.help?.() })
      }
      entries.clear()
    },
  }
}
