import type { JsonType, Schema } from '../../../contract/model/index.js'
import { canonicalText } from '../../../util/canonical-text.js'
import { compareText } from '../../../util/compare.js'
import { sameData } from '../../../util/same-data.js'

/** A schema that says with its own keywords what several plain ones say together, and what could not be said with one. */
export interface Together {
  readonly said: Partial<Schema>
  /** Keywords that several have, each in a schema of its own. */
  readonly apart: readonly Partial<Schema>[]
}

/** Whether what the schema says by itself can be said by another one just as well: nothing in it looks at its neighbours. */
export function isPlain(schema: Schema): boolean {
  for (const field in schema) if (!plain.has(field)) return false
  return true
}

/** Whether it limits values with keywords of its own. */
export function saysSomething(schema: Partial<Schema>): boolean {
  for (const field in schema) if (!silent.has(field)) return true
  return false
}

/** The keywords that containment reads, of schemas that hold together. All of them but `first` are plain. */
export function sayTogether(first: Schema, others: readonly Schema[]): Together {
  const apart: Partial<Schema>[] = []
  const merged = new Set<string>(others.flatMap((schema) => Object.keys(schema)).filter((field) => merges.has(field)))
  const own = Object.entries(first).filter(([field]) => !merged.has(field))
  const joined = [...merged].map((field): readonly [string, unknown] => {
    const values = [first, ...others].map((schema): unknown => schema[field as keyof Schema])
    const said = values.filter((value) => value !== undefined)
    const value = merges.get(field)?.(said, { first, part: (one) => apart.push({ [field]: one }) })
    return [field, value]
  })
  return { said: Object.fromEntries([...own, ...joined.filter(([, value]) => value !== undefined)]), apart }
}

interface Merging {
  readonly first: Schema
  readonly part: (value: unknown) => void
}

/** From what several say of one keyword, at least one value, to what one says. */
type Merge = (values: readonly unknown[], merging: Merging) => unknown

function limit(choose: (...values: number[]) => number): Merge {
  return (values) => choose(...(values as number[]))
}

/** What cannot be joined stays a schema for each, whoever says it. */
function whole(values: readonly unknown[], { part }: Merging): unknown {
  const [value, ...others] = distinct(values)
  if (others.length === 0) return value
  for (const one of [value, ...others]) part(one)
  return undefined
}

/** Of all items: beside a tuple, the rest of them is meant. */
function items(values: readonly unknown[], merging: Merging): unknown {
  const { first, part } = merging
  if (!first.prefixItems) return whole(values, merging)
  for (const value of distinct(first.items ? values.slice(1) : values)) part(value)
  return first.items
}

function properties(values: readonly unknown[], { first, part }: Merging): unknown {
  const maps = values as readonly NonNullable<Schema['properties']>[]
  // The names that a schema declares are no further ones to it, and may not get more.
  const isFixed = first.additionalProperties !== undefined || first.patternProperties !== undefined
  const own = isFixed && first.properties ? maps.slice(0, 1) : []
  const byName = new Map<string, Schema[]>()
  for (const map of maps.slice(own.length))
    for (const [name, member] of map) {
      const known = byName.get(name)
      if (known) known.push(member)
      else byName.set(name, [member])
    }
  const once = new Map<string, Schema>()
  for (const [name, members] of byName) {
    const [member, ...others] = new Set(members)
    if (others.length === 0) once.set(name, member as Schema)
    else for (const each of new Set(members)) part(new Map([[name, each]]))
  }
  if (!isFixed) return once.size > 0 ? once : undefined
  if (once.size > 0) part(once)
  return first.properties
}

function types(values: readonly unknown[]): readonly JsonType[] {
  const [start = [], ...others] = values as readonly (readonly JsonType[])[]
  return others.reduce((left, list) => {
    const narrowed = left.flatMap((type): readonly JsonType[] => {
      if (list.includes(type) || (type === 'integer' && list.includes('number'))) return [type]
      return type === 'number' && list.includes('integer') ? ['integer'] : []
    })
    return [...new Set(narrowed)]
  }, start)
}

function values(lists: readonly unknown[]): Schema['enum'] {
  const [start = [], ...others] = lists as readonly NonNullable<Schema['enum']>[]
  return others.reduce((left, list) => {
    const known = new Set(list.map(canonicalText))
    return left.filter((value) => known.has(canonicalText(value)))
  }, start)
}

function names(lists: readonly unknown[]): readonly string[] {
  return [...new Set((lists as readonly (readonly string[])[]).flat())].sort(compareText)
}

function distinct(values: readonly unknown[]): readonly unknown[] {
  return values.filter((value, index) => values.findIndex((other) => isSame(other, value)) === index)
}

function isSame(before: unknown, after: unknown): boolean {
  const isSchema = typeof before === 'object' && before !== null && 'kind' in before
  return isSchema ? before === after : sameData(before, after)
}

const merges: ReadonlyMap<string, Merge> = new Map<keyof Schema, Merge>([
  ['types', types],
  ['enum', values],
  ['required', names],
  ['properties', properties],
  ['items', items],
  ['uniqueItems', (flags) => flags.includes(true)],
  ...(['minLength', 'minItems', 'minProperties', 'minimum', 'exclusiveMinimum'] as const).map(
    (field) => [field, limit(Math.max)] as const,
  ),
  ...(['maxLength', 'maxItems', 'maxProperties', 'maximum', 'exclusiveMaximum'] as const).map(
    (field) => [field, limit(Math.min)] as const,
  ),
  ...(['pattern', 'format', 'multipleOf'] as const).map((field) => [field, whole] as const),
])

/** What containment does not read. */
const silent: ReadonlySet<string> = new Set<string>([
  ...(['kind', 'at', 'name', 'title', 'description', 'default', 'examples', 'deprecated', 'readOnly'] as const),
  ...(['writeOnly', 'enumNames', 'enumDescriptions', 'discriminator', 'contentEncoding'] as const),
  ...(['contentMediaType', 'contentSchema', 'classification', 'tenantKey', 'retention', 'residency'] as const),
  'lifecycle',
] satisfies readonly (keyof Schema)[])

/** What does not look at other keywords of its schema. */
const plain: ReadonlySet<string> = new Set([...merges.keys(), ...silent, 'allOf', 'ref'])
