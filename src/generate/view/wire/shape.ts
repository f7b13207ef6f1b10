import type { Encoding, JsonType, Schema, SchemaId } from '../../../contract/model/index.js'
import { compareText } from '../../../util/compare.js'
import { isBinary } from './binary.js'
import { itemsOf, propertiesOf, restOf, type Schemas } from './schema-parts.js'

/** What a text on the wire turns into; the runtime's `WireShape`, kept apart because nothing here may import it. */
export type Shape =
  | { readonly kind: 'scalar'; readonly types: readonly string[] }
  | { readonly kind: 'array'; readonly items: readonly string[]; readonly of?: Shape }
  | {
      readonly kind: 'object'
      readonly properties: ReadonlyMap<string, Shape>
      readonly rest?: Shape
      readonly or?: readonly string[]
    }
  | { readonly kind: 'json' }
  | { readonly kind: 'binary' }

/** Deeper than this a form does not go in practice; what lies below is read as text. */
const maxDepth = 8

const anyScalar: Shape = { kind: 'scalar', types: ['any'] }

/** The shape of a parameter, a header or a property of a form. */
export function shapeOf(schema: Schema | undefined, schemas: Schemas): Shape {
  if (!schema) return anyScalar
  const known = shapes.get(schema)
  if (known) return known
  const found = shape(schema, schemas, 0)
  shapes.set(schema, found)
  return found
}

/** Client and server ask for the same ones. */
const shapes = new WeakMap<Schema, Shape>()

/** The shape of a form or multipart body, by property; files of a multipart body are `binary`, its objects `json`. */
export function shapeOfForm(
  schema: Schema | undefined,
  encoding: ReadonlyMap<string, Encoding>,
  kind: 'form' | 'multipart',
  schemas: Schemas,
): Shape {
  const own = shapeOf(schema, schemas)
  if (own.kind !== 'object' || !schema) return { kind: 'object', properties: new Map(), rest: anyScalar }
  if (kind === 'form') return own
  const parts = new Map<string, Shape>()
  const declared = propertiesOf(schema, schemas)
  for (const [name, part] of own.properties) {
    parts.set(name, partShape(declared.get(name) ?? [], encoding.get(name), part, schemas))
  }
  return { ...own, properties: parts }
}

function partShape(declared: readonly Schema[], encoding: Encoding | undefined, own: Shape, schemas: Schemas): Shape {
  if (declared.some((schema) => isBinary(schema, encoding, schemas))) return { kind: 'binary' }
  if (own.kind === 'object') return { kind: 'json' }
  if (own.kind !== 'array') return own
  const items = declared.flatMap((schema) => itemsOf(schema, schemas))
  if (items.some((schema) => isBinary(schema, encoding, schemas)))
    return { kind: 'array', items: [], of: { kind: 'binary' } }
  return own.of ? { kind: 'array', items: [], of: { kind: 'json' } } : own
}

function shape(schema: Schema, schemas: Schemas, depth: number): Shape {
  const types = typesOf(schema, schemas, new Set()) ?? guessedTypes(schema, schemas)
  if (!types) return anyScalar
  const scalars = scalarsOf(types)
  if (types.has('array')) return arrayShape(schema, schemas, depth)
  if (!types.has('object')) return { kind: 'scalar', types: scalars.length > 0 ? scalars : ['any'] }
  return objectShape(schema, scalars, schemas, depth)
}

function arrayShape(schema: Schema, schemas: Schemas, depth: number): Shape {
  const items = itemsOf(schema, schemas)
  const shapes = items.map((item) => (depth < maxDepth ? shape(item, schemas, depth + 1) : anyScalar))
  const nested = shapes.find((item) => item.kind !== 'scalar')
  if (nested) return { kind: 'array', items: [], of: nested }
  const types = new Set(shapes.flatMap((item) => (item.kind === 'scalar' ? item.types : [])))
  return { kind: 'array', items: types.size === 0 || types.has('any') ? ['any'] : [...types].sort(compareText) }
}

function objectShape(schema: Schema, scalars: readonly string[], schemas: Schemas, depth: number): Shape {
  const properties = new Map<string, Shape>()
  const below = (child: Schema): Shape => (depth < maxDepth ? shape(child, schemas, depth + 1) : anyScalar)
  for (const [name, declared] of propertiesOf(schema, schemas)) {
    const [first] = declared
    if (first) properties.set(name, below(first))
  }
  const rest = restOf(schema, schemas)
  const or = scalars.filter((type) => type !== 'null')
  return { kind: 'object', properties, ...(rest && { rest: below(rest) }), ...(or.length > 0 && { or }) }
}

function scalarsOf(types: ReadonlySet<JsonType>): string[] {
  return [...types].filter((type) => type !== 'array' && type !== 'object').sort(compareText)
}

/** Contracts often leave out `type: object`; keywords of objects and arrays say the same on the wire. */
function guessedTypes(schema: Schema, schemas: Schemas): Set<JsonType> | undefined {
  if (propertiesOf(schema, schemas).size > 0) return new Set(['object'])
  return itemsOf(schema, schemas).length > 0 ? new Set(['array']) : undefined
}

/** Types that the schema accepts; undefined: all of them. */
function typesOf(schema: Schema, schemas: Schemas, seen: Set<SchemaId>): Set<JsonType> | undefined {
  let types = schema.types ? new Set(schema.types) : schema.enum ? typesOfValues(schema.enum) : undefined
  if (schema.ref !== undefined && !seen.has(schema.ref)) {
    const target = schemas.get(schema.ref)
    if (target) types = both(types, typesOf(target, schemas, new Set(seen).add(schema.ref)))
  }
  for (const part of schema.allOf ?? []) types = both(types, typesOf(part, schemas, seen))
  for (const choice of [schema.anyOf, schema.oneOf]) if (choice) types = both(types, anyOfTypes(choice, schemas, seen))
  return types
}

function anyOfTypes(choice: readonly Schema[], schemas: Schemas, seen: Set<SchemaId>): Set<JsonType> | undefined {
  const all = new Set<JsonType>()
  for (const part of choice) {
    const types = typesOf(part, schemas, seen) ?? guessedTypes(part, schemas)
    if (!types) return undefined
    for (const type of types) all.add(type)
  }
  return all
}

function both(before: ReadonlySet<JsonType> | undefined, after: Set<JsonType> | undefined): Set<JsonType> | undefined {
  if (!before) return after
  if (!after) return new Set(before)
  const common = new Set<JsonType>()
  for (const type of before) {
    if (after.has(type) || (type === 'integer' && after.has('number'))) common.add(type)
    else if (type === 'number' && after.has('integer')) common.add('integer')
  }
  return common
}

function typesOfValues(values: NonNullable<Schema['enum']>): Set<JsonType> {
  return new Set(
    values.map((value): JsonType => {
      if (value === null) return 'null'
      if (Array.isArray(value)) return 'array'
      return typeof value as 'string' | 'number' | 'boolean' | 'object'
    }),
  )
}
