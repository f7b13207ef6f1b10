import type { Schema } from '../../contract/model/index.js'
import { type Paired, pairBy } from '../pair/pair-by.js'
import { type BranchQuestions, pairBranches } from './pair-branches.js'
import { pairByLikeness } from './pair-by-likeness.js'

/** Members by their names; what is said of a name more than once, in several schemas, is paired by what it says. */
export function pairMembers<T extends { readonly name: string }>(
  before: readonly T[],
  after: readonly T[],
  schemaOf: (member: T) => Schema,
  questions: BranchQuestions,
): Paired<T> {
  const repeated = repeatedNames(before, after)
  if (repeated.size === 0) return pairBy(before, after, ({ name }) => name)
  const isSaidOnce = ({ name }: T): boolean => !repeated.has(name)
  const { added, removed, kept } = pairBy(before.filter(isSaidOnce), after.filter(isSaidOnce), ({ name }) => name)
  const several = [...repeated].map((name) => {
    const isNamed = (member: T): boolean => member.name === name
    return pairAlike(before.filter(isNamed), after.filter(isNamed), schemaOf, questions)
  })
  return {
    added: [...added, ...several.flatMap((pairs) => pairs.added)],
    removed: [...removed, ...several.flatMap((pairs) => pairs.removed)],
    kept: [...kept, ...several.flatMap((pairs) => pairs.kept)],
  }
}

/** Pairs what several schemas say about the same thing: like alternatives, and what is left by how alike it is. */
export function pairAlike<T>(
  before: readonly T[],
  after: readonly T[],
  schemaOf: (said: T) => Schema,
  questions: BranchQuestions,
): Paired<T> {
  const [one, other] = [before[0], after[0]]
  if (one === undefined || other === undefined) return { kept: [], removed: before, added: after }
  if (before.length === 1 && after.length === 1)
    return { kept: [{ before: one, after: other }], removed: [], added: [] }
  const branches = pairBranches(before, after, schemaOf, questions)
  const rest = pairByLikeness(branches.removed, branches.added, schemaOf, questions)
  return { ...rest, kept: [...branches.kept, ...rest.kept] }
}

function repeatedNames(...lists: readonly (readonly { readonly name: string }[])[]): ReadonlySet<string> {
  const repeated = new Set<string>()
  for (const list of lists) {
    const seen = new Set<string>()
    for (const { name } of list) {
      if (seen.has(name)) repeated.add(name)
      seen.add(name)
    }
  }
  return repeated
}
