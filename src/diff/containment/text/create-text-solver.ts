import type { Several, Solved } from '../solved.js'
import type { UnknownReason } from '../types.js'
import type { Machine } from './automaton/machine.js'
import type { Meter } from './automaton/meter.js'
import { type Constraint, formatConstraint, isExact, negate, patternConstraint } from './constraint.js'
import { formats, inclusions, samples } from './format/formats.js'
import { enumerate } from './language/enumerate.js'
import { type Clause, clausesOf, type Language, lengthOf } from './language/language.js'
import { createProduct, type JoinedSymbol, joinAlphabets } from './language/product.js'
import type { TextQuestion } from './question.js'

export interface TextSolverOptions {
  /** States that the automata of one question may have together. */
  readonly states: number
}

/** Finds texts, and proves that there are none. What was found out about a pattern is kept. */
export interface TextSolver {
  /**
   * A text with all that is asked for: a usual one of a format, otherwise a shortest one and the most readable among these.
   * Where a pattern is not understood it may be longer than needed.
   */
  solve(question: TextQuestion): Solved<string>
  /** Up to `count` different texts, in the same order. */
  several(question: TextQuestion, count: number): Several<string>
  /** Whether the pattern is found in the text; undefined when that cannot be told. */
  matches(pattern: string, text: string): boolean | undefined
  /** Whether the text has the format; undefined for a format that texts are not checked for. */
  hasFormat(format: string, text: string): boolean | undefined
  isKnownFormat(format: string): boolean
}

/** Transitions and the like that one question may look at, for each state of the budget. */
const costPerState = 500
/** Texts that are tried where a condition is not understood exactly. */
const maxTried = 200
/** Of these, texts of which nobody can tell. */
const maxOpen = 20
const maxKept = 2000

export function createTextSolver({ states }: TextSolverOptions): TextSolver {
  const meter: Meter = { left: 0 }
  const patterns = new Map<string, Constraint>()
  const named = new Map<string, Constraint>()
  const machines = new Map<Machine, number>()
  const alphabets = new Map<string, readonly JoinedSymbol[]>()
  return { solve, several, matches, hasFormat, isKnownFormat: (format) => formats.has(format) }

  function matches(pattern: string, text: string): boolean | undefined {
    renew()
    return patternOf(pattern).has(text)
  }

  function hasFormat(format: string, text: string): boolean | undefined {
    renew()
    return formatOf(format)?.has(text)
  }

  function solve(question: TextQuestion): Solved<string> {
    const { values, complete, unknown } = several(question, 1)
    const [value] = values
    if (value !== undefined) return { kind: 'found', value }
    return complete ? { kind: 'empty' } : { kind: 'unknown', why: unknown ?? 'budget' }
  }

  function several(question: TextQuestion, count: number): Several<string> {
    renew()
    if (isContradiction(question)) return { values: [], complete: true }
    const constraints = constraintsOf(question)
    const usual = usualTexts(question, constraints)
    const found = new Set(usual.slice(0, count))
    if (found.size === count) return { values: [...found], complete: false }
    const isKnown = constraints.every(isExact)
    const certain = textsOf(question, constraints.map(innerOf), count, () => true)
    add(found, certain.values, count)
    if (isKnown || found.size === count) return answer(found, isKnown && certain.complete, 'budget', count)
    const possible = textsOf(question, constraints.map(outerOf), count, (text) => hasAll(constraints, text))
    add(found, possible.values, count)
    return answer(found, possible.complete, constraints.find((one) => !isExact(one))?.why ?? 'budget', count)
  }

  function constraintsOf(question: TextQuestion): readonly Constraint[] {
    const unique = (names: readonly string[], find: (name: string) => Constraint | undefined): readonly Constraint[] =>
      [...new Set(names)].flatMap((name) => find(name) ?? [])
    return [
      ...unique(question.patterns, patternOf),
      ...unique(question.notPatterns, patternOf).map(negate),
      ...unique(question.formats, formatOf),
      ...unique(question.notFormats, formatOf).map(negate),
    ]
  }

  /** Texts that are in all of the languages and for which `has` holds. */
  function textsOf(
    { minLength, maxLength, excluded }: TextQuestion,
    languages: readonly Language[],
    count: number,
    has: (text: string) => boolean | undefined,
  ): Found {
    const length: Language = { kind: 'length', least: Math.max(0, minLength), most: maxLength }
    const clauses = clausesOf({ kind: 'all', of: [length, ...languages] })
    if (!clauses) return { values: [], complete: false }
    const found = new Set<string>()
    let complete = true
    for (const clause of clauses) {
      // One more than asked for shows whether these are all, which does not matter to who wants one.
      const part = take(clause, count === 1 ? 1 : count + 1, (text) => !excluded.has(text) && has(text), excluded.size)
      for (const text of part.values) found.add(text)
      complete &&= part.complete
    }
    const values = [...found].sort((left, right) => lengthOf(left) - lengthOf(right))
    return { values: values.slice(0, count), complete: complete && values.length <= count }
  }

  /** Texts that a person can see come first, even if they are longer. */
  function take(clause: Clause, count: number, has: (text: string) => boolean | undefined, excluded: number): Found {
    const symbols = symbolsOf(clause)
    const visible = symbols.filter(({ isVisible }) => isVisible)
    const plain = takeFrom(visible, clause, count, has, excluded)
    if (plain.values.length >= count || visible.length === symbols.length) return plain
    const all = takeFrom(symbols, clause, count, has, excluded)
    const values = [...new Set([...plain.values, ...all.values])]
    return { values: values.slice(0, count), complete: all.complete && values.length < count }
  }

  function takeFrom(
    symbols: readonly JoinedSymbol[],
    clause: Clause,
    count: number,
    has: (text: string) => boolean | undefined,
    excluded: number,
  ): Found {
    const texts = enumerate(createProduct(clause.literals, symbols, states, meter), clause, meter)
    const values: string[] = []
    let open = 0
    for (let tried = 0; tried < count + excluded + maxTried && values.length < count && open < maxOpen; tried++) {
      const next = texts.next()
      if (next.done) return { values, complete: open === 0 && next.value }
      const verdict = has(next.value)
      if (verdict) values.push(next.value)
      if (verdict === undefined) open++
    }
    return { values, complete: false }
  }

  function symbolsOf({ literals }: Clause): readonly JoinedSymbol[] {
    const key = literals.map(({ machine }) => numberOf(machine)).join()
    const symbols = alphabets.get(key) ?? joinAlphabets(literals.map(({ machine }) => machine.alphabet))
    keep(alphabets, key, symbols)
    return symbols
  }

  function numberOf(machine: Machine): number {
    const known = machines.get(machine) ?? machines.size
    machines.set(machine, known)
    return known
  }

  function patternOf(source: string): Constraint {
    const known = patterns.get(source)
    if (known) return known
    // What is understood of a pattern must not depend on what was asked before.
    renew()
    const constraint = patternConstraint(source, meter)
    keep(patterns, source, constraint)
    renew()
    return constraint
  }

  function formatOf(name: string): Constraint | undefined {
    const known = named.get(name)
    if (known) return known
    renew()
    const constraint = formatConstraint(name, meter)
    if (constraint) named.set(name, constraint)
    renew()
    return constraint
  }

  function renew(): void {
    meter.left = states * costPerState
  }
}

