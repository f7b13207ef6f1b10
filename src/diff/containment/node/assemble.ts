import type { Schema } from '../../../contract/model/index.js'
import { bitsOf } from './kinds.js'
import type { ArrayFacet, Node, NumberFacet, ObjectFacet, TextFacet } from './node.js'
import type { Outline, Role } from './outline.js'

/** The node that interning has given to a schema; of `undefined`, the node that accepts everything. */
export type NodeOf = (schema: Schema | undefined) => Node
export type Content = Omit<Node, 'id'>

/** The nodes of the parts of a schema, by their role. */
export type Children = ReadonlyMap<Role, Child>

interface Child {
  /** Sorted; of a composition, empty texts. */
  readonly keys: readonly string[]
  /** In the order of the keys; those of a composition in the order of their ids. */
  readonly nodes: readonly Node[]
}

const none: Children = new Map()

export function childrenOf({ parts }: Outline, nodeOf: NodeOf): Children {
  if (parts.length === 0) return none
  const children = new Map<Role, Child>()
  let keys: string[] = []
  let nodes: Node[] = []
  let last: Role | undefined
  for (const { role, key, schema } of parts) {
    if (role !== last) {
      last = role
      keys = []
      nodes = []
      children.set(role, { keys, nodes })
    }
    keys.push(key)
    nodes.push(nodeOf(schema))
  }
  for (const role of compositions) {
    const child = children.get(role)
    if (child) children.set(role, { keys: child.keys, nodes: composed(child.nodes, role, nodeOf(undefined)) })
  }
  return children
}

const compositions = ['allOf', 'anyOf', 'oneOf'] as const

/** In order of their ids; the same twice counts once, but for `oneOf`, where it counts. */
function composed(nodes: readonly Node[], role: (typeof compositions)[number], everything: Node): readonly Node[] {
  // To `allOf` it adds nothing that everything is accepted.
  const telling = role === 'allOf' ? nodes.filter((node) => node !== everything) : nodes
  if (telling.length < 2) return telling
  return (role === 'oneOf' ? [...telling] : [...new Set(telling)]).sort((before, after) => before.id - after.id)
}

/** The key of a node: equal keys mean the same on the wire, provided that children with equal ids do. */
export function nodeKey({ facts }: Outline, children: Children): string {
  let key = facts
  for (const [role, { keys, nodes }] of children) {
    if (nodes.length === 0) continue
    key += `\n${role}`
    for (let index = 0; index < nodes.length; index++) {
      const name = keys[index] as string
      // With its length, a name can say nothing else than a name.
      key += ` ${name.length}:${name} ${(nodes[index] as Node).id}`
    }
  }
  return key
}

/** The parts of a node, each kind's in its facet. */
export function assemble(outline: Outline, children: Children, everything: Node): Content {
  const { said: schema, kinds, values, opaque } = outline
  const list = (role: Role): readonly Node[] => children.get(role)?.nodes ?? []
  const [not] = list('not')
  const [condition] = list('if')
  const text = kinds & bitsOf.string ? textFacet(schema, outline) : undefined
  const number = kinds & bitsOf.number ? numberFacet(schema, outline) : undefined
  const array = kinds & bitsOf.array ? arrayFacet(schema, list) : undefined
  const object = kinds & bitsOf.object ? objectFacet(schema, outline, children) : undefined
  return {
    kinds,
    ...(values && { values }),
    ...(text && { text }),
    ...(number && { number }),
    ...(array && { array }),
    ...(object && { object }),
    allOf: list('allOf'),
    anyOf: list('anyOf'),
    oneOf: list('oneOf'),
    ...(not && { not }),
    ...(condition && {
      condition: { if: condition, then: list('then')[0] ?? everything, else: list('else')[0] ?? everything },
    }),
    ...(opaque && { opaque }),
  }
}

function textFacet(schema: Schema, { format }: Outline): TextFacet | undefined {
  const { minLength, maxLength, pattern } = schema
  const found: TextFacet = {
    ...(minLength && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
    ...(pattern !== undefined && { pattern }),
    ...(format !== undefined && { format }),
  }
  return isEmpty(found) ? undefined : found
}

function numberFacet(schema: Schema, { format }: Outline): NumberFacet | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema
  const found: NumberFacet = {
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(exclusiveMinimum !== undefined && { exclusiveMinimum }),
    ...(exclusiveMaximum !== undefined && { exclusiveMaximum }),
    ...(multipleOf !== undefined && { multipleOf }),
    ...(format !== undefined && { format }),
  }
  return isEmpty(found) ? undefined : found
}

function arrayFacet(schema: Schema, list: (role: Role) => readonly Node[]): ArrayFacet | undefined {
  const prefix = list('prefixItems')
  const [[items], [contains], [unevaluated]] = [list('items'), list('contains'), list('unevaluatedItems')]
  const { minItems = 0, maxItems = Infinity, uniqueItems = false, minContains = 1, maxContains = Infinity } = schema
  const isIdle = !prefix.length && !items && !contains && !unevaluated && !minItems && maxItems === Infinity
  if (isIdle && !uniqueItems) return undefined
  return {
    prefix,
    ...(items && { items }),
    minItems,
    maxItems,
    unique: uniqueItems,
    ...(contains && { contains: { node: contains, minimum: minContains, maximum: maxContains } }),
    ...(unevaluated && { unevaluated }),
  }
}

function objectFacet(
  schema: Schema,
  { required, dependentRequired: dependent }: Outline,
  children: Children,
): ObjectFacet | undefined {
  const single = (role: Role): Node | undefined => children.get(role)?.nodes[0]
  const additional = single('additionalProperties')
  const names = single('propertyNames')
  const unevaluated = single('unevaluatedProperties')
  const found: ObjectFacet = {
    properties: byName(children.get('properties')),
    declares: (schema.properties?.size ?? 0) > 0,
    writesOut: (schema.patternProperties?.size ?? 0) > 0 || additional !== undefined || unevaluated !== undefined,
    required,
    patterns: byName(children.get('patternProperties')),
    ...(additional && { additional }),
    ...(names && { names }),
    minProperties: schema.minProperties ?? 0,
    maxProperties: schema.maxProperties ?? Infinity,
    dependentRequired: new Map(dependent),
    dependentSchemas: byName(children.get('dependentSchemas')),
    ...(unevaluated && { unevaluated }),
  }
  const { declares, writesOut, minProperties, maxProperties, dependentRequired, dependentSchemas } = found
  const isIdle = !declares && !writesOut && !required.length && !dependentRequired.size && !dependentSchemas.size
  return isIdle && !names && !minProperties && maxProperties === Infinity ? undefined : found
}

function byName(child: Child | undefined): ReadonlyMap<string, Node> {
  const named = new Map<string, Node>()
  child?.nodes.forEach((node, index) => named.set(child.keys[index] as string, node))
  return named
}

function isEmpty(facet: object): boolean {
  return Object.keys(facet).length === 0
}
