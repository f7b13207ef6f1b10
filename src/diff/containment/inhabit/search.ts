import type { JsonValue } from '../../../util/own.js'
import type { Truth } from '../evaluate/index.js'
import { bitsOf, bitsOfValue, type Kind } from '../node/index.js'
import { solveArray } from './array.js'
import { type Clause, extend, firstClause, withoutDependent } from './clause.js'
import { type Context, empty, firstFound, type Outcome, unknown } from './context.js'
import type { Alternative } from './literal.js'
import { solveNumbers } from './number.js'
import { solveObject } from './object.js'
import { objectProbe, type Probe } from './probe.js'
import type { Question } from './question.js'
import { solveText } from './text.js'

export interface SearchTools {
  readonly context: Context
  /** Of the values, the first that answers the question. */
  readonly choose: (values: readonly JsonValue[]) => Outcome
  readonly answers: (value: JsonValue) => Truth
  /** Does it, unless that would be beyond the budget. */
  readonly attempt: (what: () => Outcome) => Outcome
}

/** What is done with a clause when nothing is left to choose. */
type End = (clause: Clause) => Outcome

/** Searches a value of one kind: clause by clause, by choosing among what may hold and what may be violated. */
export function search(question: Question, kind: Kind, tools: SearchTools): Outcome {
  const { context, choose, answers, attempt } = tools
  return look(firstClause(question, kind), leaf)

  function look(clause: Clause | undefined, end: End): Outcome {
    if (!clause) return empty
    const { values, choices, demands, dependents } = clause
    if (values) return choose([...values.values()].filter((value) => bitsOfValue(value) & bitsOf[kind]))
    return attempt(() => {
      // What holds is worked out first: against it, most ways to violate the rest are plainly impossible.
      if (choices.length > 0) {
        const choice = fewest(choices)
        const rest = choices.filter((one) => one !== choice)
        return firstFound(choice, (way) => look(extend({ ...clause, choices: rest }, way), end))
      }
      if (demands.length > 0) return meet(clause, end)
      if (dependents.length === 0) return end(clause)
      return firstFound(withoutDependent(clause), (next) => look(next, end))
    })
  }

  /** Violates all that is to be violated. */
  function meet(clause: Clause, end: End): Outcome {
    const alone: Clause = { ...clause, demands: [] }
    const [demand, ...others] = clause.demands
    if (!demand || solve(alone).kind === 'empty') return empty
    const leadsNowhere: Probe = kind === 'object' ? objectProbe(alone, context) : () => false
    if (others.length === 0) {
      return firstFound(demand, (way) => (leadsNowhere(way) ? empty : look(extend(alone, way), end)))
    }
    const open = clause.demands.map((ways) => ways.filter((way) => !leadsNowhere(way)))
    if (open.some((ways) => ways.length === 0)) return empty
    const possible: Alternative[][] = []
    for (const ways of open.sort((one, other) => one.length - other.length)) {
      // A way that leads nowhere by itself does not together with others.
      const left: Alternative[] = []
      for (const way of ways) {
        const trial = look(extend(alone, way), solve)
        // Often one violation is enough for all of them.
        if (trial.kind === 'found' && answers(trial.value)) return trial
        if (trial.kind !== 'empty') left.push(way)
      }
      if (left.length === 0) return empty
      possible.push(left)
    }
    const next = fewest(possible)
    const rest = possible.filter((ways) => ways !== next)
    return firstFound(next, (way) => look(extend({ ...clause, demands: rest }, way), end))
  }

  function leaf(clause: Clause): Outcome {
    const outcome = solve(clause)
    const loose = clause.atoms.find(({ kind: atom }) => atom === 'opaque' || atom === 'perhaps')
    if (outcome.kind !== 'found' || (!loose && clause.scopes.length < 2)) return outcome
    // The clause may ask for less than the question does.
    if (answers(outcome.value)) return outcome
    return unknown(loose?.kind === 'opaque' ? loose.why : 'unevaluated')
  }

  function solve(clause: Clause): Outcome {
    if (kind === 'string') return solveText(clause, context.text)
    if (kind === 'number') return solveNumbers(clause)
    return kind === 'array' ? solveArray(clause, context) : solveObject(clause, context)
  }
}

function fewest(choices: readonly (readonly Alternative[])[]): readonly Alternative[] {
  return choices.reduce((best, choice) => (choice.length < best.length ? choice : best))
}
