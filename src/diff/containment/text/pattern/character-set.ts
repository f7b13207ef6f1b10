/** Code points as closed ranges, first and last in turn: sorted, apart from one another. `[97, 122]` is a to z. */
export type CharacterSet = readonly number[]

export const lastCodePoint = 0x10ffff

export function unite(...sets: readonly CharacterSet[]): CharacterSet {
  const ranges: (readonly [number, number])[] = []
  for (const set of sets) for (const range of rangesOf(set)) ranges.push(range)
  ranges.sort(([left], [right]) => left - right)
  const united: number[] = []
  let end = -2
  for (const [first, last] of ranges) {
    if (first > end + 1) united.push(first, last)
    else if (last > end) united[united.length - 1] = last
    end = Math.max(end, last)
  }
  return united
}

/** What is not in the set, up to the last character there is. */
export function complement(set: CharacterSet, last = lastCodePoint): CharacterSet {
  const rest: number[] = []
  let next = 0
  for (const [from, to] of rangesOf(set)) {
    if (from > next) rest.push(next, from - 1)
    next = to + 1
  }
  if (next <= last) rest.push(next, last)
  return rest
}

export function intersect(left: CharacterSet, right: CharacterSet): CharacterSet {
  const both: number[] = []
  for (let [at, other] = [0, 0]; at < left.length && other < right.length; ) {
    const [end, otherEnd] = [left[at + 1] ?? 0, right[other + 1] ?? 0]
    const [first, last] = [Math.max(left[at] ?? 0, right[other] ?? 0), Math.min(end, otherEnd)]
    if (first <= last) both.push(first, last)
    if (end <= otherEnd) at += 2
    else other += 2
  }
  return both
}

export function includes(set: CharacterSet, character: number): boolean {
  let [low, high] = [0, set.length / 2 - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    if (character < (set[2 * middle] ?? 0)) high = middle - 1
    else if (character > (set[2 * middle + 1] ?? 0)) low = middle + 1
    else return true
  }
  return false
}

export function* rangesOf(set: CharacterSet): Generator<readonly [first: number, last: number]> {
  for (let index = 0; index < set.length; index += 2) yield [set[index] ?? 0, set[index + 1] ?? 0]
}

/** The set of the characters of a text, and of ranges written like `a-z`. */
export function characters(text: string): CharacterSet {
  const sets = Array.from(text.matchAll(/([^])-([^])|[^]/gu), ([one, first = one, last = first]) => [
    first.codePointAt(0) ?? 0,
    last.codePointAt(0) ?? 0,
  ])
  return unite(...sets)
}
