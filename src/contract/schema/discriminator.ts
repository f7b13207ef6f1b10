import { child, escapeToken } from '../../util/json-pointer.js'
import { isObject, type JsonObject, type JsonValue, own } from '../../util/own.js'
import type { Origin, Schema, SchemaId } from '../model/index.js'
import type { Problems } from '../problem.js'
import type { Dialect } from './dialect.js'
import type { Draft } from './draft.js'

/** Reads discriminators, and completes their mapping when all schemas are known. */
export interface Discriminators {
  /** Undefined when it cannot be read, which is reported. */
  read(draft: Draft, value: JsonValue, dialect: Dialect): void
  /** Resolves what `mapping` names; that may bring new schemas to read. */
  resolveMappings(targets: ReadonlyMap<SchemaId, Schema>): void
  /** Adds the values that stand for schemas without being written down: their names. */
  addImplicit(targets: ReadonlyMap<SchemaId, Schema>): void
}

interface Entry {
  readonly draft: Draft
  readonly discriminator: { -readonly [Field in keyof Found]: Found[Field] }
  readonly mapping: Map<string, SchemaId>
  readonly dialect: Dialect
  readonly written: JsonObject | undefined
  readonly written32: string | undefined
}

type Found = NonNullable<Schema['discriminator']>

interface Options {
  readonly problems: Problems
  readonly refer: (ref: string, from: Origin, dialect: Dialect) => SchemaId | undefined
}

export function createDiscriminators({ problems, refer }: Options): Discriminators {
  const entries: Entry[] = []
  let unresolved: Entry[] = []

  return { read, resolveMappings, addImplicit }

  function read(draft: Draft, value: JsonValue, dialect: Dialect): void {
    const at = { document: draft.at.document, pointer: `${draft.at.pointer}/discriminator` }
    // OpenAPI 2.0 and AsyncAPI name the property only.
    const written = typeof value === 'string' ? { propertyName: value } : isObject(value) ? value : {}
    const propertyName = own(written, 'propertyName')
    const mapping = own(written, 'mapping')
    if (typeof propertyName !== 'string' || (mapping !== undefined && !isObject(mapping))) {
      problems.report('TK1511', {}, { at })
      return
    }
    const fallback = own(written, 'defaultMapping')
    const mapped = new Map<string, SchemaId>()
    const entry: Entry = {
      draft,
      discriminator: { propertyName, mapping: mapped },
      mapping: mapped,
      dialect,
      written: mapping,
      written32: typeof fallback === 'string' ? fallback : undefined,
    }
    draft.discriminator = entry.discriminator
    entries.push(entry)
    unresolved.push(entry)
  }

  function resolveMappings(targets: ReadonlyMap<SchemaId, Schema>): void {
    const now = unresolved
    unresolved = []
    for (const { draft, discriminator, mapping, dialect, written, written32 } of now) {
      const at = { document: draft.at.document, pointer: `${draft.at.pointer}/discriminator` }
      const find = (named: string, from: Origin) => byName(named, from, targets) ?? refer(named, from, dialect)
      for (const value of Object.keys(written ?? {})) {
        const named = own(written ?? {}, value)
        const from = { document: at.document, pointer: child(`${at.pointer}/mapping`, value) }
        if (typeof named !== 'string') problems.report('TK1511', {}, { at: from })
        else {
          const id = find(named, from)
          if (id !== undefined) mapping.set(value, id)
        }
      }
      const fallback =
        written32 === undefined ? undefined : find(written32, { ...at, pointer: `${at.pointer}/defaultMapping` })
      if (fallback !== undefined) discriminator.default = fallback
    }
  }

  function addImplicit(targets: ReadonlyMap<SchemaId, Schema>): void {
    if (entries.length === 0) return
    const children = childrenByParent(targets)
    let budget = mostImplicit
    for (const { draft, discriminator, mapping } of entries) {
      // Beside `nullable` the schema has become one of two alternatives, and the discriminator went with it.
      const carrier = draft.discriminator === discriminator ? draft : (draft.anyOf?.[0] ?? draft)
      const mapped = new Set(mapping.values())
      const branches = [...(carrier.oneOf ?? []), ...(carrier.anyOf ?? [])].flatMap(({ ref }) => ref ?? [])
      const id = `${draft.at.document}#${draft.at.pointer}`
      const implied = branches.length > 0 ? branches : descendants(id, children, budget)
      budget -= implied.length
      if (budget < 0) {
        problems.report('TK1513', { limit: mostImplicit }, { at: draft.at })
        return
      }
      for (const id of implied) {
        const name = targets.get(id)?.name
        if (name !== undefined && !mapped.has(id) && !mapping.has(name)) mapping.set(name, id)
      }
    }
  }
}

/** Every level of a chain of schemas may have a discriminator over all that are below: that grows with the square. */
const mostImplicit = 100_000

/** A mapping may name a schema of the components, and a name goes before a file of that name. */
function byName(named: string, from: Origin, targets: ReadonlyMap<SchemaId, Schema>): SchemaId | undefined {
  const token = escapeToken(named)
  return [`${from.document}#/components/schemas/${token}`, `${from.document}#/definitions/${token}`].find((id) =>
    targets.has(id),
  )
}

/** Which schemas extend which by `allOf`. */
function childrenByParent(targets: ReadonlyMap<SchemaId, Schema>): ReadonlyMap<SchemaId, readonly SchemaId[]> {
  const children = new Map<SchemaId, SchemaId[]>()
  for (const [id, schema] of targets) {
    for (const { ref } of schema.allOf ?? []) {
      if (ref === undefined) continue
      const known = children.get(ref)
      if (known) known.push(id)
      else children.set(ref, [id])
    }
  }
  return children
}

/** All that extend the schema, over any number of generations; no more than one above the limit. */
function descendants(
  id: SchemaId,
  children: ReadonlyMap<SchemaId, readonly SchemaId[]>,
  limit: number,
): readonly SchemaId[] {
  const found = new Set<SchemaId>()
  const pending = [id]
  for (let next = pending.pop(); next !== undefined && found.size <= limit; next = pending.pop()) {
    for (const below of children.get(next) ?? []) {
      if (below === id || found.has(below)) continue
      found.add(below)
      pending.push(below)
    }
  }
  return [...found]
}
