import {
  type ArrayFacet,
  bitsOf,
  type Kind,
  type Node,
  type NumberFacet,
  type ObjectFacet,
  type TextFacet,
  wholeNumber,
} from '../node/index.js'
import { disjoint } from './disjoint.js'
import { type Alternative, holds, not } from './literal.js'

/**
 * The ways in which a value of the kind can violate the node, one keyword each; simplest first. None: the node accepts
 * all of that kind. An empty way: it accepts none.
 */
export function violations(start: Node, kind: Kind): readonly Alternative[] {
  const found: Alternative[] = []
  const later: Alternative[] = []
  // Violating one of several that hold together violates all of them.
  const together = new Set<Node>([start])
  for (const node of together) {
    const bits = node.kinds & bitsOf[kind]
    if (bits === 0) return [[]]
    if (node.opaque) later.push([{ kind: 'opaque', why: node.opaque }])
    if (node.values) later.push([{ kind: 'differs', values: node.values }])
    if (bits !== bitsOf[kind]) found.push([{ kind: 'whole', is: bits !== wholeNumber }])
    if (kind === 'number' && node.number) found.push(...ofNumber(node.number))
    if (kind === 'string' && node.text) found.push(...ofText(node.text))
    if (kind === 'array' && node.array) found.push(...ofArray(node.array, node))
    if (kind === 'object' && node.object) found.push(...ofObject(node.object, node))
    later.push(...ofComposition(node, kind))
    for (const part of node.allOf) together.add(part)
  }
  return [...found, ...later]
}

function* ofNumber(facet: NumberFacet): Iterable<Alternative> {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = facet
  if (minimum !== undefined) yield [{ kind: 'number', facet: { exclusiveMaximum: minimum } }]
  if (exclusiveMinimum !== undefined) yield [{ kind: 'number', facet: { maximum: exclusiveMinimum } }]
  if (maximum !== undefined) yield [{ kind: 'number', facet: { exclusiveMinimum: maximum } }]
  if (exclusiveMaximum !== undefined) yield [{ kind: 'number', facet: { minimum: exclusiveMaximum } }]
  if (multipleOf !== undefined) yield [{ kind: 'not-multiple', of: multipleOf }]
  if (format !== undefined) yield [{ kind: 'not-format', format }]
}

function* ofText({ minLength, maxLength, pattern, format }: TextFacet): Iterable<Alternative> {
  if (minLength !== undefined) yield [{ kind: 'text', facet: { maxLength: minLength - 1 } }]
  if (maxLength !== undefined) yield [{ kind: 'text', facet: { minLength: maxLength + 1 } }]
  if (pattern !== undefined) yield [{ kind: 'not-pattern', pattern }]
  if (format !== undefined) yield [{ kind: 'not-format', format }]
}

function* ofArray(facet: ArrayFacet, node: Node): Iterable<Alternative> {
  const { prefix, items, minItems, maxItems, unique, contains, unevaluated } = facet
  if (minItems > 0) yield [{ kind: 'size', minimum: 0, maximum: minItems - 1 }]
  if (maxItems < Infinity) yield [{ kind: 'size', minimum: maxItems + 1, maximum: Infinity }]
  for (const [index, item] of prefix.entries()) yield [{ kind: 'item', index, not: item }]
  if (items) yield [{ kind: 'some-item', from: prefix.length, not: items }]
  if (unique) yield [{ kind: 'equal-items' }]
  if (contains) {
    const { node: wanted, minimum, maximum } = contains
    if (minimum > 0) yield [{ kind: 'count', node: wanted, minimum: 0, maximum: minimum - 1 }]
    if (maximum < Infinity) yield [{ kind: 'count', node: wanted, minimum: maximum + 1, maximum: Infinity }]
  }
  if (unevaluated) yield [{ kind: 'unevaluated', node, not: unevaluated }]
}

function* ofObject(facet: ObjectFacet, node: Node): Iterable<Alternative> {
  const { required, properties, patterns, additional, names, minProperties, maxProperties, unevaluated } = facet
  for (const name of required) yield [{ kind: 'absent', name }]
  for (const [name, member] of properties) yield [{ kind: 'present', name, not: member }]
  for (const [pattern, member] of patterns) yield [{ kind: 'some-member', pattern, not: member }]
  if (additional) yield [{ kind: 'some-member', beside: facet, not: additional }]
  if (names) yield [{ kind: 'some-member', nameNot: names }]
  if (minProperties > 0) yield [{ kind: 'size', minimum: 0, maximum: minProperties - 1 }]
  if (maxProperties < Infinity) yield [{ kind: 'size', minimum: maxProperties + 1, maximum: Infinity }]
  for (const [name, others] of facet.dependentRequired)
    for (const other of others) {
      yield [
        { kind: 'present', name },
        { kind: 'absent', name: other },
      ]
    }
  for (const [name, dependent] of facet.dependentSchemas) yield [{ kind: 'present', name }, not(dependent)]
  if (unevaluated) yield [{ kind: 'unevaluated', node, not: unevaluated }]
}

function* ofComposition({ anyOf, oneOf, not: refused, condition }: Node, kind: Kind): Iterable<Alternative> {
  if (anyOf.length > 0) yield anyOf.map(not)
  if (oneOf.length > 0) {
    yield oneOf.map(not)
    const possible = oneOf.filter(({ kinds }) => kinds & bitsOf[kind])
    for (const [index, first] of possible.entries()) {
      const later = possible.slice(index + 1)
      const others = later.filter((other) => other !== first && !disjoint(first, other))
      // The same branch twice is accepted twice or not at all.
      if (later.includes(first)) yield [holds(first)]
      else if (others.length > 0) yield [holds(first), { kind: 'either', nodes: others }]
    }
  }
  if (refused) yield [holds(refused)]
  if (condition) {
    yield [holds(condition.if), not(condition.then)]
    yield [not(condition.if), not(condition.else)]
  }
}
