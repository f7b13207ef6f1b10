import { bitsOf, type Kind, type Node } from '../node/index.js'
import { declares } from './declared.js'
import { areTagged, disjoint } from './disjoint.js'
import { type Alternative, is, type Literal, not, type Perhaps, type Reading } from './literal.js'

/** What a node asks for beside its own keywords, each with the ways to fulfil it. */
export function choicesOf(node: Node, kind: Kind, reading: Reading): readonly (readonly Alternative[])[] {
  const { allOf, anyOf, oneOf, condition } = node
  const found: (readonly Alternative[])[] = []
  const all: Literal[] = allOf.map((part) => is(part, reading))
  if (node.not) all.push(not(node.not))
  if (all.length > 0) found.push([all])
  if (anyOf.length > 0) {
    const possible = anyOf.filter(({ kinds }) => kinds & bitsOf[kind])
    found.push(reading.exact ? decided(possible, reading) : several(possible, kind, reading))
  }
  if (oneOf.length > 0) found.push(exactlyOne(oneOf, kind, reading))
  if (condition) {
    found.push([
      [not(condition.if), is(condition.else, reading)],
      [is(condition.if, reading), is(condition.then, reading)],
    ])
  }
  return found
}

/** What is asked of an object as soon as it has a member. */
export interface Dependent {
  readonly name: string
  readonly literals: readonly Literal[]
}

export function dependentsOf({ object }: Node, reading: Reading): readonly Dependent[] {
  if (!object) return []
  const found: Dependent[] = []
  for (const [name, others] of object.dependentRequired) {
    found.push({ name, literals: others.map((other): Literal => ({ kind: 'present', name: other })) })
  }
  for (const [name, node] of object.dependentSchemas) found.push({ name, literals: [is(node, reading)] })
  return found
}

/** What of that declares something, which may be all that declares a member. */
export function perhapsOf({ object }: Node, reading: Reading): readonly Perhaps[] {
  if (!object || reading.scopes.length === 0) return []
  return [...object.dependentSchemas].flatMap(([when, node]) =>
    declares(node) ? { kind: 'perhaps', nodes: [node], reading, when } : [],
  )
}

/** So many branches that may hold at the same time have all their subsets looked at. */
const mostDecided = 5

/** One branch will do. Which others hold as well matters only where they declare something. */
function several(branches: readonly Node[], kind: Kind, reading: Reading): readonly Alternative[] {
  const isScoped = reading.scopes.length > 0 && (kind === 'object' || kind === 'array') && !areTagged(branches)
  return branches.map((branch): Alternative => {
    const others = isScoped ? branches.filter((other) => other !== branch && !disjoint(branch, other)) : []
    const declaring = others.filter((other) => (kind === 'object' ? declares(other) : true))
    const one = is(branch, reading)
    return declaring.length > 0 ? [one, { kind: 'perhaps', nodes: declaring, reading }] : [one]
  })
}

/** Every branch holds or is refused, so that what is declared is known. */
function decided(branches: readonly Node[], reading: Reading): readonly Alternative[] {
  if (branches.length > mostDecided) return [[{ kind: 'opaque', why: 'unevaluated' }]]
  const found: Alternative[] = []
  for (let chosen = 1; chosen < 1 << branches.length; chosen++) {
    found.push(branches.map((branch, index) => (chosen & (1 << index) ? is(branch, reading) : not(branch))))
  }
  return found
}

function exactlyOne(branches: readonly Node[], kind: Kind, reading: Reading): readonly Alternative[] {
  const found: Alternative[] = []
  const isTagged = areTagged(branches)
  for (const [index, branch] of branches.entries()) {
    if ((branch.kinds & bitsOf[kind]) === 0) continue
    const others = isTagged
      ? []
      : branches.filter((other, place) => place !== index && (other === branch || !disjoint(branch, other)))
    found.push([is(branch, reading), ...others.map(not)])
  }
  return found
}
