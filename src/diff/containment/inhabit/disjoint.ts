import type { Node } from '../node/index.js'
import type { Literal } from './literal.js'

/**
 * Whether it is plain that no value is accepted by both: by their kinds, by their values, or by a member that one
 * requires and that tells them apart (the tag of a union). False says nothing.
 */
export function disjoint(first: Node, second: Node): boolean {
  const one = summary(first)
  const other = summary(second)
  const common = one.kinds & other.kinds
  if (common === 0 || valuesApart(one.values, other.values)) return true
  return common === onlyObjects && (tagsApart(one, other) || tagsApart(other, one))
}

/** Whether all of them require a member that has other values in each, so that no two accept the same value. */
export function areTagged(nodes: readonly Node[]): boolean {
  const [first, ...others] = nodes.map(summary)
  if (!first || others.length === 0 || [first, ...others].some(({ kinds }) => kinds !== onlyObjects)) return false
  return [...first.required].some((name) => {
    const seen = new Set<string>()
    return [first, ...others].every(({ required, properties }) => {
      const values = required.has(name) ? properties.get(name)?.values : undefined
      const before = seen.size
      for (const value of values?.keys() ?? []) seen.add(value)
      return values !== undefined && seen.size === before + values.size
    })
  })
}

/**
 * Whether whatever the node accepts makes it impossible, on the surface: a member is required that would have to be
 * absent, or is what would have to be refused.
 */
export function rulesOut(node: Node, literal: Literal): boolean {
  if (literal.kind === 'absent') return summary(node).required.has(literal.name)
  if (literal.kind !== 'present' || !literal.not) return false
  return summary(node).properties.get(literal.name) === literal.not
}

const onlyObjects = 64

interface Summary {
  readonly kinds: number
  readonly values: ReadonlySet<string> | undefined
  readonly required: ReadonlySet<string>
  readonly properties: ReadonlyMap<string, Node>
}

const summaries = new WeakMap<Node, Summary>()

/** What holds for all that a node accepts, as far as it is on the surface. */
function summary(start: Node): Summary {
  const known = summaries.get(start)
  if (known) return known
  let kinds = start.kinds
  let values: ReadonlySet<string> | undefined
  const required = new Set<string>()
  const properties = new Map<string, Node>()
  const together = new Set<Node>([start])
  for (const node of together) {
    kinds &= node.kinds
    if (node.values) values = values ? common(values, node.values) : new Set(node.values.keys())
    node.object?.required.forEach((name) => required.add(name))
    node.object?.properties.forEach((member, name) => {
      // One of several will do: each of them must hold.
      if (!properties.has(name) || member.values) properties.set(name, member)
    })
    for (const part of node.allOf) together.add(part)
    const [only, ...more] = [...node.anyOf, ...node.oneOf]
    if (only && more.length === 0) together.add(only)
    const branches = node.anyOf.length > 0 ? node.anyOf : node.oneOf
    if (branches.length > 0) kinds &= branches.reduce((bits, branch) => bits | branch.kinds, 0)
  }
  const found: Summary = { kinds, values, required, properties }
  summaries.set(start, found)
  return found
}

function common(values: ReadonlySet<string>, others: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  return new Set([...values].filter((value) => others.has(value)))
}

function valuesApart(one: ReadonlySet<string> | undefined, other: ReadonlySet<string> | undefined): boolean {
  return one !== undefined && other !== undefined && ![...one].some((value) => other.has(value))
}

/** Whether a member that `one` requires cannot be what the other wants it to be. */
function tagsApart(one: Summary, other: Summary): boolean {
  for (const name of one.required) {
    const here = one.properties.get(name)
    const there = other.properties.get(name)
    if (here && there && here !== there && areApart(summary(here), summary(there))) return true
  }
  return false
}

function areApart(one: Summary, other: Summary): boolean {
  return (one.kinds & other.kinds) === 0 || valuesApart(one.values, other.values)
}
