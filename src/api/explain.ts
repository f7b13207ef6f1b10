import { type CodeSpec, codes, type Severity } from '../diagnostic/index.js'
import { diffRules } from '../diff/rules/index.js'
import { compareText } from '../util/compare.js'

export interface Explanation extends Omit<CodeSpec, 'severity'> {
  readonly code: string
  /** `by effect`: a finding of `tenantkit diff`, whose level is what the change does. */
  readonly severity: Severity | 'by effect'
  /** Two versions of a contract between which the rule finds something, and what it finds. */
  readonly change?: { readonly before: string; readonly after: string; readonly finds: readonly string[] }
}

/** What a code means; by code in any case, or by name, with or without a direction in front. Undefined when there is none. */
export function explain(codeOrName: string): Explanation | undefined {
  const wanted = codeOrName.trim()
  const name = wanted.toLowerCase()
  const undirected = name.replace(/^(request|response|consumed|published)-/, '')
  const all = listCodes()
  return (
    all.find((known) => known.code === wanted.toUpperCase() || known.name === name) ??
    all.find((known) => known.severity === 'by effect' && known.name === undirected)
  )
}

/** Every code that tenantkit can report, in order: problems of contracts, and changes between their versions. */
export function listCodes(): readonly Explanation[] {
  const problems = Object.entries<CodeSpec>(codes).map(([code, spec]) => ({ code, ...spec }))
  return [...problems, ...diffRules.map(explainRule)].sort((before, after) => compareText(before.code, after.code))
}

function explainRule({ code, name, message, help, why, example }: (typeof diffRules)[number]): Explanation {
  return {
    code,
    name,
    severity: 'by effect',
    message,
    ...(help !== undefined && { help }),
    why,
    change: example,
  }
}
