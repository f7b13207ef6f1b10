import { patternProblem } from '../../../contract/schema/pattern.js'
import type { Several, Solved } from '../solved.js'
import type { TextQuestion } from './question.js'

export type { TextQuestion } from './question.js'

export interface TextSolverOptions {
  /** States of automata that one question may visit. */
  readonly states: number
}

export interface TextSolver {
  /** A shortest text with all that is asked for. */
  solve(question: TextQuestion): Solved<string>
  several(question: TextQuestion, count: number): Several<string>
  /** Undefined: cannot be told. */
  matches(pattern: string, text: string): boolean | undefined
  /** Undefined: not a format that is asserted. */
  hasFormat(format: string, text: string): boolean | undefined
  isKnownFormat(format: string): boolean
}

export function createTextSolver(_options: TextSolverOptions): TextSolver {
  return { solve, several, matches, hasFormat: () => undefined, isKnownFormat: () => false }

  function solve(question: TextQuestion): Solved<string> {
    const { values, complete, unknown } = several(question, 1)
    const [value] = values
    if (value !== undefined) return { kind: 'found', value }
    return complete ? { kind: 'empty' } : { kind: 'unknown', why: unknown ?? 'budget' }
  }

  function several(question: TextQuestion, count: number): Several<string> {
    const { minLength, maxLength, patterns, notPatterns, notFormats, excluded } = question
    if (notFormats.length > 0 || minLength > maxLength || patterns.some((one) => notPatterns.includes(one))) {
      return { values: [], complete: true }
    }
    if (maxLength === 0 && !patterns.length && !notPatterns.length) {
      return { values: excluded.has('') ? [] : [''], complete: true }
    }
    const values: string[] = []
    for (let index = 0; values.length < count && index < 100 + count + excluded.size; index++) {
      const text =
        index === 0 && minLength === 0 ? '' : (index === 0 ? 'a' : index.toString(36)).padStart(minLength, 'a')
      const fits =
        patterns.every((one) => matches(one, text)) && notPatterns.every((one) => matches(one, text) === false)
      if (fits && text.length <= maxLength && !excluded.has(text)) values.push(text)
    }
    return { values, complete: false, ...(values.length < count && { unknown: 'pattern' }) }
  }
}

function matches(pattern: string, text: string): boolean | undefined {
  if (text.length > 64 || patternProblem(pattern)) return undefined
  return new RegExp(pattern).test(text)
}
