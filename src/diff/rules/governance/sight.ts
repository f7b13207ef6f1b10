import { isAbove } from '../../../contract/annotation/category.js'
import type { Classification, Clearance, DataPolicy, Sensitivity } from '../../../contract/model/index.js'
import { impliedClearance } from '../../pair/walk-policies.js'
import { named } from './word.js'

/** A caller by its clearance; without a name: one that has none. */
export interface Caller {
  readonly name?: string
  readonly clearance: Clearance
}

/** Who sees a value unmasked no more or newly, once its class has changed. */
export interface Sight {
  /** `callers with clearance `support``; undefined: nobody. */
  readonly lost: string | undefined
  readonly won: string | undefined
}

/** Compares who sees what by one policy, so that a change of the policy itself is not counted here. */
export function compareSight(
  from: Classification | undefined,
  to: Classification | undefined,
  policy: DataPolicy,
): Sight {
  const callers = callersOf(policy)
  const [before, after] = [from, to].map((side) => callers.filter(({ clearance }) => covers(clearance, side, policy)))
  const without = (some: readonly Caller[] = [], others: readonly Caller[] = []) =>
    some.filter((caller) => !others.includes(caller))
  return {
    lost: describeCallers(without(before, after), callers),
    won: describeCallers(without(after, before), callers),
  }
}

/** Whether a value is masked for anybody: a caller, or a log. */
export function isEverMasked(value: Classification, policy: DataPolicy): boolean {
  const sensitivity = sensitivityOf(value, policy)
  if (sensitivity === undefined) return false
  return (
    isAbove(sensitivity, 'internal') || callersOf(policy).some(({ clearance }) => !covers(clearance, value, policy))
  )
}

/** Whether all that one clearance shows is shown by the other, too. */
export function showsAtLeast(clearance: Clearance, other: Clearance): boolean {
  if (isAbove(other.max, clearance.max)) return false
  // What the level covers needs no category. Above it only the same categories will do.
  return clearance.max === 'restricted' || other.reveal.every((category) => reveals(clearance, category))
}

/** Those without a clearance first. */
export function callersOf({ default: fallback = impliedClearance, clearances }: DataPolicy): readonly Caller[] {
  return [{ clearance: fallback }, ...[...clearances].map(([name, clearance]) => ({ name, clearance }))]
}

/** Whether a clearance shows a value of this class. */
export function covers(clearance: Clearance, value: Classification | undefined, policy: DataPolicy): boolean {
  const sensitivity = sensitivityOf(value, policy)
  if (sensitivity === undefined || !isAbove(sensitivity, clearance.max)) return true
  return value?.category !== undefined && reveals(clearance, value.category)
}

/** `contact` covers `contact.email`. */
function reveals({ reveal }: Clearance, category: string): boolean {
  return reveal.some((revealed) => category === revealed || category.startsWith(`${revealed}.`))
}

/** What nobody has classified is masked only where the policy says so, as if it were confidential. */
function sensitivityOf(value: Classification | undefined, { unclassified }: DataPolicy): Sensitivity | undefined {
  return value?.sensitivity ?? (unclassified === 'restrict' ? 'confidential' : undefined)
}

function describeCallers(some: readonly Caller[], all: readonly Caller[]): string | undefined {
  if (some.length === 0) return undefined
  if (some.length === all.length) return 'all callers'
  const names = some.flatMap(({ name }) => name ?? [])
  const withName = names.length > 0 && `callers with clearance ${named(names, 'or')}`
  const isBare = names.length < some.length
  if (!withName) return 'callers without a clearance'
  return isBare ? `callers without a clearance and ${withName}` : withName
}
