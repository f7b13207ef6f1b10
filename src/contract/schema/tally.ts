import type { CodeName, ParamsFor } from '../../diagnostic/index.js'
import type { Origin } from '../model/index.js'
import type { Problems } from '../problem.js'

/** In place of the code's own help; a function is asked only when there is something to report. */
type Help = string | undefined | (() => string | undefined)

type Counted = { [Code in CodeName]: 'count' extends keyof ParamsFor<Code> ? Code : never }[CodeName]

/** Counts what may occur thousands of times, and reports it once a document, at its first place, with the count. */
export interface Tally {
  count<Code extends Counted>(code: Code, params: Omit<ParamsFor<Code>, 'count'>, at: Origin, help?: Help): void
  /** Reports what has been counted since the last time. */
  flush(problems: Problems): void
}

interface Entry {
  readonly code: CodeName
  readonly params: object
  readonly at: Origin
  readonly help: Help
  count: number
}

export function createTally(): Tally {
  const entries = new Map<string, Entry>()
  return {
    count(code, params, at, help) {
      const key = [at.document, code, ...Object.values(params)].join('\n')
      const known = entries.get(key)
      if (known) known.count++
      else entries.set(key, { code, params, at, help, count: 1 })
    },
    flush(problems) {
      for (const { code, params, at, help, count } of entries.values()) {
        problems.report(code, { ...params, count } as never, { at, help: typeof help === 'function' ? help() : help })
      }
      entries.clear()
    },
  }
}
