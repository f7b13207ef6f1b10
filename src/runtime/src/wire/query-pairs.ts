import type { WireIssue } from './issue.js'
import { unescapeQuery } from './percent.js'

/** One `name=value` of a query or a form. */
export interface QueryPair {
  readonly name: string
  readonly text: string
  /** Still encoded, for styles that put a delimiter into it. */
  readonly raw: string
}

/** More are refused; far above what a URL can hold in practice, and a bound for forms. */
const maxPairs = 10_000

export class QueryPairs {
  readonly all: readonly QueryPair[]
  readonly #byName = new Map<string, QueryPair[]>()
  readonly #byRoot = new Map<string, QueryPair[]>()

  constructor(pairs: readonly QueryPair[]) {
    this.all = pairs
    for (const pair of pairs) {
      push(this.#byName, pair.name, pair)
      const bracket = pair.name.indexOf('[')
      if (bracket > 0) push(this.#byRoot, pair.name.slice(0, bracket), pair)
    }
  }

  named(name: string): readonly QueryPair[] {
    return this.#byName.get(name) ?? []
  }

  /** Names with brackets behind this one. */
  below(root: string): readonly QueryPair[] {
    return this.#byRoot.get(root) ?? []
  }
}

/** Splits a query without its `?`, or the text of a form. Undefined when an issue was added. */
export function parsePairs(query: string, place: WireIssue['place'], issues: WireIssue[]): QueryPairs | undefined {
  const pairs: QueryPair[] = []
  for (let start = 0; start <= query.length && query !== ''; ) {
    const ampersand = query.indexOf('&', start)
    const end = ampersand < 0 ? query.length : ampersand
    const piece = query.slice(start, end)
    start = end + 1
    if (piece === '') continue
    if (pairs.length === maxPairs) {
      issues.push({ place, name: '*', keyword: 'limit', expected: `at most ${maxPairs} pairs` })
      return undefined
    }
    const mark = piece.indexOf('=')
    const name = unescapeQuery(mark < 0 ? piece : piece.slice(0, mark))
    const raw = mark < 0 ? '' : piece.slice(mark + 1)
    const text = unescapeQuery(raw)
    if (name === undefined || text === undefined) {
      issues.push({ place, name: '*', keyword: 'encoding', expected: 'percent-encoded UTF-8' })
      return undefined
    }
    pairs.push({ name, text, raw })
  }
  return new QueryPairs(pairs)
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
