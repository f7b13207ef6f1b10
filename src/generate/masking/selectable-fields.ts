import { isAbove } from '../../contract/annotation/category.js'
import { isLeftOut } from '../../contract/annotation/index.js'
import type { Contract, Schema, Sensitivity } from '../../contract/model/index.js'
import { declaredProperties } from './declared-properties.js'
import { beyondNames, describe, isMaskedAtOnce, type Standing } from './described.js'
import type { FieldClass } from './field-class.js'
import { branchesOf, itemsOf } from './shape.js'
import { inheritedBy, tagsOf } from './tags.js'

/** A field that an answer may hold, and the classes of what is hidden in it from somebody. */
export interface SelectableField {
  readonly at: readonly string[]
  readonly holds: readonly HeldClass[]
}

export interface HeldClass {
  readonly sensitivity: Sensitivity
  readonly category?: string
  /** Not the field itself, but something in it. */
  readonly inside: boolean
}

/**
 * The fields of what the bodies hold: by their paths from the body on, and of lists from their items on, the nearest first.
 * What refers to itself ends where it comes round; its classes count for the last field all the same. Undefined when nothing
 * is hidden from anybody.
 */
export function selectableFields(
  bodies: readonly Standing[],
  contract: Contract,
  shownToAll: Sensitivity,
): readonly SelectableField[] | undefined {
  const nodeOf = createNodes(contract, shownToAll)
  const roots = bodies.map(({ schema, inherited }) => nodeOf([schema], inherited))
  const fields = new Map<string, SelectableField>()
  for (const { root, list } of roots.flatMap(withLists)) {
    for (const field of fieldsOf(root, list)) {
      const key = JSON.stringify(field.at)
      const known = fields.get(key)
      fields.set(key, known ? { ...field, holds: distinct([...known.holds, ...field.holds]) } : field)
    }
  }
  const all = [...fields.values()]
  return all.some(({ holds }) => holds.length > 0) ? all : undefined
}

/** A value as all of its schemas describe it. */
interface Node {
  readonly own: FieldClass | undefined
  readonly isList: boolean
  parts(): readonly Part[]
}

interface Part {
  readonly node: Node
  /** Undefined: what has no name of its own, an item or an alternative. */
  readonly name: string | undefined
  /** The caller chose the name. */
  readonly isWild: boolean
}

type NodeOf = (schemas: readonly Schema[], inherited: FieldClass | undefined) => Node

function createNodes(contract: Contract, shownToAll: Sensitivity): NodeOf {
  const { schemas: known } = contract
  const tags = { schemas: known, isTag: tagsOf(contract) }
  const nodes = new Map<string, Node>()
  const identities = new Map<Schema, number>()
  const identityOf = (schema: Schema): number => {
    const id = identities.get(schema) ?? identities.size
    identities.set(schema, id)
    return id
  }
  const nodeOf: NodeOf = (given, from) => {
    const [only, ...others] = given
    const standing = only && others.length === 0 ? beyondNames(only, from, known) : undefined
    const schemas = standing ? [standing.schema] : given
    const inherited = standing ? standing.inherited : from
    const key = `${schemas.map(identityOf).join(' ')} ${JSON.stringify(inherited ?? null)}`
    const existing = nodes.get(key)
    if (existing) return existing
    const described = describe(schemas, inherited, known)
    const { shape, held } = described
    const isHidden = held !== undefined && isAbove(held.sensitivity, shownToAll)
    let parts: readonly Part[] | undefined
    const node: Node = {
      own: isHidden && isMaskedAtOnce(described) ? held : undefined,
      isList: shape.arrays.length > 0,
      parts: () => (parts ??= isHidden && isMaskedAtOnce(described) ? [] : partsOf()),
    }
    nodes.set(key, node)
    return node

    function partsOf(): readonly Part[] {
      const named = [...declaredProperties(shape.objects)].flatMap(([name, property]): Part[] => {
        if (property.some((schema) => isLeftOut(schema, 'output', known))) return []
        const passed = isHidden ? inheritedBy(property, held, tags) : held
        return [{ node: nodeOf(property, passed), name, isWild: false }]
      })
      const wild = shape.objects.flatMap(({ patternProperties, additionalProperties, unevaluatedProperties }) => [
        ...(patternProperties?.values() ?? []),
        ...[additionalProperties, unevaluatedProperties].flatMap((rest) => rest ?? []),
      ])
      const nameless = [...itemsOf(shape.arrays), ...shape.choices.flatMap(branchesOf).map((branch) => [branch])]
      const said = (schemas: readonly Schema[]): readonly Schema[] =>
        schemas.filter(({ always }) => always === undefined)
      return [
        ...named,
        ...wild.flatMap((schema) => partOf(said([schema]), true)),
        ...nameless.flatMap((schemas) => partOf(said(schemas), false)),
      ]
    }

    function partOf(schemas: readonly Schema[], isWild: boolean): readonly Part[] {
      return schemas.length === 0 ? [] : [{ node: nodeOf(schemas, held), name: undefined, isWild }]
    }
  }
  return nodeOf
}

