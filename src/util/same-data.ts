/** Whether two values hold the same data: maps, sets and objects without regard to order, lists with it. */
export function sameData(before: unknown, after: unknown): boolean {
  // In turn one of each.
  const pending = [before, after]
  while (pending.length > 0) {
    const right = pending.pop()
    const left = pending.pop()
    if (Object.is(left, right)) continue
    if (!isComposed(left) || !isComposed(right) || !pairParts(left, right, pending)) return false
  }
  return true
}

/** Adds what the two hold to the list, in pairs; false when one has a part that the other has not. */
function pairParts(left: object, right: object, pending: unknown[]): boolean {
  if (Array.isArray(left) || Array.isArray(right)) {
    if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false
    for (let index = 0; index < left.length; index++) pending.push(left[index], right[index])
    return true
  }
  const leftParts = partsOf(left)
  const rightParts = partsOf(right)
  if (leftParts.size !== rightParts.size) return false
  for (const [key, part] of leftParts) {
    if (!rightParts.has(key)) return false
    pending.push(part, rightParts.get(key))
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
