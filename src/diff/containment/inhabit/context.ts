import type { JsonValue } from '../../../util/own.js'
import type { Truth } from '../evaluate/index.js'
import type { Interner, Node } from '../node/index.js'
import type { Solved } from '../solved.js'
import type { TextSolver } from '../text/index.js'
import type { UnknownReason } from '../types.js'
import type { Question } from './question.js'

export type Outcome = Solved<JsonValue>

/** What the solvers of single kinds need of the whole. */
export interface Context {
  readonly interner: Interner
  readonly text: TextSolver
  /** A value one level further down. */
  readonly inhabit: (question: Question) => Outcome
  readonly accepts: (node: Node, value: JsonValue) => Truth
}

export const empty: Outcome = { kind: 'empty' }

export function found(value: JsonValue): Outcome {
  return { kind: 'found', value }
}

export function unknown(why: UnknownReason): Outcome {
  return { kind: 'unknown', why }
}

/** The first value that one of the ways leads to; empty only when all are proved to lead nowhere. */
export function firstFound<T>(ways: Iterable<T>, attempt: (way: T) => Outcome): Outcome {
  let outcome = empty
  for (const way of ways) {
    const next = attempt(way)
    if (next.kind === 'found') return next
    if (next.kind === 'unknown') outcome = next
  }
  return outcome
}
