import type { Contract } from '../model/index.js'
import { holdsValue } from './reach.js'
import { partsOf, type ResolvedClasses } from './resolved-classes.js'

/** How much of a contract is annotated. */
export interface Coverage {
  /** Schemas that hold a value themselves. */
  readonly fields: number
  readonly classified: number
  readonly operations: number
  readonly scoped: number
}

export function coverageOf(contract: Contract, resolved: ResolvedClasses): Coverage {
  const uncovered = new Set<string>()
  for (const schema of resolved.all) {
    if (schema.ref !== undefined && resolved.of(schema)?.sensitivity === undefined) uncovered.add(schema.ref)
  }
  const referenced = new Set(resolved.all.flatMap(({ ref }) => ref ?? []))
  let fields = 0
  let classified = 0
  for (const schema of resolved.fields) {
    if (!holdsValue(schema, partsOf(schema))) continue
    const id = `${schema.at.document}#${schema.at.pointer}`
    fields++
    // A bare value with a name may be classified at each of its uses.
    const covered = referenced.has(id) && !uncovered.has(id)
    if (covered || resolved.of(schema)?.sensitivity !== undefined) classified++
  }
  const scoped = contract.operations.filter(({ governance }) => governance.scope !== undefined).length
  return { fields, classified, operations: contract.operations.length, scoped }
}

/** Rounded down, so that 100 means all. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((part / whole) * 100)
}
