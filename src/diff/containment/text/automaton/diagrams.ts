/**
 * Boolean functions as reduced ordered decision diagrams: equal functions are equal numbers. Places of a program are the
 * variables.
 */
export interface Diagrams {
  /** The function that is the variable. */
  variable(name: number): number
  and(left: number, right: number): number
  or(left: number, right: number): number
  not(of: number): number
  /** The function with another one in place of each variable. */
  substitute(of: number, by: (name: number) => number): number
  evaluate(of: number, value: (name: number) => boolean): boolean
  /** Once true, answers are wrong. */
  isFull(): boolean
}

export const never = 0
export const always = 1

/** Nodes are counted in 20 bits of the keys. */
const maxNodes = 2 ** 17

export function createDiagrams(): Diagrams {
  const names = [Infinity, Infinity]
  const lows = [never, always]
  const highs = [never, always]
  const unique = new Map<string, number>()
  const conjunctions = new Map<number, number>()
  const negations = new Map<number, number>([
    [never, always],
    [always, never],
  ])
  return { variable: (name) => node(name, never, always), and, or, not, substitute, evaluate, isFull }

  function isFull(): boolean {
    return names.length >= maxNodes
  }

  function node(name: number, low: number, high: number): number {
    if (low === high) return low
    const key = `${name},${low},${high}`
    const known = unique.get(key)
    if (known !== undefined) return known
    if (isFull()) return never
    unique.set(key, names.length)
    lows.push(low)
    highs.push(high)
    return names.push(name) - 1
  }

  function and(left: number, right: number): number {
    if (left === never || right === never) return never
    if (left === always || left === right) return right
    if (right === always) return left
    const key = left < right ? left * 2 ** 20 + right : right * 2 ** 20 + left
    const known = conjunctions.get(key)
    if (known !== undefined) return known
    const name = Math.min(nameOf(left), nameOf(right))
    const found = node(
      name,
      and(branch(left, name, lows), branch(right, name, lows)),
      and(branch(left, name, highs), branch(right, name, highs)),
    )
    conjunctions.set(key, found)
    return found
  }

  function or(left: number, right: number): number {
    return not(and(not(left), not(right)))
  }

  function not(of: number): number {
    const known = negations.get(of)
    if (known !== undefined) return known
    const found = node(nameOf(of), not(lows[of] ?? never), not(highs[of] ?? never))
    negations.set(of, found)
    negations.set(found, of)
    return found
  }

  function substitute(of: number, by: (name: number) => number): number {
    const done = new Map<number, number>([
      [never, never],
      [always, always],
    ])
    return visit(of)

    function visit(one: number): number {
      const known = done.get(one)
      if (known !== undefined) return known
      const condition = by(nameOf(one))
      const high = visit(highs[one] ?? never)
      const low = visit(lows[one] ?? never)
      const found = or(and(condition, high), and(not(condition), low))
      done.set(one, found)
      return found
    }
  }

  function evaluate(of: number, value: (name: number) => boolean): boolean {
    let at = of
    while (at !== never && at !== always) at = (value(nameOf(at)) ? highs[at] : lows[at]) ?? never
    return at === always
  }

  function nameOf(of: number): number {
    return names[of] ?? Infinity
  }

  function branch(of: number, name: number, branches: readonly number[]): number {
    return nameOf(of) === name ? (branches[of] ?? never) : of
  }
}
