import { canonicalText } from '../../../util/canonical-text.js'
import { type JsonObject, type JsonValue, setOwn } from '../../../util/own.js'
import type { Node } from '../node/index.js'
import type { UnknownReason } from '../types.js'
import type { Clause } from './clause.js'
import { type Context, empty, firstFound, found, type Outcome, unknown } from './context.js'
import type { SomeMember } from './literal.js'
import { membersOf } from './members.js'
import { createNames } from './names.js'

/** Members that must be there, each with the nodes that must refuse its value. */
type Wanted = ReadonlyMap<string, readonly Node[]>

/** So many members are put into a witness at most, and so many times one is changed that is not wanted. */
const most = { members: 1_000, changes: 4 } as const

/** An object that fulfils the clause, with no more members than it needs. */
export function solveObject(clause: Clause, context: Context): Outcome {
  const members = membersOf(clause, context)
  const names = createNames(clause, members, context)
  const absent = new Set(clause.atoms.flatMap((atom) => (atom.kind === 'absent' ? atom.name : [])))
  const unwelcome = clause.atoms.flatMap((atom) => (atom.kind === 'differs' ? [atom.values] : []))
  const demands = clause.atoms.flatMap((atom) => (atom.kind === 'some-member' ? atom : []))
  let wanted: Wanted = new Map([...members.required].map((name) => [name, []] as const))
  for (const atom of clause.atoms) {
    if (atom.kind === 'present') wanted = withMember(wanted, atom.name, atom.not)
  }
  return meet(demands, wanted)

  /** Finds members that the demands are met by, one after the other. */
  function meet([demand, ...others]: readonly SomeMember[], given: Wanted): Outcome {
    if (!demand) return fill(given, most.changes)
    return firstFound(names.meeting(demand, given), (name) =>
      typeof name === 'object' ? unknown(name.why) : meet(others, withMember(given, name, demand.not)),
    )
  }

  function fill(given: Wanted, changes: number): Outcome {
    if (Math.max(given.size, members.minimum) > members.maximum) return empty
    const value: Record<string, JsonValue> = {}
    let why: UnknownReason | undefined
    // What is special about a member decides more often than what all must be.
    for (const [name, refusing] of [...given].sort(([, one], [, other]) => other.length - one.length)) {
      const outcome = member(name, refusing)
      if (outcome.kind === 'empty') return empty
      if (outcome.kind === 'found') setOwn(value, name, outcome.value)
      else why = outcome.why
    }
    if (why) return unknown(why)
    const missing = members.minimum - given.size
    if (missing > 0) {
      const outcome = addMembers(value, missing, given)
      if (outcome) return outcome
    }
    const result = inOrder(value)
    const key = unwelcome.length > 0 ? canonicalText(result) : ''
    if (!unwelcome.some((values) => values.has(key))) return found(result)
    return changes === 0 ? unknown('budget') : change(result, given, changes - 1)
  }

  function member(name: string, refusing: readonly Node[]): Outcome {
    if (absent.has(name)) return empty
    const question = members.of(name)
    if (question === undefined) return empty
    return typeof question === 'string' ? unknown(question) : context.inhabit({ ...question, not: refusing })
  }

  /** Adds members that nobody asks for but the count; says so when there are not enough. */
  function addMembers(value: Record<string, JsonValue>, missing: number, given: Wanted): Outcome | undefined {
    if (missing > most.members) return unknown('budget')
    let left = missing
    let outcome = empty
    for (const name of names.any(given)) {
      const next = typeof name === 'object' ? unknown(name.why) : member(name, [])
      if (next.kind === 'unknown') outcome = next
      if (next.kind !== 'found') continue
      setOwn(value, name as string, next.value)
      if (--left === 0) return undefined
    }
    // Other branches might have declared more.
    const isSure = !clause.atoms.some(({ kind }) => kind === 'perhaps')
    return outcome.kind === 'empty' && !isSure ? unknown('unevaluated') : outcome
  }

  /** The value may be anything but this: another value for one of its members, or one member more. */
  function change(value: JsonObject, given: Wanted, changes: number): Outcome {
    const others = Object.keys(value).map((name) =>
      withMember(given, name, context.interner.oneOfValues([value[name] as JsonValue])),
    )
    const more: Wanted[] = []
    let outcome = firstFound(others, (one) => fill(one, changes))
    for (const name of names.any(given)) {
      if (outcome.kind === 'found' || more.length >= most.changes) break
      if (typeof name === 'object') outcome = unknown(name.why)
      else if (!Object.hasOwn(value, name)) more.push(withMember(given, name))
    }
    return firstFound([undefined, ...more], (one) => (one ? fill(one, changes) : outcome))
  }

  /** As the schema declares them, so that a witness reads like the documentation. */
  function inOrder(value: JsonObject): JsonObject {
    const sorted: Record<string, JsonValue> = {}
    for (const name of [...members.names, ...Object.keys(value)])
      if (Object.hasOwn(value, name)) setOwn(sorted, name, value[name])
    return sorted
  }
}

function withMember(wanted: Wanted, name: string, refusing?: Node): Wanted {
  const before = wanted.get(name) ?? []
  return new Map(wanted).set(name, refusing ? [...before, refusing] : before)
}