/** Where paths start: at the body, and at the lists in it. The items of an only list have no other paths. */
function withLists(root: Node): readonly { readonly root: Node; readonly list?: Node | undefined }[] {
  const lists = namedParts(root).flatMap(({ node }) => (isListOf(node) ? [node] : []))
  return [{ root, list: lists.length === 1 ? lists[0] : undefined }, ...lists.map((list) => ({ root: list }))]
}

function isListOf(node: Node): boolean {
  return nameless(node).some(({ isList }) => isList)
}

const deepest = 5

function fieldsOf(root: Node, list: Node | undefined): readonly SelectableField[] {
  const fields: SelectableField[] = []
  const entered = new Set<Node>([root])
  const pending: { readonly node: Node; readonly at: readonly string[] }[] = [{ node: root, at: [] }]
  for (let place = pending.shift(); place; place = pending.shift()) {
    for (const { node, name } of namedParts(place.node)) {
      const at = [...place.at, name]
      fields.push({ at, holds: holdsOf(node) })
      if (at.length === deepest || node === list || entered.has(node)) continue
      entered.add(node)
      pending.push({ node, at })
    }
  }
  return fields
}

/** Properties of a value, of its items and of its alternatives. */
function namedParts(node: Node): readonly (Part & { readonly name: string })[] {
  return nameless(node).flatMap((each) =>
    each.parts().flatMap((part) => (part.name === undefined ? [] : [{ ...part, name: part.name }])),
  )
}

/** A value with all that goes by its name: its items, its alternatives. */
function nameless(start: Node): readonly Node[] {
  return closure(start, ({ name, isWild }) => name === undefined && !isWild)
}

function holdsOf(node: Node): readonly HeldClass[] {
  const own = new Set(nameless(node))
  return distinct(closure(node, () => true).flatMap((each) => classOf(each, !own.has(each))))
}

function classOf({ own }: Node, inside: boolean): readonly HeldClass[] {
  if (!own) return []
  const { sensitivity, category } = own
  return [{ sensitivity, ...(category !== undefined && { category }), inside }]
}

function closure(start: Node, follows: (part: Part) => boolean): readonly Node[] {
  const found = new Set([start])
  for (const node of found) for (const part of node.parts()) if (follows(part)) found.add(part.node)
  return [...found]
}

function distinct(all: readonly HeldClass[]): readonly HeldClass[] {
  const known = new Map(all.map((one) => [`${one.sensitivity} ${one.category ?? ''} ${one.inside}`, one]))
  // What the field is itself says it all.
  return [...known.values()].filter(
    ({ sensitivity, category, inside }) => !inside || !known.has(`${sensitivity} ${category ?? ''} false`),
  )
}
