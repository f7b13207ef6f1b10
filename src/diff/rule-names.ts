import { codes } from '../diagnostic/index.js'
import { didYouMean } from '../util/did-you-mean.js'
import type { Direction } from './report.js'
import { diffRules } from './rules/index.js'

const directions = ['request', 'response', 'consumed', 'published'] as const satisfies readonly Direction[]

/** Everything that levels and approvals may call a rule: its code, its name, its name with a direction in front. */
export function ruleNames(): ReadonlySet<string> {
  const names = diffRules.flatMap(({ code, name, directional }) => [
    code,
    name,
    ...(directional ? directions.map((direction) => `${direction}-${name}`) : []),
  ])
  return new Set([...names, 'TK3950', codes.TK3950.name])
}

/** What a name that is none of them was probably meant to be. */
export function nearRule(name: string): string | undefined {
  const near = didYouMean(name, ruleNames())
  return near && `Did you mean \`${near}\`?`
}
