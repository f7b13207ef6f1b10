import type { Schema, SchemaId } from '../../../contract/model/index.js'
import { isKeyed } from '../../masking/keyed.js'

export type Schemas = ReadonlyMap<SchemaId, Schema>

/** What codecs must know of a schema and of all that it reaches. */
export interface Facts {
  /** Whether the schema refers to itself, at any distance: then payloads may nest without end. */
  isRecursive(id: SchemaId): boolean
  /** Whether a value of an `x-tenant-key` is within reach. */
  holdsTenantKey(schema: Schema): boolean
  /** Whether a value whose class is hidden from somebody is within reach. */
  holdsHidden(schema: Schema): boolean
  /** Whether a value that is masked with keys of the tenant is within reach. */
  holdsKeyed(schema: Schema): boolean
  /** Whether requests and responses are checked differently: something `readOnly` or `writeOnly` is within reach. */
  variesByDirection(schema: Schema): boolean
}

interface Own {
  readonly refs: ReadonlySet<SchemaId>
  readonly tenantKey: boolean
  readonly hidden: boolean
  readonly keyed: boolean
  readonly varies: boolean
}

/** @param isHidden whether the word of a schema about itself hides its values from somebody. */
export function createFacts(schemas: Schemas, isHidden: (schema: Schema) => boolean): Facts {
  const own = new Map<SchemaId, Own>()
  for (const [id, schema] of schemas) own.set(id, ownFacts(schema, isHidden))
  const users = usersOf(own)
  const withKey = spread(
    [...own].filter(([, { tenantKey }]) => tenantKey).map(([id]) => id),
    users,
  )
  const hiding = spread(
    [...own].filter(([, { hidden }]) => hidden).map(([id]) => id),
    users,
  )
  const keying = spread(
    [...own].filter(([, { keyed }]) => keyed).map(([id]) => id),
    users,
  )
  const varying = spread(
    [...own].filter(([, { varies }]) => varies).map(([id]) => id),
    users,
  )
  const recursive = recursiveIds(own)
  const inline = new WeakMap<Schema, Own>()
  const factsOf = (schema: Schema): Own => {
    let facts = inline.get(schema)
    if (!facts) {
      facts = ownFacts(schema, isHidden)
      inline.set(schema, facts)
    }
    return facts
  }
  return {
    isRecursive: (id) => recursive.has(id),
    holdsTenantKey(schema) {
      const { tenantKey, refs } = factsOf(schema)
      return tenantKey || some(refs, (id) => withKey.has(id))
    },
    holdsHidden(schema) {
      const { hidden, refs } = factsOf(schema)
      return hidden || some(refs, (id) => hiding.has(id))
    },
    holdsKeyed(schema) {
      const { keyed, refs } = factsOf(schema)
      return keyed || some(refs, (id) => keying.has(id))
    },
    variesByDirection(schema) {
      const { varies, refs } = factsOf(schema)
      return varies || some(refs, (id) => varying.has(id))
    },
  }
}

/** Whether any of the schemas holds a value that is masked with keys of the tenant. */
export function holdKeyed(schemas: Schemas): boolean {
  for (const schema of schemas.values()) if (ownFacts(schema, () => false).keyed) return true
  return false
}

function ownFacts(schema: Schema, isHidden: (schema: Schema) => boolean): Own {
  const refs = new Set<SchemaId>()
  let tenantKey = false
  let hidden = false
  let keyed = false
  let varies = false
  const pending = [schema]
  for (let part = pending.pop(); part; part = pending.pop()) {
    if (part.ref !== undefined) refs.add(part.ref)
    if (part.tenantKey) tenantKey = true
    if (part.classification && isHidden(part)) hidden = true
    if (isKeyed(part.classification?.value.masking)) keyed = true
    if (part.readOnly || part.writeOnly) varies = true
    addParts(part, pending)
  }
  return { refs, tenantKey, hidden, keyed, varies }
}

const maps = ['properties', 'patternProperties', 'dependentSchemas'] as const
const lists = ['allOf', 'anyOf', 'oneOf', 'prefixItems'] as const
const singles = [
  ...(['items', 'additionalProperties', 'contains', 'propertyNames', 'unevaluatedItems'] as const),
  ...(['unevaluatedProperties', 'not', 'if', 'then', 'else', 'contentSchema'] as const),
] as const

/** Every schema of the contract is visited here, so nothing is made on the way. */
function addParts(schema: Schema, to: Schema[]): void {
  for (const role of maps) schema[role]?.forEach((part) => to.push(part))
  for (const role of lists) schema[role]?.forEach((part) => to.push(part))
  for (const role of singles) {
    const part = schema[role]
    if (part) to.push(part)
  }
}

function usersOf(own: ReadonlyMap<SchemaId, Own>): ReadonlyMap<SchemaId, readonly SchemaId[]> {
  const users = new Map<SchemaId, SchemaId[]>()
  for (const [id, { refs }] of own) {
    for (const target of refs) {
      const known = users.get(target)
      if (known) known.push(id)
      else users.set(target, [id])
    }
  }
  return users
}

function spread(start: readonly SchemaId[], next: ReadonlyMap<SchemaId, readonly SchemaId[]>): ReadonlySet<SchemaId> {
  const reached = new Set(start)
  const pending = [...start]
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    for (const user of next.get(id) ?? []) {
      if (reached.has(user)) continue
      reached.add(user)
      pending.push(user)
    }
  }
  return reached
}

/** Members of cycles: Tarjan's components with more than one member, and those that refer to themselves. No recursion. */
function recursiveIds(own: ReadonlyMap<SchemaId, Own>): ReadonlySet<SchemaId> {
  const recursive = new Set<SchemaId>()
  const order = new Map<SchemaId, { readonly index: number; low: number; open: boolean }>()
  const component: SchemaId[] = []
  for (const root of own.keys()) {
    if (order.has(root)) continue
    const path = [enter(root)]
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const next = step.refs.next()
      if (!next.done) {
        const known = order.get(next.value)
        if (!known) path.push(enter(next.value))
        else if (known.open) step.node.low = Math.min(step.node.low, known.index)
        if (next.value === step.id) recursive.add(step.id)
        continue
      }
      path.pop()
      const parent = path.at(-1)
      if (parent) parent.node.low = Math.min(parent.node.low, step.node.low)
      if (step.node.low === step.node.index) close(step.id)
    }
  }
  return recursive

  function enter(id: SchemaId) {
    const node = { index: order.size, low: order.size, open: true }
    order.set(id, node)
    component.push(id)
    return { id, node, refs: (own.get(id)?.refs ?? new Set<SchemaId>()).values() }
  }

  function close(root: SchemaId): void {
    const members = component.splice(component.lastIndexOf(root))
    for (const id of members) {
      const node = order.get(id)
      if (node) node.open = false
      if (members.length > 1) recursive.add(id)
    }
  }
}

function some<T>(values: ReadonlySet<T>, test: (value: T) => boolean): boolean {
  for (const value of values) if (test(value)) return true
  return false
}
