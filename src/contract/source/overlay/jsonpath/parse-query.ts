import type { Query, Segment, Selector } from './ast.js'
import { parseCondition } from './parse-condition.js'
import { parseInteger, parseString } from './parse-literal.js'
import { createReader, type QueryReader, QuerySyntaxError, type Reader } from './reader.js'

/** Reads a JSONPath query; what is wrong with it otherwise, and at which character. */
export function parseQuery(text: string): Query | { readonly reason: string; readonly at: number } {
  const reader: QueryReader = {
    ...createReader(text),
    segments: (depth) => parseSegments(reader, depth),
  }
  try {
    if (!reader.take('$')) reader.fail('a query starts with `$`')
    const segments = parseSegments(reader, 0)
    if (reader.position() < text.length) reader.fail('expected `.`, `..`, `[` or the end')
    return { from: 'root', segments }
  } catch (error) {
    if (!(error instanceof QuerySyntaxError)) throw error
    return { reason: error.message, at: error.at }
  }
}

/** The segments that follow `$` or `@`. Blanks may stand between them, but not behind the last one. */
function parseSegments(reader: QueryReader, depth: number): readonly Segment[] {
  const segments: Segment[] = []
  for (;;) {
    const blank = reader.match(/[ \t\n\r]*(?=[.[])/y)
    if (blank === undefined) return segments
    segments.push(parseSegment(reader, depth))
  }
}

function parseSegment(reader: QueryReader, depth: number): Segment {
  if (reader.take('..')) {
    if (reader.peek() === '[') return { kind: 'descendant', selectors: parseBrackets(reader, depth) }
    return { kind: 'descendant', selectors: [parseShorthand(reader)] }
  }
  if (reader.take('.')) return { kind: 'child', selectors: [parseShorthand(reader)] }
  return { kind: 'child', selectors: parseBrackets(reader, depth) }
}

function parseShorthand(reader: Reader): Selector {
  if (reader.take('*')) return { kind: 'wildcard' }
  const name = reader.match(/[A-Za-z_\u{80}-\u{10ffff}][A-Za-z0-9_\u{80}-\u{10ffff}]*/uy)
  return name === undefined ? reader.fail("expected a name; write others as `['...']`") : { kind: 'name', name }
}

function parseBrackets(reader: QueryReader, depth: number): readonly Selector[] {
  reader.expect('[')
  const selectors: Selector[] = []
  do {
    reader.skipBlank()
    selectors.push(parseSelector(reader, depth))
    reader.skipBlank()
  } while (reader.take(','))
  if (!reader.take(']')) reader.fail('expected `,` or `]`')
  return selectors
}

function parseSelector(reader: QueryReader, depth: number): Selector {
  if (reader.take('*')) return { kind: 'wildcard' }
  if (reader.take('?')) {
    reader.skipBlank()
    return { kind: 'filter', condition: parseCondition(reader, depth + 1) }
  }
  const name = parseString(reader)
  if (name !== undefined) return { kind: 'name', name }
  const start = parseInteger(reader)
  // Blanks before a colon belong to the slice.
  if (reader.match(/[ \t\n\r]*:/y) !== undefined) return parseSlice(reader, start)
  return start === undefined
    ? reader.fail('expected a quoted name, an index, `*` or `?`')
    : { kind: 'index', index: start }
}

function parseSlice(reader: Reader, start: number | undefined): Selector {
  reader.skipBlank()
  const end = parseInteger(reader)
  let step: number | undefined
  if (reader.match(/[ \t\n\r]*:/y) !== undefined) {
    reader.skipBlank()
    step = parseInteger(reader)
  }
  return { kind: 'slice', ...(start !== undefined && { start }), ...(end !== undefined && { end }), step: step ?? 1 }
}
