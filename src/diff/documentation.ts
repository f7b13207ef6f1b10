const words = new Set(['title', 'summary', 'description', 'externalDocs', 'termsOfService'])

/**
 * Whether the words for people differ: what is said in the one and not in the other. Where and how often something is
 * said does not count, because inlining a reference says it twice.
 */
export function documentationDiffers(before: object, after: object): boolean {
  const [said, says] = [wordsOf(before), wordsOf(after)]
  return said.size !== says.size || [...said].some((text) => !says.has(text))
}

function wordsOf(whole: object): ReadonlySet<string> {
  const found = new Set<string>()
  const seen = new Set<object>()
  const open: unknown[] = [whole]
  const look = (key: unknown, value: unknown): void => {
    if (typeof key === 'string' && words.has(key) && typeof value === 'string') found.add(JSON.stringify([key, value]))
    else if (typeof value === 'object' && value !== null && key !== 'at') open.push(value)
  }
  while (open.length > 0) {
    const value = open.pop() as object
    if (seen.has(value)) continue
    seen.add(value)
    const entries: Iterable<readonly [unknown, unknown]> = value instanceof Map ? value : Object.entries(value)
    for (const [key, member] of entries) look(key, member)
  }
  return found
}
