import type { PlannedOperation, PlannedTag } from '../../plan/types.js'

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

/** `listOrdersItems`: a function for the items of all pages, for each operation that has pages. */
export function itemsNames(tag: PlannedTag): ReadonlyMap<PlannedOperation, string> {
  const taken = new Set([...tag.operations.map(({ camel }) => camel), tagNames(tag).factory])
  const names = new Map<PlannedOperation, string>()
  for (const planned of tag.operations) {
    if (!planned.pagination) continue
    let name = `${planned.camel}Items`
    while (taken.has(name)) name += '_'
    taken.add(name)
    names.set(planned, name)
  }
  return names
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
