import type { Segment } from './ast.js'

/** Thrown while a query is parsed, and turned into a value by `parseQuery`. */
export class QuerySyntaxError extends Error {
  override readonly name = 'QuerySyntaxError'
  readonly at: number

  constructor(at: number, reason: string) {
    super(reason)
    this.at = at
  }
}

/** A reader that knows how to read queries inside of a filter. */
export interface QueryReader extends Reader {
  /** The segments that follow `$` or `@`. */
  segments(depth: number): readonly Segment[]
}

/** Steps through the text of a query. */
export interface Reader {
  readonly text: string
  position(): number
  /** The next character; empty at the end. */
  peek(): string
  /** Steps over blanks. */
  skipBlank(): void
  /** Steps over the given text when it comes next. */
  take(expected: string): boolean
  /** The same, or fails. */
  expect(expected: string): void
  /** Steps over what a sticky pattern matches here, and returns it. */
  match(pattern: RegExp): string | undefined
  fail(reason: string, at?: number): never
}

export function createReader(text: string): Reader {
  let at = 0
  const reader: Reader = {
    text,
    position: () => at,
    peek: () => text.charAt(at),
    skipBlank() {
      while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at++
    },
    take(expected) {
      if (!text.startsWith(expected, at)) return false
      at += expected.length
      return true
    },
    expect(expected) {
      if (!reader.take(expected)) reader.fail(`expected \`${expected}\``)
    },
    match(pattern) {
      pattern.lastIndex = at
      const found = pattern.exec(text)?.[0]
      if (found !== undefined) at += found.length
      return found
    },
    fail(reason, place = at) {
      throw new QuerySyntaxError(place, reason)
    },
  }
  return reader
}