interface Found {
  readonly values: readonly string[]
  readonly complete: boolean
}

function keep<T>(cache: Map<string, T>, key: string, value: T): void {
  if (cache.size >= maxKept) cache.clear()
  cache.set(key, value)
}

/** What can be seen without looking at a pattern. */
function isContradiction({
  minLength,
  maxLength,
  patterns,
  notPatterns,
  formats: wanted,
  notFormats,
}: TextQuestion): boolean {
  return (
    minLength > maxLength ||
    patterns.some((pattern) => notPatterns.includes(pattern)) ||
    // Every text has a format that is not checked.
    notFormats.some((format) => !formats.has(format) || wanted.includes(format)) ||
    wanted.some((format) => notFormats.includes(inclusions.get(format) ?? ''))
  )
}

/** The samples of the formats that fulfil everything. A format that is not checked has samples, too: they look better than others. */
function usualTexts(question: TextQuestion, constraints: readonly Constraint[]): readonly string[] {
  const texts = question.formats.flatMap((format) => samples.get(format) ?? [])
  return [...new Set(texts)].filter((text) => {
    const length = lengthOf(text)
    if (length < question.minLength || length > question.maxLength || question.excluded.has(text)) return false
    return constraints.every((constraint) => constraint.has(text) === true)
  })
}

function innerOf({ inner }: Constraint): Language {
  return inner
}

function outerOf({ outer }: Constraint): Language {
  return outer
}

function hasAll(constraints: readonly Constraint[], text: string): boolean | undefined {
  const verdicts = constraints.map((constraint) => constraint.has(text))
  return verdicts.includes(false) ? false : verdicts.includes(undefined) ? undefined : true
}

function add(found: Set<string>, texts: readonly string[], count: number): void {
  for (const text of texts) if (found.size < count) found.add(text)
}

function answer(found: ReadonlySet<string>, complete: boolean, why: UnknownReason, count: number): Several<string> {
  const values = [...found]
  return { values, complete, ...(!complete && values.length < count && { unknown: why }) }
}
