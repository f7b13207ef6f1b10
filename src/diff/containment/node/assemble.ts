import type { Schema } from '../../../contract/model/index.js'
import { bitsOf } from './kinds.js'
import type { ArrayFacet, Node, NumberFacet, ObjectFacet, TextFacet } from './node.js'
import type { Outline, Part, Role } from './outline.js'

/** The key of a node: equal keys mean the same on the wire, provided that children with equal ids do. */
export function nodeKey({ facts, parts }: Outline, nodeOf: NodeOf): string {
  let key = facts
  for (let from = 0; from < parts.length; ) {
    const { role } = parts[from] as Part
    let to = from
    while (parts[to]?.role === role) to++
    const ofRole = parts.slice(from, to)
    if (!compositions.has(role)) {
      key += `\n${role}`
      for (const part of ofRole) key += ` ${JSON.stringify(part.key)} ${nodeOf(part.schema).id}`
    } else {
      const nodes = composition(ofRole, role, nodeOf)
      if (nodes.length > 0) key += `\n${role} ${nodes.map(({ id }) => id).join(' ')}`
    }
    from = to
  }
  return key
}

/** The parts of a node, each kind's in its facet. */
export function assemble(outline: Outline, nodeOf: NodeOf): Content {
  const { said: schema, kinds, values, parts, opaque } = outline
  const list = (role: Role) => parts.filter((part) => part.role === role).map((part) => nodeOf(part.schema))
  const composed = (role: Role) =>
    composition(
      parts.filter((part) => part.role === role),
      role,
      nodeOf,
    )
  const not = list('not')[0]
  const [condition, then, otherwise] = [list('if')[0], list('then')[0], list('else')[0]]
  const text = kinds & bitsOf.string ? textFacet(schema, outline) : undefined
  const number = kinds & bitsOf.number ? numberFacet(schema, outline) : undefined
  const array = kinds & bitsOf.array ? arrayFacet(schema, parts, nodeOf) : undefined
  const object = kinds & bitsOf.object ? objectFacet(schema, outline, nodeOf) : undefined
  const everything = nodeOf(undefined)
  return {
    kinds,
    ...(values && { values }),
    ...(text && { text }),
    ...(number && { number }),
    ...(array && { array }),
    ...(object && { object }),
    allOf: composed('allOf'),
    anyOf: composed('anyOf'),
    oneOf: composed('oneOf'),
    ...(not && { not }),
    ...(condition && { condition: { if: condition, then: then ?? everything, else: otherwise ?? everything } }),
    ...(opaque && { opaque }),
  }
}

/** The node that interning has given to a schema; of `undefined`, the node that accepts everything. */
export type NodeOf = (schema: Schema | undefined) => Node
export type Content = Omit<Node, 'id'>

const compositions: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf'])

/** The branches of a composition. To `allOf` it adds nothing that everything is accepted. */
function composition(parts: readonly Part[], role: Role, nodeOf: NodeOf): readonly Node[] {
  const nodes = parts.map((part) => nodeOf(part.schema))
  const everything = nodeOf(undefined)
  return distinct(role === 'allOf' ? nodes.filter((node) => node !== everything) : nodes, role === 'oneOf')
}

/** In order of their ids; the same twice counts once, but for `oneOf`, where it counts. */
function distinct(nodes: readonly Node[], isMultiset: boolean): readonly Node[] {
  if (nodes.length < 2) return nodes
  return (isMultiset ? [...nodes] : [...new Set(nodes)]).sort((before, after) => before.id - after.id)
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

function arrayFacet(schema: Schema, parts: readonly Part[], nodeOf: NodeOf): ArrayFacet | undefined {
  const prefix = parts.filter(({ role }) => role === 'prefixItems').map((part) => nodeOf(part.schema))
  const items = single(parts, 'items', nodeOf)
  const contains = single(parts, 'contains', nodeOf)
  const unevaluated = single(parts, 'unevaluatedItems', nodeOf)
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
  { parts, required, dependentRequired: dependent }: Outline,
  nodeOf: NodeOf,
): ObjectFacet | undefined {
  const map = (role: Role) =>
    new Map(parts.filter((part) => part.role === role).map((part) => [part.key, nodeOf(part.schema)] as const))
  const additional = single(parts, 'additionalProperties', nodeOf)
  const names = single(parts, 'propertyNames', nodeOf)
  const unevaluated = single(parts, 'unevaluatedProperties', nodeOf)
  const found: ObjectFacet = {
    properties: map('properties'),
    declares: (schema.properties?.size ?? 0) > 0,
    writesOut: (schema.patternProperties?.size ?? 0) > 0 || additional !== undefined || unevaluated !== undefined,
    required,
    patterns: map('patternProperties'),
    ...(additional && { additional }),
    ...(names && { names }),
    minProperties: schema.minProperties ?? 0,
    maxProperties: schema.maxProperties ?? Infinity,
    dependentRequired: new Map(dependent),
    dependentSchemas: map('dependentSchemas'),
    ...(unevaluated && { unevaluated }),
  }
  const { declares, writesOut, minProperties, maxProperties, dependentRequired, dependentSchemas } = found
  const isIdle = !declares && !writesOut && !required.length && !dependentRequired.size && !dependentSchemas.size
  return isIdle && !names && !minProperties && maxProperties === Infinity ? undefined : found
}

function single(parts: readonly Part[], role: Role, nodeOf: NodeOf): Node | undefined {
  const found = parts.find((part) => part.role === role)
  return found && nodeOf(found.schema)
}

function isEmpty(facet: object): boolean {
  return Object.keys(facet).length === 0
}
