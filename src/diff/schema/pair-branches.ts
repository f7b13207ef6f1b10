import type { Schema } from '../../contract/model/index.js'
import { memberName } from '../edit/compare-node.js'
import { type Paired, pairBy } from '../pair/pair-by.js'
import { constantOf } from './constant-of.js'
import { type LikenessOptions, pairByLikeness } from './pair-by-likeness.js'
import { likeness, type Traits } from './traits.js'

export interface BranchQuestions {
  /** Whether both accept the same. */
  readonly sameMeaning: (before: Schema, after: Schema) => boolean
  /** The same, proved: dear, so it is asked only of what nothing else has paired. */
  readonly isEquivalent: (before: Schema, after: Schema) => boolean
  readonly traitsOf: Readonly<Record<'before' | 'after', (schema: Schema) => Traits>>
}

/**
 * Pairs alternatives, whose order says nothing: first those with one meaning, the ones that say the same besides before
 * others, then those that refer to a schema of one name, then those with one title or tag, then those that say the same in
 * some order, then those that are proved to accept the same, then those of one type unless each has a tag of its own.
 * Where several fit, the most alike are a pair.
 */
export function pairBranches<T>(
  before: readonly T[],
  after: readonly T[],
  schemaOf: (branch: T) => Schema,
  { sameMeaning, isEquivalent, traitsOf }: BranchQuestions,
): Paired<T> {
  const kept: { before: T; after: T }[] = []
  if (before.length === 0 || after.length === 0) return { kept, removed: before, added: after }
  let rest = { removed: [...before], added: [...after] }
  // What is cheap is asked first.
  pairIf((one, other) => sameMeaning(one, other) && isWrittenAlike(one, other))
  pairLikest({ mayFit: sameMeaning })
  rest = pairNamed(pairNamed(rest, refName), tagOf)
  pairLikest({ mayFit: isWrittenAlike })
  if (Math.max(rest.removed.length, rest.added.length) <= mostProved) pairLikest({ fits: isEquivalent })
  pairLikest({ mayFit: (one, other) => isOfOneType(one, other) && (isUntagged(one) || isUntagged(other)) })
  return { kept, ...rest }

  function pairIf(isEqual: BranchQuestions['sameMeaning']): void {
    rest = pairEqual(rest.removed, rest.added, (one, other) => isEqual(schemaOf(one), schemaOf(other)), kept)
  }

  function pairLikest(options: Pick<LikenessOptions, 'mayFit' | 'fits'>): void {
    const paired = pairByLikeness(rest.removed, rest.added, schemaOf, { traitsOf, ...options })
    kept.push(...paired.kept)
    rest = { removed: [...paired.removed], added: [...paired.added] }
  }

  function isWrittenAlike(one: Schema, other: Schema): boolean {
    return one === other || likeness(traitsOf.before(one), traitsOf.after(other)) === 1
  }

  function pairNamed(left: typeof rest, nameOf: (schema: Schema) => string | undefined): typeof rest {
    const known = (branch: T): boolean => nameOf(schemaOf(branch)) !== undefined
    const paired = pairBy(
      left.removed.filter(known),
      left.added.filter(known),
      (branch) => nameOf(schemaOf(branch)) ?? '',
    )
    kept.push(...paired.kept)
    const done = new Set(paired.kept.flatMap((pair) => [pair.before, pair.after]))
    return {
      removed: left.removed.filter((branch) => !done.has(branch)),
      added: left.added.filter((branch) => !done.has(branch)),
    }
  }
}

function isUntagged(schema: Schema): boolean {
  return constantOf(schema) === undefined
}

function isOfOneType(before: Schema, after: Schema): boolean {
  return before.types !== undefined && before.types.join() === after.types?.join()
}

/** Quadratic, so only for what is left of few; equal text is found by name below, too. */
const mostCompared = 200

/** Quadratic in proofs. */
const mostProved = 8

function pairEqual<T>(
  before: readonly T[],
  after: readonly T[],
  isEqual: (before: T, after: T) => boolean,
  kept: { before: T; after: T }[],
): { removed: T[]; added: T[] } {
  const added = [...after]
  if (before.length > mostCompared || after.length > mostCompared) return { removed: [...before], added }
  const removed = before.filter((branch) => {
    const index = added.findIndex((other) => isEqual(branch, other))
    if (index < 0) return true
    kept.push(...added.splice(index, 1).map((other) => ({ before: branch, after: other })))
    return false
  })
  return { removed, added }
}

function refName({ ref }: Schema): string | undefined {
  return ref === undefined ? undefined : ref.slice(ref.lastIndexOf('/') + 1)
}

/** A title, or the one value that a required member must have, whichever part of the branch says so. */
function tagOf(schema: Schema): string | undefined {
  const constant = constantOf(schema)
  return schema.title ?? (constant && `${constant.name}=${memberName(constant.value)}`)
}
