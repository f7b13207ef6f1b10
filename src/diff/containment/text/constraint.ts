import { patternProblem } from '../../../contract/schema/pattern.js'
import type { UnknownReason } from '../types.js'
import type { Meter } from './automaton/meter.js'
import { formats } from './format/formats.js'
import { contains, everyText, type Language, noText } from './language/language.js'
import { languageOfPattern } from './language/language-of-pattern.js'
import { parsePattern } from './pattern/parse-pattern.js'
import { widen } from './pattern/widen.js'

/** A condition on texts, between two languages: the same one twice where it is understood exactly. */
export interface Constraint {
  /** All of these texts fulfil it. */
  readonly inner: Language
  /** All texts that fulfil it are among these. */
  readonly outer: Language
  /** Undefined: cannot be told. */
  readonly has: (text: string) => boolean | undefined
  /** What is not known where the languages differ. */
  readonly why: UnknownReason
}

export function isExact({ inner, outer }: Constraint): boolean {
  return inner === outer
}

export function negate({ inner, outer, has, why }: Constraint): Constraint {
  const without: Language = { kind: 'not', of: inner }
  return {
    inner: inner === outer ? without : { kind: 'not', of: outer },
    outer: without,
    has(text) {
      const found = has(text)
      return found === undefined ? undefined : !found
    },
    why,
  }
}

/** Texts in which the pattern is found. */
export function patternConstraint(source: string, meter: Meter): Constraint {
  const parsed = parsePattern(source)
  if (!parsed) return { inner: noText, outer: everyText, has: () => undefined, why: 'pattern' }
  const native = (text: string): boolean | undefined => findSafely(source, parsed.unicode, text)
  const language = languageOfPattern(parsed.node, parsed.unicode, meter)
  if (typeof language !== 'string') {
    return { inner: language, outer: language, has: (text) => contains(language, text) ?? native(text), why: 'budget' }
  }
  const wide = widen(parsed)
  const outer = wide ? languageOfPattern(wide, parsed.unicode, meter) : everyText
  return { inner: noText, outer: typeof outer === 'string' ? everyText : outer, has: native, why: language }
}

/** Texts that have a format which is checked. */
export function formatConstraint(name: string, meter: Meter): Constraint | undefined {
  const format = formats.get(name)
  if (!format) return undefined
  const inner = patternConstraint(format.surely, meter)
  if (!format.has) return inner
  const { outer } = patternConstraint(format.perhaps, meter)
  return { inner: inner.inner, outer, has: format.has, why: 'format' }
}

/** A backtracking engine is given short texts only, and no pattern that is known to be dangerous. */
function findSafely(source: string, unicode: boolean, text: string): boolean | undefined {
  if (text.length > 64 || patternProblem(source)) return undefined
  return new RegExp(source, unicode ? 'u' : '').test(text)
}
