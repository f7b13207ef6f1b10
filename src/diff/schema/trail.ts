import type { Schema } from '../../contract/model/index.js'
import type { SchemaRole } from '../../contract/schema/index.js'

/** One step down: into a child, or over the reference of a schema to its target. */
export type Step = { readonly role: SchemaRole; readonly key?: string | number } | { readonly role: 'ref' }

/** The way from a schema to one that it holds, as a list of the schemas that were passed, last one first. */
export interface Trail {
  /** The schema that the step starts from. */
  readonly from: Schema
  readonly step: Step
  readonly before: Trail | undefined
}

/**
 * The schema that a trail started from, with another one in place of what it led to. Only the schemas on the way are
 * copied: everything else stays the very same object.
 */
export function graft(trail: Trail | undefined, replacement: Schema): Schema {
  let grafted = replacement
  for (let way = trail; way; way = way.before) grafted = withChild(way.from, way.step, grafted)
  return grafted
}

/** How a branch is called among its siblings. */
export type NameBranch = (branch: Schema, index: number, siblings: readonly Schema[]) => string

/** The same way as steps of identity: what holds together is one place. */
export function stepsOf(trail: Trail | undefined, nameBranch: NameBranch = branchName): readonly string[] {
  const steps: string[] = []
  for (let way = trail; way; way = way.before) steps.unshift(...stepOf(way, nameBranch))
  return steps
}

function stepOf({ from, step }: Trail, nameBranch: NameBranch): readonly string[] {
  if (step.role === 'ref' || step.role === 'allOf') return []
  const { role, key } = step
  if (key === undefined) return [role]
  const siblings = role === 'anyOf' || role === 'oneOf' ? (from[role] ?? []) : []
  const branch = siblings[Number(key)]
  return [role, branch ? nameBranch(branch, Number(key), siblings) : String(key)]
}

/** The name of the schema that a branch refers to tells more than its position, and survives another order. */
export function branchName(branch: Schema, index: number): string {
  return nameOfBranch(branch) ?? String(index)
}

export function nameOfBranch({ ref, title }: Schema): string | undefined {
  const [, name] = /\/([^/]+)$/.exec(ref ?? '') ?? []
  return name ?? title
}

/** The schema with another one where the step leads to. */
export function withChild(schema: Schema, step: Step, child: Schema): Schema {
  if (step.role === 'ref') {
    const { ref: _ref, ...beside } = schema
    const isBare = Object.keys(beside).every((field) => field === 'kind' || field === 'at')
    return isBare ? child : { ...beside, allOf: [...(schema.allOf ?? []), child] }
  }
  const { role, key } = step
  const value = schema[role]
  if (value instanceof Map) return { ...schema, [role]: new Map<unknown, Schema>(value).set(key, child) }
  if (Array.isArray(value)) return { ...schema, [role]: (value as Schema[]).with(Number(key), child) }
  return { ...schema, [role]: child }
}
