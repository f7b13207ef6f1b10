import { createContext, Script } from 'node:vm'
import { patternProblem } from '../pattern.js'

/**
 * Whether the pattern matches; undefined when it cannot be read or cannot be trusted to come to an end on this text. The
 * engine of JavaScript backtracks: on a text of some length, a pattern that is not plainly harmless is given a moment,
 * and never another one.
 */
export function runPattern(source: string, text: string): boolean | undefined {
  const pattern = compilePattern(source)
  if (!pattern) return undefined
  if (text.length <= shortText || isHarmless(source, text)) return pattern.test(text)
  if (patternProblem(source) === 'TK1552' || text.length > longestText) return undefined
  if (exhausted.has(source) || exhausted.size >= mostExhausted) return undefined
  return runGuarded(source, () => pattern.test(text))
}

/** With the flag `u`, or without where the pattern is only valid so. */
export function compilePattern(source: string): RegExp | undefined {
  return compile(source, 'u') ?? compile(source, '')
}

/** However a pattern splits so few characters, it is done at once. */
const shortText = 10
const longestText = 10_000
const exhausted = new Set<string>()
const mostExhausted = 10
const patience = 300

/** No repetition that holds another one or a choice, and few enough ways to begin and to go on. */
function isHarmless(source: string, text: string): boolean {
  if (patternProblem(source) !== undefined || /\)[*+?{]/.test(source)) return false
  const repetitions = source.match(/[*+]|,\}/g)?.length ?? 0
  return text.length ** (repetitions + 1) <= 10_000_000
}

const sandbox = createContext({ run: undefined })
const guarded = new Script('run()')

function runGuarded(source: string, run: () => boolean): boolean | undefined {
  sandbox['run'] = run
  try {
    return Boolean(guarded.runInContext(sandbox, { timeout: patience }))
  } catch {
    exhausted.add(source)
    return undefined
  } finally {
    sandbox['run'] = undefined
  }
}

function compile(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags)
  } catch {
    return undefined
  }
}
