/** Which fields are read below a place. Equal places of one tree are the same object. */
export interface FieldTree {
  at(name: string): FieldTree
}

/** All of it. */
export const whole: FieldTree = { at: () => whole }
/** Nothing of it. */
export const unused: FieldTree = { at: () => unused }

/** From dotted paths: `items.email`. A path says that everything below its last name is read. */
export function fieldTree(fields: readonly string[]): FieldTree {
  return treeOf(fields.map((field) => field.split('.')))
}

function treeOf(paths: readonly (readonly string[])[]): FieldTree {
  if (paths.length === 0) return unused
  if (paths.some((path) => path.length === 0)) return whole
  const byName = new Map<string, (readonly string[])[]>()
  for (const [name = '', ...rest] of paths) byName.set(name, [...(byName.get(name) ?? []), rest])
  const made = new Map<string, FieldTree>()
  return {
    at(name) {
      const tree = made.get(name) ?? treeOf(byName.get(name) ?? [])
      made.set(name, tree)
      return tree
    },
  }
}
