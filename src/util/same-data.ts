/** Whether two values hold the same data: maps, sets and objects without regard to order, lists with it. */
export function sameData(before: unknown, after: unknown): boolean {
  const pending: (readonly [unknown, unknown])[] = [[before, after]]
  for (let pair = pending.pop(); pair; pair = pending.pop()) {
    const [left, right] = pair
    if (Object.is(left, right)) continue
    if (!isComposed(left) || !isComposed(right) || Array.isArray(left) !== Array.isArray(right)) return false
    const [leftParts, rightParts] = [partsOf(left), partsOf(right)]
    if (leftParts.size !== rightParts.size) return false
    for (const [key, part] of leftParts) {
      if (!rightParts.has(key)) return false
      pending.push([part, rightParts.get(key)])
    }
  }
  return true
}

function isComposed(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function partsOf(value: object): ReadonlyMap<unknown, unknown> {
  if (value instanceof Map) return value
  if (value instanceof Set) return new Map([...value].map((member) => [member, true]))
  return new Map(Object.entries(value).filter(([, part]) => part !== undefined))
}
