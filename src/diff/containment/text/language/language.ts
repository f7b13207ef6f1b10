import type { Machine } from '../automaton/machine.js'
import { run } from '../automaton/run.js'

/** A set of texts, from automata and lengths. */
export type Language =
  | { readonly kind: 'machine'; readonly machine: Machine }
  /** In code points. */
  | { readonly kind: 'length'; readonly least: number; readonly most: number }
  | { readonly kind: 'not'; readonly of: Language }
  | { readonly kind: 'all'; readonly of: readonly Language[] }
  | { readonly kind: 'any'; readonly of: readonly Language[] }

export const everyText: Language = { kind: 'all', of: [] }
export const noText: Language = { kind: 'any', of: [] }

/** Whether the text belongs to the language; undefined when that costs too much to say. */
export function contains(language: Language, text: string): boolean | undefined {
  switch (language.kind) {
    case 'machine':
      return run(language.machine, text)
    case 'length': {
      const length = lengthOf(text)
      return language.least <= length && length <= language.most
    }
    case 'not': {
      const inside = contains(language.of, text)
      return inside === undefined ? undefined : !inside
    }
    case 'all':
      return join(language.of, text, false)
    case 'any':
      return join(language.of, text, true)
  }
}

/** `decisive`: the answer of one part that settles the whole. */
function join(parts: readonly Language[], text: string, decisive: boolean): boolean | undefined {
  let isKnown = true
  for (const part of parts) {
    const inside = contains(part, text)
    if (inside === decisive) return decisive
    isKnown &&= inside !== undefined
  }
  return isKnown ? !decisive : undefined
}

/** Code points. */
export function lengthOf(text: string): number {
  // Texts may be long, and characters outside the basic plane are rare in them.
  return text.length - (/[\ud800-\udbff]/.test(text) ? (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0) : 0)
}

/** Texts that are in all of the automata, or in none of the negated ones, with a length in between. */
export interface Clause {
  readonly literals: readonly Literal[]
  readonly least: number
  readonly most: number
}

export interface Literal {
  readonly machine: Machine
  readonly negated: boolean
}

const maxClauses = 64

/** The language as a union of clauses; undefined when there are too many. */
export function clausesOf(language: Language, negated = false): readonly Clause[] | undefined {
  switch (language.kind) {
    case 'machine':
      return [{ literals: [{ machine: language.machine, negated }], least: 0, most: Infinity }]
    case 'length':
      return lengthClauses(language.least, language.most, negated)
    case 'not':
      return clausesOf(language.of, !negated)
    case 'all':
    case 'any': {
      const parts = language.of.map((part) => clausesOf(part, negated))
      return (language.kind === 'any') === negated ? multiply(parts) : add(parts)
    }
  }
}

function lengthClauses(least: number, most: number, negated: boolean): readonly Clause[] {
  const bounds = negated
    ? [
        [0, least - 1],
        [most + 1, Infinity],
      ]
    : [[least, most]]
  return bounds.flatMap(([from = 0, to = 0]) =>
    from <= to && from < Infinity ? [{ literals: [], least: from, most: to }] : [],
  )
}

function add(parts: readonly (readonly Clause[] | undefined)[]): readonly Clause[] | undefined {
  const clauses: Clause[] = []
  for (const part of parts) {
    if (!part || clauses.length + part.length > maxClauses) return undefined
    clauses.push(...part)
  }
  return clauses
}

function multiply(parts: readonly (readonly Clause[] | undefined)[]): readonly Clause[] | undefined {
  let clauses: readonly Clause[] = [{ literals: [], least: 0, most: Infinity }]
  for (const part of parts) {
    if (!part || clauses.length * part.length > maxClauses * 4) return undefined
    clauses = clauses.flatMap((left) => part.flatMap((right) => both(left, right) ?? []))
    if (clauses.length > maxClauses) return undefined
  }
  return clauses
}

/** Undefined: no text is in both. */
function both(left: Clause, right: Clause): Clause | undefined {
  const least = Math.max(left.least, right.least)
  const most = Math.min(left.most, right.most)
  if (least > most) return undefined
  const literals = [...left.literals]
  for (const literal of right.literals) {
    const same = left.literals.find(({ machine }) => machine === literal.machine)
    if (!same) literals.push(literal)
    else if (same.negated !== literal.negated) return undefined
  }
  return { literals, least, most }
}
