import { every, type Truth } from '../evaluate/index.js'
import type { Node } from '../node/index.js'
import type { UnknownReason } from '../types.js'
import type { Clause } from './clause.js'
import type { Context } from './context.js'
import type { SomeMember } from './literal.js'
import { judging, type Members } from './members.js'

/** Names that members can have: those that are mentioned, and for each combination of patterns some others. */
export interface Names {
  /** Names that a member which meets the demand can have; of names that nothing tells apart, one. */
  meeting(demand: SomeMember, taken: ReadonlyMap<string, unknown>): Iterable<Candidate>
  /** Every name that is not taken, as far as anything tells them apart, and then ever more of the same. */
  any(taken: ReadonlyMap<string, unknown>): Iterable<Candidate>
}

/** A name, or why there may be others. */
export type Candidate = string | { readonly why: UnknownReason }

/** Of more patterns not all combinations are looked at. */
const mostPatterns = 4
/** A name that nobody has declared should look like one. */
const usualName = 'extra'

export function createNames(clause: Clause, members: Members, { interner, inhabit, text, accepts }: Context): Names {
  let known: ReadonlySet<string> | undefined
  return { meeting, any }

  /** Found when it is asked for: of thousands of members most clauses need none by its name. */
  function mentioned(): ReadonlySet<string> {
    if (known) return known
    const names = new Set(members.names)
    for (const atom of clause.atoms) if (atom.kind === 'present' || atom.kind === 'absent') names.add(atom.name)
    known = names
    return names
  }

  function* meeting(demand: SomeMember, taken: ReadonlyMap<string, unknown>): Iterable<Candidate> {
    const { beside, pattern, nameNot } = demand
    for (const name of new Set([...taken.keys(), ...mentioned(), ...(beside?.properties.keys() ?? [])])) {
      const truth = meets(demand, name)
      if (truth) yield name
      else if (truth === undefined) yield { why: 'pattern' }
    }
    if (!members.isOpen) return
    const avoided = [...(beside?.patterns.keys() ?? [])]
    const asked = pattern === undefined ? [] : [pattern]
    for (const one of classes([...avoided, ...asked])) {
      if (avoided.some((other) => one.inside.includes(other)) || !asked.every((other) => one.inside.includes(other)))
        continue
      for (const name of fresh(
        one,
        new Set([...taken.keys(), ...mentioned(), ...(beside?.properties.keys() ?? [])]),
        nameNot,
      )) {
        if (typeof name === 'object' || meets(demand, name)) yield name
        break
      }
    }
  }

  function* any(taken: ReadonlyMap<string, unknown>): Iterable<Candidate> {
    const known = new Set([...taken.keys(), ...mentioned()])
    for (const name of mentioned()) if (!taken.has(name)) yield name
    if (!members.isOpen) return
    for (const one of classes([])) {
      const { patterns } = members
      for (const name of fresh(one, known)) {
        // Where no value is possible for one name, it is for no other of its class.
        const question = typeof name === 'string' ? members.of(name) : undefined
        yield name
        if (question === undefined || typeof question === 'string') break
        if (inhabit(question).kind !== 'found') break
      }
      if (patterns.size > mostPatterns) yield { why: 'pattern' }
    }
  }

  function meets({ beside, scope, pattern, nameNot }: SomeMember, name: string): Truth {
    return every(
      [
        () => {
          if (!beside) return true
          const declared = judging({ properties: beside.properties, patterns: beside.patterns }, name, text)
          return declared && declared.length === 0
        },
        () => {
          const declared = scope === undefined ? false : members.isDeclaredIn(scope, name)
          return declared === undefined ? undefined : !declared
        },
        () => pattern === undefined || text.matches(pattern, name),
        () => {
          const accepted = nameNot ? accepts(nameNot, name) : false
          return accepted === undefined ? undefined : !accepted
        },
      ],
      (holds) => holds(),
    )
  }

  /** Names that match just the patterns inside, each once, and none of those that are known. */
  function* fresh(one: NameClass, known: Set<string>, nameNot?: Node): Iterable<Candidate> {
    for (let count = 1; ; count++) {
      const open = [interner.text({}), ...one.inside.map((pattern) => interner.text({ pattern })), ...members.nameNodes]
      const not = [...one.outside.map((pattern) => interner.text({ pattern })), interner.oneOfValues([...known])]
      if (nameNot) not.push(nameNot)
      const usual = [usualName, `${usualName}${count}`].find(
        (name) =>
          !known.has(name) &&
          open.every((node) => accepts(node, name)) &&
          not.every((node) => accepts(node, name) === false),
      )
      const outcome =
        usual === undefined ? inhabit({ closed: [], open, not }) : { kind: 'found' as const, value: usual }
      if (outcome.kind === 'unknown') yield { why: outcome.why }
      if (outcome.kind !== 'found' || typeof outcome.value !== 'string') return
      known.add(outcome.value)
      yield outcome.value
    }
  }

  function classes(others: readonly string[]): readonly NameClass[] {
    const patterns = [...new Set([...members.patterns, ...others])]
    if (patterns.length > mostPatterns) {
      const apart = [[], ...patterns.map((pattern) => [pattern])]
      return apart.map((inside) => ({ inside, outside: patterns.filter((pattern) => !inside.includes(pattern)) }))
    }
    return Array.from({ length: 1 << patterns.length }, (_, chosen) => ({
      inside: patterns.filter((_, index) => chosen & (1 << index)),
      outside: patterns.filter((_, index) => !(chosen & (1 << index))),
    }))
  }
}

interface NameClass {
  readonly inside: readonly string[]
  readonly outside: readonly string[]
}
