import { isLeftOut } from '../../../contract/annotation/index.js'
import type { Schema } from '../../../contract/model/index.js'
import { follow } from '../../../contract/schema/index.js'
import type { JsonObject, JsonValue } from '../../../util/own.js'
import type { TextSolver } from '../text/index.js'
import type { Projection, SchemaSide } from '../types.js'
import { type Case, casesOf } from './cases.js'
import type { Random } from './random.js'
import { numbersOf, textsOf, typesOf } from './scalars.js'

export interface CandidateOptions {
  readonly schemas: SchemaSide['schemas']
  readonly projection: Projection
  readonly text: TextSolver
  readonly random: Random
}

/** Values that schemas which hold together may accept: whether they do is for others to say. */
export interface Candidates {
  of(together: readonly Schema[]): readonly JsonValue[]
}

/** Levels of nesting below which only the simplest values are made. */
const deepest = 6
/** How many values are made at a place, by its depth. */
const widths = [80, 16, 8, 5, 3, 2, 1]
/** Places that are looked at for all values together. */
const mostPlaces = 3_000
const longestList = 20
const mostMembers = 60
const mostRandom = 20

const anyText = {
  minLength: 0,
  maxLength: Number.POSITIVE_INFINITY,
  notPatterns: [],
  formats: [],
  notFormats: [],
  excluded: new Set<string>(),
}

