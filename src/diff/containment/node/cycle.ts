import type { Schema } from '../../../contract/model/index.js'
import { assemble, type Content, childrenOf, type NodeOf, nodeKey } from './assemble.js'
import { hashMembers } from './hash.js'
import type { Node } from './node.js'
import type { Outline } from './outline.js'

/** A schema that takes part in a recursion. */
export interface CycleMember {
  readonly schema: Schema
  readonly outline: Outline
}

export interface Cycles {
  /** Gives nodes to the schemas of one strongly connected component. */
  close(component: readonly CycleMember[], outside: NodeOf): ReadonlyMap<Schema, Node>
}

interface Options {
  readonly create: (content: Content) => Node
  readonly byKey: Map<string, Node>
}

/**
 * Recursive schemas are equal when no walk through them can tell them apart. Candidates are found by hashes that take in
 * one more level a round until they separate no more schemas; whether candidates really are equal is then decided by
 * their keys, which name the candidates for their children. That is exact: a collision of hashes only costs sameness.
 */
export function createCycles({ create, byKey }: Options): Cycles {
  /** The nodes of recursive schemas by their hash, with their keys. */
  const byHash = new Map<number, { readonly node: Node; readonly key: string }>()

  return { close }

  function close(component: readonly CycleMember[], outside: NodeOf): ReadonlyMap<Schema, Node> {
    const inside = new Map(component.map((member) => [member.schema, member] as const))
    const aliases = new Map<Schema, Schema | undefined>()
    for (const { schema } of component) aliases.set(schema, standsFor(schema, inside))
    const members = component.filter(({ schema }) => aliases.get(schema) === schema)
    const aim = (schema: Schema): Schema | undefined => (aliases.has(schema) ? aliases.get(schema) : schema)
    const through = (chosen: Chosen): NodeOf => {
      return (schema) => {
        const target = schema && aim(schema)
        return (target && chosen.get(target)) ?? outside(target)
      }
    }
    const hashes = hashMembers(members, { aim, known: outside })
    const chosen = adopt(members, hashes, through) ?? found(members, hashes, through)
    return new Map(component.map(({ schema }) => [schema, through(chosen)(schema)] as const))
  }

  /** Takes the nodes of an equal component that was seen before. */
  function adopt(members: readonly CycleMember[], hashes: readonly number[], through: Through): Chosen | undefined {
    const known = hashes.map((hash) => byHash.get(hash))
    const chosen = new Map<Schema, Node>()
    for (const [index, member] of members.entries()) {
      const same = known[index]
      if (!same) return undefined
      chosen.set(member.schema, same.node)
    }
    const nodeOf = through(chosen)
    const isSame = members.every(({ outline }, index) => keyOf(outline, nodeOf) === known[index]?.key)
    return isSame ? chosen : undefined
  }

  /** Founds a node for each class of equal members. */
  function found(members: readonly CycleMember[], hashes: readonly number[], through: Through): Chosen {
    const classes = new Map<number, Node>()
    const chosen = new Map<Schema, Node>()
    members.forEach(({ schema }, index) => {
      const hash = hashes[index] as number
      const node = classes.get(hash) ?? create(unwritten)
      classes.set(hash, node)
      chosen.set(schema, node)
    })
    const keys = new Map<Node, string>()
    for (const { schema, outline } of members) {
      const node = chosen.get(schema) as Node
      const key = keyOf(outline, through(chosen))
      // Two that only look the same share no node, nor does anything else of this component.
      if ((keys.get(node) ?? key) !== key) return apart(members, through)
      keys.set(node, key)
    }
    write(members, chosen, through)
    members.forEach(({ schema }, index) => {
      const node = chosen.get(schema) as Node
      const key = keys.get(node) as string
      byKey.set(key, node)
      byHash.set(hashes[index] as number, { node, key })
    })
    return chosen
  }

  function apart(members: readonly CycleMember[], through: Through): Chosen {
    const chosen = new Map(members.map(({ schema }) => [schema, create(unwritten)] as const))
    write(members, chosen, through)
    return chosen
  }
}

type Chosen = ReadonlyMap<Schema, Node>
type Through = (chosen: Chosen) => NodeOf

const unwritten: Content = { kinds: 0, allOf: [], anyOf: [], oneOf: [] }

/** A node of a cycle must be there before its children are, so that it is written afterwards. */
function write(members: readonly CycleMember[], chosen: Chosen, through: Through): void {
  const nodeOf = through(chosen)
  for (const { schema, outline } of members) {
    const content = assemble(outline, childrenOf(outline, nodeOf), nodeOf(undefined))
    Object.assign(chosen.get(schema) as Node, content)
  }
}

function keyOf(outline: Outline, nodeOf: NodeOf): string {
  return nodeKey(outline, childrenOf(outline, nodeOf))
}

/**
 * What a schema that says nothing but a reference stands for. Undefined when it has come round: such a schema refuses
 * nothing.
 */
function standsFor(schema: Schema, inside: ReadonlyMap<Schema, CycleMember>): Schema | undefined {
  const seen = new Set<Schema>()
  for (let current = schema; !seen.has(current); ) {
    const member = inside.get(current)
    const [part, ...more] = member?.outline.parts ?? []
    if (!member || !part || more.length > 0 || part.role !== 'allOf' || member.outline.facts !== '') return current
    seen.add(current)
    current = part.schema
  }
  return undefined
}
