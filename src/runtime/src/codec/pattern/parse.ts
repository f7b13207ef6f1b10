/**
 * A pattern of ECMA-262 as a tree, read as the flag `u` has it. Captures are groups like others, since only the verdict
 * counts. Undefined for what needs more than a linear walk over the text: back references and lookbehind.
 */
export type Node =
  /** One code point that this source matches by itself: `a`, `\d`, `[^x]`, `.`. */
  | { readonly kind: 'one'; readonly source: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'choice'; readonly options: readonly Node[] }
  | { readonly kind: 'repeat'; readonly of: Node; readonly min: number; readonly max: number }
  | { readonly kind: 'at'; readonly place: 'start' | 'end' | 'word' | 'no word' }
  | { readonly kind: 'ahead'; readonly of: Node; readonly negated: boolean }

/** Deeper patterns are not read: nobody writes them by hand. */
const maxDepth = 100

/** `source` must be valid with the flag `u`. */
export function parsePattern(source: string): Node | undefined {
  let at = 0
  let usable = true as boolean
  const tree = choice(0)
  return usable && at === source.length ? tree : undefined

  function choice(depth: number): Node {
    if (depth > maxDepth) usable = false
    const options = [sequence(depth)]
    while (usable && source[at] === '|') {
      at++
      options.push(sequence(depth))
    }
    const [only, ...others] = options
    return only && others.length === 0 ? only : { kind: 'choice', options }
  }

  function sequence(depth: number): Node {
    const parts: Node[] = []
    while (usable && at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(quantified(atom(depth)))
    const [only, ...others] = parts
    return only && others.length === 0 ? only : { kind: 'sequence', parts }
  }

  function atom(depth: number): Node {
    const next = source[at]
    if (next === '(') return group(depth)
    if (next === '[') return one(classEnd(source, at))
    if (next === '\\') return escape()
    if (next === '^' || next === '$') {
      at++
      return { kind: 'at', place: next === '^' ? 'start' : 'end' }
    }
    return one(at + String.fromCodePoint(source.codePointAt(at) ?? 0).length)
  }

  function one(end: number): Node {
    const node: Node = { kind: 'one', source: source.slice(at, end) }
    at = end
    return node
  }

  function group(depth: number): Node {
    const [start = '(', look = ''] = /^\((?:\?(?::|<[^=!>][^>]*>|(=|!|<=|<!)))?/.exec(source.slice(at)) ?? []
    if (look.startsWith('<')) usable = false
    at += start.length
    const of = choice(depth + 1)
    at++
    return look === '' ? of : { kind: 'ahead', of, negated: look === '!' }
  }

  function escape(): Node {
    const next = source[at + 1] ?? ''
    if (next === 'b' || next === 'B') {
      at += 2
      return { kind: 'at', place: next === 'b' ? 'word' : 'no word' }
    }
    if (/[1-9k]/.test(next)) usable = false
    const [whole = '\\'] =
      /^\\(?:u\{[^}]*\}|u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[pP]\{[^}]*\}|[^])/u.exec(
        source.slice(at),
      ) ?? []
    return one(at + whole.length)
  }

  function quantified(of: Node): Node {
    const [whole, symbol, least, comma, most] = /^(?:([*+?])|\{(\d+)(,(\d*))?\})\??/.exec(source.slice(at)) ?? []
    if (whole === undefined) return of
    at += whole.length
    if (symbol !== undefined) {
      return { kind: 'repeat', of, min: symbol === '+' ? 1 : 0, max: symbol === '?' ? 1 : Number.POSITIVE_INFINITY }
    }
    const min = Number(least)
    const max = comma === undefined ? min : most === '' || most === undefined ? Number.POSITIVE_INFINITY : Number(most)
    return { kind: 'repeat', of, min, max }
  }
}

function classEnd(source: string, start: number): number {
  let at = start + 1
  while (at < source.length && source[at] !== ']') at += source[at] === '\\' ? 2 : 1
  return at + 1
}
