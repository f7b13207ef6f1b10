import type { JsonValue } from '../../../util/own.js'
import { createEvaluator, every, negate, sends, type Truth } from '../evaluate/index.js'
import { bitsOf, bitsOfValue, everyKind, type Interner, type Kind, kinds, type Node } from '../node/index.js'
import type { TextSolver } from '../text/index.js'
import type { Budget, UnknownReason } from '../types.js'
import { solveArray } from './array.js'
import { type Clause, extend, firstClause } from './clause.js'
import { type Context, empty, firstFound, found, type Outcome, unknown } from './context.js'
import type { Alternative } from './literal.js'
import { solveNumbers } from './number.js'
import { solveObject } from './object.js'
import { normalise, type Question, questionKey } from './question.js'
import { createTable } from './table.js'
import { solveText } from './text.js'

/** Finds values that schemas accept and others refuse, or proves that there are none. */
export interface Inhabitants {
  find(question: Question): Outcome
  /** Whether the value answers the question. */
  answers(question: Question, value: JsonValue): Truth
}

interface Options {
  readonly interner: Interner
  readonly text: TextSolver
  readonly budget: Budget
}

/** Choices within choices, over all levels: they must fit on the stack. */
const deepestSearch = 400
/** All questions that one question leads to may look at so many times its clauses. */
const shareOfAll = 16

export function createInhabitants({ interner, text, budget }: Options): Inhabitants {
  const table = createTable()
  let depth = 0
  let searching = 0
  let spent = 0
  const accepts = (node: Node, value: JsonValue): Truth => createEvaluator(text).accepts(node, value)
  const context: Context = { interner, text, inhabit, accepts }

  return { find, answers }

  function find(question: Question): Outcome {
    spent = 0
    table.forgetUnknown()
    return inhabit(question)
  }

  function inhabit(asked: Question): Outcome {
    const question = normalise(asked, interner.everything)
    if (!question) return empty
    const key = questionKey(question)
    const known = table.look(key)
    if (known) return known
    if (depth >= budget.depth) return unknown('budget')
    depth++
    table.open(key)
    const outcome = decide(question)
    table.close(key, outcome)
    depth--
    return outcome
  }

  function decide(question: Question): Outcome {
    const positive = [...question.closed, ...question.open]
    const listed = listedValues(positive)
    if (listed) return choose(question, [...listed.values()])
    const bits = positive.reduce((all, node) => all & node.kinds, everyKind)
    const share = { left: budget.clauses }
    const possible = kinds.filter((kind) => bits & bitsOf[kind])
    return firstFound(possible, (kind) => ofKind(question, kind, share))
  }

  function ofKind(question: Question, kind: Kind, share: { left: number }): Outcome {
    if (kind === 'null') return choose(question, [null])
    if (kind === 'boolean') return choose(question, [false, true])
    return search(firstClause(question, kind))

    function search(clause: Clause | undefined): Outcome {
      if (!clause) return empty
      if (clause.values) {
        const ofThisKind = [...clause.values.values()].filter((value) => bitsOfValue(value) & bitsOf[kind])
        return choose(question, ofThisKind)
      }
      if (share.left-- <= 0 || ++spent > budget.clauses * shareOfAll || searching > deepestSearch) {
        return unknown('budget')
      }
      searching++
      const outcome = branch(clause)
      searching--
      return outcome
    }

    /** What holds is worked out first: against it, most ways to violate the rest are plainly impossible. */
    function branch(clause: Clause): Outcome {
      const { choices, demands } = clause
      if (choices.length > 0) {
        const choice = fewest(choices)
        const rest = choices.filter((one) => one !== choice)
        return firstFound(choice, (way) => search(extend({ ...clause, choices: rest }, way)))
      }
      if (demands.length === 0) return leaf(clause)
      const possible = demands.length === 1 ? demands : narrow(clause)
      const demand = fewest(possible)
      const rest = possible.filter((one) => one !== demand)
      return firstFound(demand, (way) => search(extend({ ...clause, demands: rest }, way)))
    }

    /** Without the ways that are impossible whatever way is taken for the other demands. */
    function narrow(clause: Clause): readonly (readonly Alternative[])[] {
      const alone: Clause = { ...clause, demands: [] }
      const narrowed: (readonly Alternative[])[] = []
      for (const demand of clause.demands) {
        const possible = demand.filter((way) => !isDirect(way) || !isEmpty(extend(alone, way)))
        if (possible.length === 0) return [possible]
        narrowed.push(possible)
      }
      return narrowed
    }

    function isEmpty(clause: Clause | undefined): boolean {
      return !clause || solve(clause).kind === 'empty'
    }

    function leaf(clause: Clause): Outcome {
      const outcome = solve(clause)
      if (outcome.kind !== 'found') return outcome
      const opaque = clause.atoms.find((atom) => atom.kind === 'opaque')
      const truth = answers(question, outcome.value)
      if (truth) return outcome
      return unknown(opaque?.why ?? (truth === undefined ? reasonOf(question) : 'unevaluated'))
    }

    function solve(clause: Clause): Outcome {
      if (kind === 'string') return solveText(clause, text)
      if (kind === 'number') return solveNumbers(clause)
      return kind === 'array' ? solveArray(clause, context) : solveObject(clause, context)
    }
  }

  /** Of the values, the first that answers the question. */
  function choose(question: Question, values: readonly JsonValue[]): Outcome {
    return firstFound(values, (value) => {
      const truth = answers(question, value)
      return truth ? found(value) : truth === undefined ? unknown(reasonOf(question)) : empty
    })
  }

  function answers({ closed, open, not }: Question, value: JsonValue): Truth {
    const evaluator = createEvaluator(text)
    return every(
      [
        () => every([...closed, ...open], (node) => evaluator.accepts(node, value)),
        () => every(not, (node) => negate(evaluator.accepts(node, value))),
        () => closed.length === 0 || sends(closed, value, evaluator),
      ],
      (holds) => holds(),
    )
  }
}

function fewest(choices: readonly (readonly Alternative[])[]): readonly Alternative[] {
  return choices.reduce((best, choice) => (choice.length < best.length ? choice : best))
}

/** Whether nothing in the way has to be worked out by choosing again. */
function isDirect(way: Alternative): boolean {
  return way.every(({ kind }) => kind !== 'is' && kind !== 'not' && kind !== 'unevaluated')
}

/** The shortest list of values that one of the nodes, or what holds together with it, confines the value to. */
function listedValues(nodes: readonly Node[]): ReadonlyMap<string, JsonValue> | undefined {
  let listed: ReadonlyMap<string, JsonValue> | undefined
  const together = new Set(nodes)
  for (const { values, allOf } of together) {
    if (values && (!listed || values.size < listed.size)) listed = values
    for (const node of allOf) together.add(node)
  }
  return listed
}

/** Why it cannot be told whether a value answers the question. */
function reasonOf({ closed, open, not }: Question): UnknownReason {
  const seen = new Set<Node>([...closed, ...open, ...not])
  for (const node of seen) {
    if (node.opaque) return node.opaque
    const { allOf, anyOf, oneOf, object, array } = node
    const below = [
      ...(object?.properties.values() ?? []),
      ...(array?.prefix ?? []),
      ...(array?.items ? [array.items] : []),
    ]
    for (const nested of [...allOf, ...anyOf, ...oneOf, ...below]) if (seen.size < 10_000) seen.add(nested)
  }
  return 'pattern'
}
