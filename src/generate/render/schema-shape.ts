import type { Schema, SchemaId } from '../../contract/model/index.js'
import type { Plan } from '../plan/types.js'

/** How each named schema is declared, decided over the whole graph of references, so that TypeScript accepts every cycle. */
export interface SchemaShapes {
  /** An interface where members are all there is to say; an alias for everything else. */
  isInterface(id: SchemaId): boolean
  /**
   * True for a reference that would make an alias its own definition (`type A = A | string`). Such a schema has no
   * meaning, which the loader has reported.
   */
  isCut(from: SchemaId, to: SchemaId): boolean
}

const known = new WeakMap<Plan, SchemaShapes>()

export function schemaShapes(plan: Plan): SchemaShapes {
  let shapes = known.get(plan)
  if (!shapes) known.set(plan, (shapes = analyse(plan)))
  return shapes
}

function analyse(plan: Plan): SchemaShapes {
  const inPlace = new Map<SchemaId, ReadonlySet<SchemaId>>()
  for (const [id, { schema }] of plan.schemas) inPlace.set(id, inPlaceReferences(schema))
  const { component, order } = components(inPlace)
  const rank = new Map([...plan.schemas.keys()].map((id, index) => [id, index]))
  const isCut = (from: SchemaId, to: SchemaId): boolean =>
    component.get(from) === component.get(to) &&
    inPlace.get(from)?.has(to) === true &&
    (rank.get(to) ?? 0) <= (rank.get(from) ?? 0)

  // Bases come before what extends them, so no recursion is needed.
  const members = new Map<SchemaId, ReadonlySet<string>>()
  for (const id of order) {
    const schema = plan.schemas.get(id)?.schema
    const bases = inPlace.get(id) ?? new Set()
    const isCyclic = [...bases].some((base) => component.get(base) === component.get(id))
    const names = schema && !isCyclic ? interfaceMembers(schema, members) : undefined
    if (names) members.set(id, names)
  }
  return { isInterface: (id) => members.has(id), isCut }
}

/** References that judge the same value and stand in the type's own expression, not behind a member or an element. */
function inPlaceReferences(schema: Schema): ReadonlySet<SchemaId> {
  const found = new Set<SchemaId>()
  const stack = [schema]
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.ref !== undefined) found.add(next.ref)
    for (const list of [next.allOf, next.anyOf, next.oneOf]) if (list) stack.push(...list)
  }
  return found
}

/** Names of all members, the bases' included; undefined when the schema is more than an object with members. */
function interfaceMembers(
  schema: Schema,
  interfaces: ReadonlyMap<SchemaId, ReadonlySet<string>>,
): ReadonlySet<string> | undefined {
  if (!isObjectOnly(schema)) return undefined
  const parts = interfaceParts(schema)
  if (!parts) return undefined
  const names = new Set<string>()
  for (const base of parts.bases) {
    const inherited = interfaces.get(base)
    if (!inherited) return undefined
    for (const name of inherited) {
      // Two of one name must be identical in TypeScript; an intersection asks for nothing.
      if (names.has(name)) return undefined
      names.add(name)
    }
  }
  for (const own of parts.own) {
    if (parts.bases.length + parts.own.length > 1 && hasIndex(own)) return undefined
    for (const name of memberNames(own)) {
      if (names.has(name)) return undefined
      names.add(name)
    }
    if (hasIndex(own)) names.add(indexMember)
  }
  return names.has(indexMember) && parts.bases.length > 0 ? undefined : names
}

/** Stands for an index signature among the names of members; no property has this name. */
const indexMember = '\u0000index'

export interface InterfaceParts {
  readonly bases: readonly SchemaId[]
  /** The schema itself and the parts of its `allOf` that are objects of their own. */
  readonly own: readonly Schema[]
}

/** An object schema as bases and own members; undefined when a part is something else. */
export function interfaceParts(schema: Schema): InterfaceParts | undefined {
  const bases: SchemaId[] = []
  const own: Schema[] = []
  if (schema.ref !== undefined) bases.push(schema.ref)
  for (const part of schema.allOf ?? []) {
    if (isBareReference(part)) bases.push(part.ref as SchemaId)
    else if (isObjectOnly(part) && !part.allOf && part.ref === undefined) own.push(part)
    else return undefined
  }
  if (hasMembers(schema) || bases.length + own.length === 0) own.push(schema)
  // `type: object` alone says something only when nothing else does.
  const only = bases.length + own.length === 1
  return { bases: [...new Set(bases)], own: own.filter((part) => only || hasMembers(part)) }
}

function isObjectOnly(schema: Schema): boolean {
  if (schema.always !== undefined || schema.enum || schema.anyOf || schema.oneOf || schema.foreign) return false
  if (schema.dynamicRef !== undefined && schema.ref === undefined) return false
  if (schema.not?.always === true) return false
  if (schema.types) return schema.types.length === 1 && schema.types[0] === 'object'
  return hasMembers(schema) || schema.allOf !== undefined
}

function isBareReference(schema: Schema): boolean {
  return (
    schema.ref !== undefined && !hasMembers(schema) && !schema.allOf && !schema.anyOf && !schema.oneOf && !schema.enum
  )
}

export function hasMembers(schema: Schema): boolean {
  return Boolean(
    schema.properties?.size ||
      schema.required?.length ||
      schema.patternProperties?.size ||
      (schema.additionalProperties && schema.additionalProperties.always !== false),
  )
}

/** Whether the object's type has an index signature. */
export function hasIndex(schema: Schema): boolean {
  const open = schema.additionalProperties !== undefined && schema.additionalProperties.always !== false
  return open || Boolean(schema.patternProperties?.size) || (!schema.properties?.size && !schema.required?.length)
}

function* memberNames(schema: Schema): Generator<string> {
  if (schema.properties) yield* schema.properties.keys()
  for (const name of schema.required ?? []) if (!schema.properties?.has(name)) yield name
}

/** Strongly connected components (Tarjan), with an explicit stack; `order` has every target before what refers to it, but for cycles. */
function components(edges: ReadonlyMap<SchemaId, ReadonlySet<SchemaId>>): {
  readonly component: ReadonlyMap<SchemaId, number>
  readonly order: readonly SchemaId[]
} {
  const component = new Map<SchemaId, number>()
  const order: SchemaId[] = []
  const index = new Map<SchemaId, number>()
  const low = new Map<SchemaId, number>()
  const open: SchemaId[] = []
  for (const root of edges.keys()) {
    if (index.has(root)) continue
    const path: { readonly id: SchemaId; readonly targets: Iterator<SchemaId> }[] = []
    const enter = (id: SchemaId): void => {
      index.set(id, index.size)
      low.set(id, index.size - 1)
      open.push(id)
      path.push({ id, targets: (edges.get(id) ?? new Set<SchemaId>()).values() })
    }
    enter(root)
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const { id, targets } = step
      const target = targets.next()
      if (!target.done) {
        if (!edges.has(target.value)) continue
        if (!index.has(target.value)) enter(target.value)
        else if (!component.has(target.value)) lower(low, id, index.get(target.value))
        continue
      }
      path.pop()
      const parent = path.at(-1)
      if (parent) lower(low, parent.id, low.get(id))
      if (low.get(id) !== index.get(id)) continue
      const number = component.size
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        component.set(member, number)
        order.push(member)
        if (member === id) break
      }
    }
  }
  return { component, order }
}

function lower(low: Map<SchemaId, number>, id: SchemaId, to: number | undefined): void {
  low.set(id, Math.min(low.get(id) ?? 0, to ?? 0))
}
