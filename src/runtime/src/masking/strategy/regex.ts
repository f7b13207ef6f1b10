import type { MaskRule } from '../../codec/types.js'
import { fullMask, hiddenPart } from './full.js'

/** Longer texts are masked whole: a pattern must not run over them. */
const longestTested = 10_000

const compiled = new WeakMap<MaskRule, RegExp | 'unusable'>()

/**
 * The text with everything that the pattern finds replaced. A pattern that finds nothing, or too little to hide half of
 * the text, hides all of it: what it does not know must not come out.
 */
export function regexMask(text: string, rule: MaskRule): string {
  const pattern = patternOf(rule)
  if (pattern === 'unusable' || text.length > longestTested) return fullMask(rule)
  let hidden = 0
  // By a function, so that a `$1` in the replacement brings nothing back.
  const masked = text.replace(pattern, (found) => {
    hidden += found.length
    return rule.replacement ?? hiddenPart(rule)
  })
  return hidden * 2 > text.length ? masked : fullMask(rule)
}

function patternOf(rule: MaskRule): RegExp | 'unusable' {
  let pattern = compiled.get(rule)
  if (pattern === undefined) {
    pattern = compile(rule.pattern)
    compiled.set(rule, pattern)
  }
  return pattern
}

function compile(source: string | undefined): RegExp | 'unusable' {
  if (source === undefined) return 'unusable'
  try {
    return new RegExp(source, 'gu')
  } catch {
    return 'unusable'
  }
}
