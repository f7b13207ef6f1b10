import { assertNever } from '../../../../util/invariant.js'
import { isArray, isObject, type JsonValue, own } from '../../../../util/own.js'
import type { Comparable, Condition, Operator } from './ast.js'
import type { Evaluation, QueryNode } from './evaluate.js'
import { testPattern } from './pattern.js'

/** Whether a condition of a filter is true of a node. */
export function holds(condition: Condition, node: QueryNode, evaluation: Evaluation): boolean {
  switch (condition.kind) {
    case 'or':
      return condition.terms.some((term) => holds(term, node, evaluation))
    case 'and':
      return condition.terms.every((term) => holds(term, node, evaluation))
    case 'not':
      return !holds(condition.term, node, evaluation)
    case 'exists':
      return evaluation.select(condition.query, node).length > 0
    case 'compare':
      return compare(
        condition.operator,
        valueOf(condition.left, node, evaluation),
        valueOf(condition.right, node, evaluation),
        evaluation,
      )
    case 'matches': {
      const text = valueOf(condition.text, node, evaluation)
      const pattern = valueOf(condition.pattern, node, evaluation)
      if (typeof text !== 'string' || typeof pattern !== 'string') return false
      return testPattern(pattern, text, condition.whole, evaluation.spend)
    }
    default:
      return assertNever(condition)
  }
}

/** Undefined is the special result Nothing of RFC 9535: no value at all. */
function valueOf(comparable: Comparable, node: QueryNode, evaluation: Evaluation): JsonValue | undefined {
  switch (comparable.kind) {
    case 'literal':
      return comparable.value
    case 'singular':
      return evaluation.select(comparable.query, node)[0]?.value
    case 'count':
      return evaluation.select(comparable.query, node).length
    case 'value': {
      const nodes = evaluation.select(comparable.query, node)
      return nodes.length === 1 ? nodes[0]?.value : undefined
    }
    case 'length':
      return lengthOf(valueOf(comparable.of, node, evaluation))
    default:
      return assertNever(comparable)
  }
}

/** Characters of a string, items of an array, members of an object. */
function lengthOf(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'string') return Array.from(value).length
  if (isArray(value)) return value.length
  return isObject(value) ? Object.keys(value).length : undefined
}

function compare(
  operator: Operator,
  left: JsonValue | undefined,
  right: JsonValue | undefined,
  evaluation: Evaluation,
): boolean {
  switch (operator) {
    case '==':
      return isEqual(left, right, evaluation)
    case '!=':
      return !isEqual(left, right, evaluation)
    case '<':
      return isLess(left, right)
    case '>':
      return isLess(right, left)
    case '<=':
      return isLess(left, right) || isEqual(left, right, evaluation)
    case '>=':
      return isLess(right, left) || isEqual(left, right, evaluation)
  }
}

function isEqual(left: JsonValue | undefined, right: JsonValue | undefined, evaluation: Evaluation): boolean {
  const pairs: [JsonValue | undefined, JsonValue | undefined][] = [[left, right]]
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    evaluation.spend(1)
    const [one, other] = pair
    if (one === other) continue
    if (isArray(one) && isArray(other)) {
      if (one.length !== other.length) return false
      for (const [index, item] of one.entries()) pairs.push([item, other[index]])
    } else if (isObject(one) && isObject(other)) {
      const keys = Object.keys(one)
      if (keys.length !== Object.keys(other).length) return false
      for (const key of keys) {
        if (!Object.hasOwn(other, key)) return false
        pairs.push([own(one, key), own(other, key)])
      }
    } else return false
  }
  return true
}

/** Only two numbers, or two strings, have an order; that of strings is by code point. */
function isLess(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (typeof left === 'number' && typeof right === 'number') return left < right
  if (typeof left !== 'string' || typeof right !== 'string') return false
  let at = 0
  while (at < left.length && left.charCodeAt(at) === right.charCodeAt(at)) at++
  if (at > 0 && isHighSurrogate(left.charCodeAt(at - 1))) at--
  return (left.codePointAt(at) ?? -1) < (right.codePointAt(at) ?? -1)
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff
}
