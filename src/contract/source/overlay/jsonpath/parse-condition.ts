import { type Comparable, type Condition, isSingular, type Operator, operators, type Query } from './ast.js'
import { parseLiteral } from './parse-literal.js'
import type { QueryReader } from './reader.js'

/** Parentheses and filters inside one another; keeps the recursion of parser and evaluator small. */
const maxDepth = 100

/** A logical expression (RFC 9535, section 2.3.5): `||` binds weakest, then `&&`, then `!`. */
export function parseCondition(reader: QueryReader, depth: number): Condition {
  if (depth > maxDepth) reader.fail(`it is nested deeper than ${maxDepth} levels`)
  return joined(reader, '||', 'or', () => joined(reader, '&&', 'and', () => parseTerm(reader, depth)))
}

function joined(reader: QueryReader, operator: string, kind: 'or' | 'and', next: () => Condition): Condition {
  const first = next()
  const terms = [first]
  while (reader.match(operator === '||' ? /[ \t\n\r]*\|\|/y : /[ \t\n\r]*&&/y) !== undefined) {
    reader.skipBlank()
    terms.push(next())
  }
  return terms.length === 1 ? first : { kind, terms }
}

function parseTerm(reader: QueryReader, depth: number): Condition {
  if (reader.take('!')) {
    reader.skipBlank()
    const isGroup = reader.peek() === '('
    const start = reader.position()
    const term = isGroup ? parseTerm(reader, depth) : parseTest(reader, depth)
    if (term.kind === 'compare' && !isGroup) reader.fail('a comparison after `!` stands in parentheses', start)
    return { kind: 'not', term }
  }
  if (reader.take('(')) {
    reader.skipBlank()
    const term = parseCondition(reader, depth + 1)
    reader.skipBlank()
    reader.expect(')')
    return term
  }
  return parseTest(reader, depth)
}

/** What may stand on a side of a comparison, or alone as a test. */
type Operand = { readonly kind: 'query'; readonly query: Query } | Comparable | Extract<Condition, { kind: 'matches' }>

function parseTest(reader: QueryReader, depth: number): Condition {
  const start = reader.position()
  const left = parseOperand(reader, depth)
  const operator = takeOperator(reader)
  if (operator !== undefined) {
    reader.skipBlank()
    const rightStart = reader.position()
    const right = comparable(reader, parseOperand(reader, depth), rightStart)
    return { kind: 'compare', operator, left: comparable(reader, left, start), right }
  }
  if (left.kind === 'query') return { kind: 'exists', query: left.query }
  return left.kind === 'matches' ? left : reader.fail('a value alone is neither true nor false; compare it', start)
}

function takeOperator(reader: QueryReader): Operator | undefined {
  const found = reader.match(/[ \t\n\r]*(?:==|!=|<=|>=|<|>)/y)?.trim()
  return operators.find((operator) => operator === found)
}

function parseOperand(reader: QueryReader, depth: number): Operand {
  if (reader.take('@')) return { kind: 'query', query: { from: 'current', segments: reader.segments(depth) } }
  if (reader.take('$')) return { kind: 'query', query: { from: 'root', segments: reader.segments(depth) } }
  const literal = parseLiteral(reader)
  if (literal) return { kind: 'literal', value: literal.value }
  const start = reader.position()
  const name = reader.match(/[a-z][a-z0-9_]*(?=\()/y)
  return name === undefined
    ? reader.fail('expected `@`, `$`, a literal or a function')
    : parseCall(reader, name, start, depth)
}

/** A call of one of the five functions of RFC 9535, section 2.4, which are checked for the types of their arguments. */
function parseCall(reader: QueryReader, name: string, start: number, depth: number): Operand {
  if (depth > maxDepth) reader.fail(`it is nested deeper than ${maxDepth} levels`)
  reader.expect('(')
  reader.skipBlank()
  const value = () => {
    const from = reader.position()
    return comparable(reader, parseOperand(reader, depth + 1), from)
  }
  const end = <Result extends Operand>(result: Result): Result => {
    reader.skipBlank()
    reader.expect(')')
    return result
  }
  switch (name) {
    case 'length':
      return end({ kind: 'length', of: value() })
    case 'count':
    case 'value': {
      const operand = parseOperand(reader, depth + 1)
      if (operand.kind !== 'query') return reader.fail(`\`${name}\` takes a query`, start)
      return end({ kind: name, query: operand.query })
    }
    case 'match':
    case 'search': {
      const text = value()
      reader.skipBlank()
      reader.expect(',')
      reader.skipBlank()
      return end({ kind: 'matches', whole: name === 'match', text, pattern: value() })
    }
    default:
      return reader.fail(`there is no function \`${name}\``, start)
  }
}

function comparable(reader: QueryReader, operand: Operand, start: number): Comparable {
  if (operand.kind === 'matches')
    return reader.fail('`match` and `search` are true or false and cannot be compared', start)
  if (operand.kind !== 'query') return operand
  if (!isSingular(operand.query)) return reader.fail('only a query for a single node can be compared', start)
  return { kind: 'singular', query: operand.query }
}
