import type { JsonValue } from '../../util/own.js'
import { confirm, type Exchange } from './confirm.js'
import { createEvaluator } from './evaluate/index.js'
import { createInhabitants, type Question } from './inhabit/index.js'
import { createJudgeInParts } from './judge-in-parts.js'
import { createInterner, type Node } from './node/index.js'
import { numberHasFormat } from './number/index.js'
import { sampleValues } from './sampler.js'
import { shrink } from './shrink.js'
import { createTextSolver } from './text/index.js'
import type {
  Breaking,
  Budget,
  Containment,
  ContainmentOptions,
  Projection,
  SchemaSide,
  Suspicion,
  Verdict,
  View,
} from './types.js'

const defaults: Budget = { clauses: 4_096, depth: 64, states: 2_000, samples: 200 }

export function createContainment(options: ContainmentOptions = {}): Containment {
  const { view = 'exchange' } = options
  const budget: Budget = { ...defaults, ...options.budget }
  const text = createTextSolver({ states: budget.states })
  const isKnownFormat = (format: string) => text.isKnownFormat(format) || numberHasFormat(format, 0) !== undefined
  const interner = createInterner({ isKnownFormat, twins: options.twins })
  const inhabitants = createInhabitants({ interner, text, budget })
  const judge = createJudgeInParts()
  const verdicts = new Map<string, Verdict>()
  const suspicions = new Map<string, Suspicion>()

  return { view, check, suspect, suspectWithin, same, sample, accepts }

  function check(producer: SchemaSide, reader: SchemaSide, projection: Projection): Verdict {
    const sent = interner.node(producer, projection)
    const read = interner.node(reader, projection)
    const key = `${sent.id} ${read.id}`
    const verdict = verdicts.get(key) ?? decide(questionOf(sent, read, view), { producer, reader, projection })
    verdicts.set(key, verdict)
    return verdict
  }

  function suspect(producer: SchemaSide, reader: SchemaSide, projection: Projection, asked = view): Suspicion {
    const [sent, read] = [interner.node(producer, projection), interner.node(reader, projection)]
    const key = `${asked} ${sent.id} ${read.id}`
    const suspicion = suspicions.get(key) ?? suspectOnce(questionOf(sent, read, asked))
    suspicions.set(key, suspicion)
    return suspicion
  }

  function suspectWithin(
    within: readonly SchemaSide[],
    producer: SchemaSide,
    reader: SchemaSide,
    projection: Projection,
    asked = view,
  ): Suspicion {
    if (within.length === 0) return suspect(producer, reader, projection, asked)
    const [sent, read] = [interner.node(producer, projection), interner.node(reader, projection)]
    const { closed, open, not } = questionOf(sent, read, asked)
    return suspectOnce({ closed, open: [...open, ...within.map((side) => interner.node(side, projection))], not })
  }

  function suspectOnce(question: Question): Suspicion {
    const outcome = inhabitants.find(question)
    if (outcome.kind === 'empty') return { kind: 'compatible' }
    if (outcome.kind === 'unknown') return outcome
    let simplest: JsonValue | undefined
    const witness = (): JsonValue => {
      simplest ??= smaller(question, outcome.value)
      return simplest
    }
    return { kind: 'suspected', witness }
  }

  function decide(question: Question, exchange: Exchange): Verdict {
    const outcome = inhabitants.find(question)
    if (outcome.kind === 'empty') return { kind: 'compatible' }
    if (outcome.kind === 'unknown') return tryValues(question, exchange) ?? outcome
    const verdict = confirm(exchange, smaller(question, outcome.value), judge)
    return verdict.kind === 'breaking' ? verdict : confirm(exchange, outcome.value, judge)
  }

  /** What could be neither proved nor shown may still be hit upon. */
  function tryValues(question: Question, exchange: Exchange): Breaking | undefined {
    const { producer, reader, projection } = exchange
    const limit = budget.samples >> 1
    for (const side of [reader, producer])
      for (const value of sampleValues(side, { projection, limit })) {
        const verdict = inhabitants.answers(question, value)
          ? confirm(exchange, smaller(question, value), judge)
          : undefined
        if (verdict?.kind === 'breaking') return verdict
      }
    return undefined
  }

  function smaller(question: Question, value: JsonValue): JsonValue {
    return shrink(value, (candidate) => inhabitants.answers(question, candidate) === true)
  }

  function questionOf(sent: Node, read: Node, asked: View): Question {
    return { ...producing(sent, asked), not: [read] }
  }

  function producing(node: Node, asked: View): { readonly closed: readonly Node[]; readonly open: readonly Node[] } {
    return asked === 'exchange' ? { closed: [node], open: [] } : { closed: [], open: [node] }
  }

  function same(before: SchemaSide, after: SchemaSide, projection: Projection): boolean {
    return interner.node(before, projection) === interner.node(after, projection)
  }

  function sample(side: SchemaSide, projection: Projection): JsonValue | undefined {
    const outcome = inhabitants.find({ ...producing(interner.node(side, projection), view), not: [] })
    return outcome.kind === 'found' ? outcome.value : undefined
  }

  function accepts(side: SchemaSide, value: JsonValue, projection: Projection): boolean | undefined {
    return createEvaluator(text).accepts(interner.node(side, projection), value)
  }
}
