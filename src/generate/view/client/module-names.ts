import type { PlannedTag } from '../../plan/types.js'

/** Names of what the operations module of a tag declares beside its operations. */
export interface TagNames {
  /** `OrdersResource`. */
  readonly resource: string
  /** `createOrdersResource`. */
  readonly factory: string
}

/** Stable: only an operation of the very same name makes the factory give way. */
export function tagNames(tag: PlannedTag): TagNames {
  const functions = new Set(tag.operations.map(({ camel }) => camel))
  let base = tag.pascal
  while (functions.has(`create${base}Resource`)) base += 'Tag'
  return { resource: `${base}Resource`, factory: `create${base}Resource` }
}

/** A constant for the descriptor of each operation, clear of all functions of the module. */
export function descriptorNames(tag: PlannedTag, taken: Iterable<string>): readonly string[] {
  const names = new Set([...tag.operations.map(({ camel }) => camel), ...taken])
  return tag.operations.map(({ camel }) => {
    let name = `${camel}Operation`
    while (names.has(name)) name += '_'
    names.add(name)
    return name
  })
}
