/** Whether following references in place comes to an end: the loader refuses the others. */
export function endsWell(named: Readonly<Record<string, unknown>>, start: string): boolean {
  const open = new Set<string>()
  const visit = (name: string): boolean => {
    if (open.has(name)) return false
    open.add(name)
    const ends = inPlace(named[name]).every(visit)
    open.delete(name)
    return ends
  }
  return visit(start)
}

function inPlace(one: unknown): readonly string[] {
  if (typeof one !== 'object' || one === null) return []
  const node = one as Readonly<Record<string, unknown>>
  const ref = typeof node['$ref'] === 'string' ? [node['$ref'].slice('#/components/schemas/'.length)] : []
  const nested = [
    ...['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => (node[keyword] as readonly unknown[] | undefined) ?? []),
    ...['not', 'if', 'then', 'else'].flatMap((keyword) => (Object.hasOwn(node, keyword) ? [node[keyword]] : [])),
    ...Object.values((node['dependentSchemas'] as object | undefined) ?? {}),
  ]
  return [...ref, ...nested.flatMap(inPlace)]
}

/** The schemas of these names. */
export function withoutEndless(
  named: Readonly<Record<string, unknown>>,
  usable: readonly string[],
): Record<string, unknown> {
  const kept = new Set(usable)
  return Object.fromEntries(Object.entries(named).filter(([name]) => kept.has(name)))
}