export function createCandidates({ schemas, projection, text, random }: CandidateOptions): Candidates {
  let places = 0
  return { of: (together) => valuesOf(together, 0) }

  function valuesOf(together: readonly Schema[], depth: number): readonly JsonValue[] {
    if (places++ > mostPlaces || depth > deepest) return [null]
    // One of each case in turn, so that none is crowded out.
    const values = inTurn(casesOf(together, schemas).map((one) => valuesOfCase(one, depth)))
    return take(values, widths[depth] ?? 1)
  }

  function* valuesOfCase(together: Case, depth: number): Iterable<JsonValue> {
    if (together.some(({ always }) => always === false)) return
    const members = together.map((schema) => schema.enum).find((one) => one !== undefined)
    if (members) {
      yield* members.slice(0, 20)
      yield* members.slice(-3)
      return
    }
    yield* inTurn(
      typesOf(together).map((type): Iterable<JsonValue> => {
        if (type === 'string') return textsOf(together, text)
        if (type === 'number' || type === 'integer') return numbersOf(together, type)
        if (type === 'boolean') return [true, false]
        if (type === 'null') return [null]
        return type === 'array' ? listsOf(together, depth) : objectsOf(together, depth)
      }),
    )
    for (const schema of together) {
      if (schema.default !== undefined) yield schema.default
      yield* (schema.examples ?? []).slice(0, 3)
    }
  }

  function* listsOf(together: Case, depth: number): Iterable<JsonValue> {
    const least = Math.max(0, ...together.map(({ minItems = 0 }) => minItems))
    const most = Math.min(...together.map(({ maxItems = Number.POSITIVE_INFINITY }) => maxItems))
    const prefix = Math.max(0, ...together.map(({ prefixItems = [] }) => prefixItems.length))
    const known = new Map<number, readonly JsonValue[]>()
    const at = (index: number): readonly JsonValue[] => {
      const place = Math.min(index, prefix)
      let values = known.get(place)
      if (!values) {
        values = valuesOf(
          together.flatMap((schema) => itemOf(schema, place) ?? []),
          depth + 1,
        )
        known.set(place, values)
      }
      return values
    }
    const fill = (length: number, shift: number): JsonValue[] =>
      Array.from({ length: Math.min(length, longestList) }, (_, index) => {
        const values = at(index)
        return values[(index + shift) % Math.max(1, values.length)] ?? null
      })
    const lengths = [least, least + 1, prefix, prefix + 1, ...(Number.isFinite(most) ? [most, most - 1] : [3])]
    const possible = lengths.filter((length) => length >= least && length <= most)
    for (const length of possible) yield fill(length, 0)
    const base = fill(possible.find((length) => length > 0) ?? 0, 0)
    if (base.length > 0) for (const item of at(base.length - 1).slice(1)) yield base.with(-1, item)
    for (const { contains } of together) {
      for (const item of contains ? valuesOf([contains], depth + 1).slice(0, 2) : [])
        yield [...fill(Math.max(0, least - 1), 0), item]
    }
    if (base.length > 0) yield [...base.slice(0, -1), base[0] as JsonValue, base[0] as JsonValue]
    yield fill(Math.max(least, Math.min(2, most)), 1)
  }

  function* objectsOf(together: Case, depth: number): Iterable<JsonValue> {
    const required = new Set(together.flatMap((schema) => schema.required ?? []))
    const declared = new Set(together.flatMap(({ properties }) => [...(properties?.keys() ?? [])]))
    for (const name of [...required, ...declared]) {
      if (isLeftOutOf(together, name)) {
        required.delete(name)
        declared.delete(name)
      }
    }
    const names = [...new Set([...required, ...declared, ...namesByPattern(together)])].slice(0, mostMembers)
    const known = new Map<string, readonly JsonValue[]>()
    const valuesFor = (name: string): readonly JsonValue[] => {
      let values = known.get(name)
      if (!values) {
        values = membersFor(together, name, depth)
        known.set(name, values)
      }
      return values
    }
    const made = (chosen: Iterable<string>, others: readonly (readonly [string, JsonValue])[] = []): JsonObject =>
      Object.fromEntries([...[...chosen].map((name) => [name, valuesFor(name)[0] ?? null] as const), ...others])
    const optional = names.filter((name) => !required.has(name))
    const least = Math.max(0, ...together.map(({ minProperties = 0 }) => minProperties))
    const missing = Math.min(longestList, Math.max(0, least - required.size))
    const fillers = Array.from({ length: missing }, (_, index) => optional[index] ?? `x${index}`)
    const base = new Set([...required, ...fillers])
    yield made(base)
    yield made(names)
    for (const name of optional) yield made(new Set([...base, name]))
    for (const name of names) {
      for (const value of valuesFor(name).slice(1)) yield made(new Set([...base, name]), [[name, value]])
    }
    yield made(base, [['x-unknown', 'x']])
    yield made(names, [['x-unknown', 1]])
    for (const name of optional) yield made(names.filter((other) => other !== name))
    for (let round = 0; round < mostRandom && names.length > 0; round++) {
      const chosen = names.filter((name) => base.has(name) || random.below(2) === 1)
      yield made(
        [],
        chosen.map((name) => [name, valuesFor(name)[random.below(valuesFor(name).length)] ?? null]),
      )
    }
  }

  function membersFor(together: Case, name: string, depth: number): readonly JsonValue[] {
    return valuesOf(
      together.flatMap((schema) => memberOf(schema, name)),
      depth + 1,
    )
  }

  function memberOf({ properties, patternProperties, additionalProperties }: Schema, name: string): readonly Schema[] {
    const found = [...(patternProperties ?? [])].flatMap(([source, member]) =>
      text.matches(source, name) ? [member] : [],
    )
    const declared = properties?.get(name)
    if (declared) found.push(declared)
    if (found.length === 0 && additionalProperties) found.push(additionalProperties)
    return found.map((schema) => follow(schema, schemas))
  }

  function namesByPattern(together: Case): readonly string[] {
    return together.flatMap(({ patternProperties, propertyNames }) => [
      ...[...(patternProperties?.keys() ?? [])].flatMap(
        (source) => text.several({ ...anyText, patterns: [source] }, 2).values,
      ),
      ...(propertyNames ? namesBy(propertyNames) : []),
    ])
  }

  /** Names are texts: what the schema says about other values is not looked at, so that it may refer to itself. */
  function namesBy(schema: Schema): readonly string[] {
    const names = casesOf([schema], schemas).map((together) => {
      const members = together.find((one) => one.enum !== undefined)?.enum
      const texts = typesOf(together).includes('string') ? textsOf(together, text) : []
      return members ? members.filter((member) => typeof member === 'string') : texts
    })
    return [...inTurn(names)].slice(0, 2)
  }

  function isLeftOutOf(together: Case, name: string): boolean {
    if (projection === 'none') return false
    const direction = projection === 'to-server' ? 'input' : 'output'
    return together.some(({ properties }) => {
      const member = properties?.get(name)
      return member !== undefined && isLeftOut(member, direction, schemas)
    })
  }
}

function itemOf({ prefixItems, items }: Schema, index: number): Schema | undefined {
  return prefixItems?.[index] ?? items
}

/** The first of each, then the second. */
export function* inTurn<T>(lists: readonly Iterable<T>[]): Iterable<T> {
  let open = lists.map((list) => list[Symbol.iterator]())
  while (open.length > 0) {
    const left: typeof open = []
    for (const list of open) {
      const next = list.next()
      if (next.done === true) continue
      left.push(list)
      yield next.value
    }
    open = left
  }
}

/** So many different values; of a source that goes on repeating itself, fewer. */
function take(values: Iterable<JsonValue>, count: number): readonly JsonValue[] {
  const found = new Map<string, JsonValue>()
  let looked = 0
  for (const value of values) {
    found.set(JSON.stringify(value), value)
    if (found.size >= count || ++looked > 5 * count + 20) break
  }
  return [...found.values()]
}
