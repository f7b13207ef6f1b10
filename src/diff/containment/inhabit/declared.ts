import type { Node } from '../node/index.js'
import { type Alternative, is, type Literal, type Perhaps, type Present, type SomeMember } from './literal.js'

/** What is declared somewhere in place of a node, whichever branches hold. */
interface Declared {
  readonly properties: ReadonlyMap<string, readonly Node[]>
  /** Whether names are declared that are not written out. */
  readonly isOpen: boolean
}

const known = new WeakMap<Node, Declared>()

function declaredBy(start: Node): Declared {
  const before = known.get(start)
  if (before) return before
  const properties = new Map<string, Node[]>()
  let isOpen = false
  const inPlace = new Set([start])
  for (const { object, allOf, anyOf, oneOf, condition } of inPlace) {
    if (object?.writesOut) isOpen = true
    for (const [name, node] of object?.properties ?? []) {
      const others = properties.get(name)
      if (others) others.push(node)
      else properties.set(name, [node])
    }
    for (const name of object?.required ?? []) if (!properties.has(name)) properties.set(name, [])
    for (const node of [...allOf, ...anyOf, ...oneOf, ...(object?.dependentSchemas.values() ?? [])]) inPlace.add(node)
    if (condition) inPlace.add(condition.if).add(condition.then).add(condition.else)
  }
  const found: Declared = { properties, isOpen }
  known.set(start, found)
  return found
}

export function declares(node: Node): boolean {
  const { properties, isOpen } = declaredBy(node)
  return isOpen || properties.size > 0
}

/** What the branches that may hold as well would want a member to be; everything when that is open. */
export function wantedBy({ nodes }: Perhaps, name: string, everything: Node): readonly Node[] {
  return nodes.flatMap((node) => {
    const { properties, isOpen } = declaredBy(node)
    const declared = properties.get(name)
    return isOpen || declared?.length === 0 ? [everything] : (declared ?? [])
  })
}

/**
 * The ways to have a member where branches may hold that have not been chosen: by what is taken alone, or with one of
 * these branches, which may be all that declares it or what is in it.
 */
export function waysToHave(
  member: Present | SomeMember,
  { nodes, reading, when }: Perhaps,
  taken: ReadonlySet<Node>,
): readonly Alternative[] {
  const ways: Alternative[] = [[]]
  for (const node of nodes) {
    if (taken.has(node)) continue
    const { properties, isOpen } = declaredBy(node)
    const more: Literal[] = [
      ...(when === undefined ? [] : [{ kind: 'present', name: when } as const]),
      is(node, reading),
    ]
    if (member.kind === 'present') {
      const declared = properties.get(member.name)
      if (isOpen || (declared && !isKnownAlready(declared, member.name, taken))) ways.push([...more, member])
    } else {
      if (isOpen) ways.push([...more, member])
      for (const name of properties.keys()) {
        if (member.beside?.properties.has(name)) continue
        ways.push([...more, { kind: 'present', name, ...(member.not && { not: member.not }) }])
      }
    }
  }
  return ways
}

/** Whether what is taken says the same of the member. */
function isKnownAlready(declared: readonly Node[], name: string, taken: ReadonlySet<Node>): boolean {
  const mine = new Set([...taken].flatMap(({ object }) => object?.properties.get(name) ?? []))
  return declared.length > 0 && mine.size > 0 && declared.every((node) => mine.has(node) || (node.kinds & nested) === 0)
}

/** Arrays and objects: only in these more can be declared. */
const nested = 96
