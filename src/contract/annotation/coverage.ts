import type { Contract, Schema } from '../model/index.js'
import type { ResolvedClasses } from './resolved-classes.js'

/** How much of a contract is annotated. */
export interface Coverage {
  /** Schemas that hold a value themselves. */
  readonly fields: number
  readonly classified: number
  readonly operations: number
  readonly scoped: number
}

export function coverageOf(contract: Contract, resolved: ResolvedClasses): Coverage {
  const classified = resolved.fields.filter((schema) => isClassified(schema, resolved))
  const scoped = contract.operations.filter(({ governance }) => governance.scope !== undefined)
  return {
    fields: resolved.fields.length,
    classified: classified.length,
    operations: contract.operations.length,
    scoped: scoped.length,
  }
}

/** A bare value with a name may be classified at each of its uses instead. */
function isClassified(schema: Schema, { of, classifiedRefs, bareRefs }: ResolvedClasses): boolean {
  if (of(schema)?.sensitivity !== undefined) return true
  if (classifiedRefs.size === 0) return false
  const id = `${schema.at.document}#${schema.at.pointer}`
  return classifiedRefs.has(id) && !bareRefs.has(id)
}

/** Rounded down, so that 100 means all. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((part / whole) * 100)
}
