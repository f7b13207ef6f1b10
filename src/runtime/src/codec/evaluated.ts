/** What has been evaluated of one object or array (JSON Schema, core, 11): the rest is for `unevaluated...`. */
export interface Evaluated {
  readonly names: Set<string>
  readonly indexes: Set<number>
  allNames: boolean
  allIndexes: boolean
}

export function nothingEvaluated(): Evaluated {
  return { names: new Set(), indexes: new Set(), allNames: false, allIndexes: false }
}

/** Properties that are there and have not been evaluated. */
export function unevaluatedNames(value: Readonly<Record<string, unknown>>, seen: Evaluated): readonly string[] {
  if (seen.allNames) return []
  return Object.keys(value).filter((name) => value[name] !== undefined && !seen.names.has(name))
}

export function unevaluatedIndexes(items: readonly unknown[], seen: Evaluated): readonly number[] {
  return seen.allIndexes ? [] : [...items.keys()].filter((index) => !seen.indexes.has(index))
}
