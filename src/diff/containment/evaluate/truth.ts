/** Undefined: it cannot be told. */
export type Truth = boolean | undefined

/** Whether all hold; the later ones are not asked once one fails. */
export function every<T>(items: Iterable<T>, holds: (item: T) => Truth): Truth {
  let verdict: Truth = true
  for (const item of items) {
    const truth = holds(item)
    if (truth === false) return false
    if (truth === undefined) verdict = undefined
  }
  return verdict
}

/** Whether at least one holds. */
export function some<T>(items: Iterable<T>, holds: (item: T) => Truth): Truth {
  let verdict: Truth = false
  for (const item of items) {
    const truth = holds(item)
    if (truth) return true
    if (truth === undefined) verdict = undefined
  }
  return verdict
}

/** How many hold, at least and at most. */
export function count<T>(items: Iterable<T>, holds: (item: T) => Truth): { least: number; most: number } {
  let [least, most] = [0, 0]
  for (const item of items) {
    const truth = holds(item)
    if (truth) least++
    if (truth !== false) most++
  }
  return { least, most }
}

/** Whether a number between `least` and `most` lies within the bounds. */
export function within({ least, most }: { least: number; most: number }, minimum: number, maximum: number): Truth {
  if (most < minimum || least > maximum) return false
  return least >= minimum && most <= maximum ? true : undefined
}

export function negate(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth
}
