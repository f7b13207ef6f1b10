import { type CodeSpec, codes } from '../diagnostic/index.js'
import { compareText } from '../util/compare.js'

export interface Explanation extends CodeSpec {
  readonly code: string
}

/** What a code means; by code in any case, or by name. Undefined when there is none. */
export function explain(codeOrName: string): Explanation | undefined {
  const wanted = codeOrName.trim()
  return listCodes().find(({ code, name }) => code === wanted.toUpperCase() || name === wanted.toLowerCase())
}

/** Every code that tenantkit can report, in order. */
export function listCodes(): readonly Explanation[] {
  return Object.entries<CodeSpec>(codes)
    .map(([code, spec]) => ({ code, ...spec }))
    .sort((before, after) => compareText(before.code, after.code))
}
