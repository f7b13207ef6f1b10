import { child } from '../../util/json-pointer.js'
import { branchIdentity } from './branch-identity.js'
import type { Way } from './reach.js'
import { memberSteps, standingOf } from './standing.js'
import { type NameBranch, nameOfBranch, stepsOf } from './trail.js'
import type { Traits } from './traits.js'
import type { Unit, UnitEdit } from './units.js'

type TraitsOf = (schema: Unit['before']) => Traits

/**
 * Where an edit is, for those that stand in alternatives without a name: these are told apart by what they say in the
 * version before, which stays while the other one is worked on, and not by their position, which any of their siblings
 * can change. Undefined where the pointer of the place has no positions.
 */
export function createIdentities(traitsOf: Readonly<Record<'before' | 'after', TraitsOf>>) {
  return (unit: Unit, { edit }: UnitEdit, way: Way | undefined): string | undefined => {
    const unnamed = new Set<Unit['before']>()
    const naming =
      (side: 'before' | 'after'): NameBranch =>
      (branch, _, siblings) => {
        if (nameOfBranch(branch) === undefined) unnamed.add(branch)
        return branchIdentity(branch, siblings, traitsOf[side])
      }
    const { pointer, steps } = standingOf(unit, way, (edge) => stepsOf(edge.trail('before'), naming('before')))
    const own = stepsOf(edit.before.trail, naming('before'))
    const { branch, field, change } = edit
    const isAlternative = branch !== undefined && (field === 'anyOf' || field === 'oneOf')
    const side = change.action === 'added' ? 'after' : 'before'
    const member = isAlternative
      ? [field, naming(side)(branch, Number(change.member), edit[side].schema[field] ?? [])]
      : memberSteps(edit)
    return unnamed.size > 0 ? [...steps, ...own, ...member].reduce(child, pointer) : undefined
  }
}
