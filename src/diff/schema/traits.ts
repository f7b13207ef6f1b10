import type { Discriminator, Schema, SchemaId } from '../../contract/model/index.js'
import { children } from '../../contract/schema/index.js'
import { canonicalText } from '../../util/canonical-text.js'
import { compareText } from '../../util/compare.js'
import { isObject } from '../../util/own.js'
import { fields } from '../edit/fields.js'
import type { Plan } from '../edit/plans.js'

/** What a schema says, each word of it with the way to where it is said. */
export type Traits = ReadonlySet<string>

/** Members of members of members tell schemas apart, and no more are looked at; nor are levels with more places than that. */
const deepest = 3
const mostPlaces = 200
/** Schemas that are looked at for one, whatever the levels hold. */
const mostSchemas = 2_000

/**
 * Traits of schemas of one version. References are followed, and it counts for nothing in which part of a composition
 * something stands: written in another order or in parts, a schema has the same traits.
 */
export function createTraits(schemas: ReadonlyMap<SchemaId, Schema>): (schema: Schema) => Traits {
  const known = new WeakMap<Schema, Traits>()
  return (schema) => {
    const traits = known.get(schema) ?? traitsOf(schema, schemas)
    known.set(schema, traits)
    return traits
  }
}

/** From 0 to 1: how much of what the two say both of them say. */
export function likeness(one: Traits, other: Traits): number {
  let both = 0
  for (const trait of one) if (other.has(trait)) both++
  const all = one.size + other.size - both
  return all === 0 ? 1 : both / all
}

function traitsOf(start: Schema, schemas: ReadonlyMap<SchemaId, Schema>): Traits {
  const traits = new Set<string>()
  let left = mostSchemas
  let level = new Map([['', [start]]])
  // A level counts as a whole or not at all: a part of it would be what is written first.
  for (let depth = 0; depth <= deepest && level.size > 0 && level.size <= mostPlaces; depth++) {
    const below: typeof level = new Map()
    for (const [path, starts] of level) {
      traits.add(path)
      for (const schema of togetherWith(starts, schemas)) {
        if (left-- === 0) return traits
        for (const word of wordsOf(schema)) traits.add(`${path} ${word}`)
        for (const { role, key, schema: nested } of children(schema)) {
          if (isTransparent(role)) continue
          const place = `${path}/${role}/${key ?? ''}`
          const known = below.get(place)
          if (known) known.push(nested)
          else below.set(place, [nested])
        }
      }
    }
    level = below
  }
  return traits
}

/** The schemas with all that judge the same value, as far as references and compositions lead. */
function togetherWith(starts: readonly Schema[], schemas: ReadonlyMap<SchemaId, Schema>): ReadonlySet<Schema> {
  const found = new Set(starts)
  // A set gives what is added to it while it is walked through.
  for (const schema of found) {
    const target = schema.ref === undefined ? undefined : schemas.get(schema.ref)
    if (target) found.add(target)
    for (const { role, schema: nested } of children(schema)) if (isTransparent(role)) found.add(nested)
  }
  return found
}

function isTransparent(role: string): boolean {
  return role === 'allOf' || role === 'anyOf' || role === 'oneOf'
}

function* wordsOf(schema: Schema): Iterable<string> {
  for (const field of telling) {
    const value: unknown = schema[field]
    if (value === undefined || (value === false && field !== 'always')) continue
    if (!Array.isArray(value)) yield `${field} ${textOf(value)}`
    else for (const item of value) yield `${field} ${canonicalText(item)}`
  }
}

/** What is annotated knows where it stands, and a discriminator names schemas by identities of its own version. */
function textOf(value: unknown): string {
  if (value instanceof Map) return canonicalText(Object.fromEntries(value))
  if (!isObject(value)) return canonicalText(value)
  const { propertyName, mapping } = value as Partial<Discriminator>
  if (propertyName === undefined) return canonicalText(value['value'])
  return canonicalText([propertyName, [...(mapping?.keys() ?? [])].sort(compareText)])
}

const telling = (Object.entries(fields.schema) as [keyof Schema, Plan][]).flatMap(([field, plan]) =>
  field === 'title' || (typeof plan === 'string' && plan !== 'schema' && plan !== 'schemas') ? [field] : [],
)
