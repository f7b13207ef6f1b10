import type { JsonValue } from '../../../util/own.js'
import { createEvaluator, every, negate, sends, type Truth } from '../evaluate/index.js'
import { bitsOf, everyKind, type Interner, type Kind, kinds, type Node } from '../node/index.js'
import type { TextSolver } from '../text/index.js'
import type { Budget, UnknownReason } from '../types.js'
import { type Context, empty, firstFound, found, type Outcome, unknown } from './context.js'
import { normalise, type Question, questionKey } from './question.js'
import { search } from './search.js'
import { createTable } from './table.js'

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
    const outcome = inhabit(question)
    // Nothing is told of a value on the word of what has found it.
    const truth = outcome.kind !== 'found' || answers(question, outcome.value)
    return truth ? outcome : unknown(truth === undefined ? reasonOf(question) : 'disagreement')
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
    return search(question, kind, {
      context,
      choose: (values) => choose(question, values),
      answers: (value) => answers(question, value),
      attempt(what) {
        if (share.left-- <= 0 || ++spent > budget.clauses * shareOfAll || searching >= deepestSearch) {
          return unknown('budget')
        }
        searching++
        const outcome = what()
        searching--
        return outcome
      },
    })
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
  let why: UnknownReason = 'budget'
  for (const node of seen) {
    if (node.opaque) return node.opaque
    const { allOf, anyOf, oneOf, object, array, text } = node
    if (text?.pattern !== undefined || object?.patterns.size) why = 'pattern'
    const below = [
      ...(object?.properties.values() ?? []),
      ...(array?.prefix ?? []),
      ...(array?.items ? [array.items] : []),
    ]
    for (const nested of [...allOf, ...anyOf, ...oneOf, ...below]) if (seen.size < 10_000) seen.add(nested)
  }
  return why
}
