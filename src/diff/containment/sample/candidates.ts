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

export function createCandidates({ schemas, projection, text, random }: CandidateOptions): Candidates {
  let places = 0
  return { of: (together) => valuesOf(together, 0) }

  function valuesOf(together: readonly Schema[], depth: number): readonly JsonValue[] {
    if (places++ > mostPlaces || depth > deepest) return [null]
    const width = widths[depth] ?? 1
    // One of each case in turn, so that none is crowded out.
    const lists = casesOf(together, schemas).map((one) => valuesOfCase(one, depth))
    return unique(interleave(lists)).slice(0, width)
  }

  function valuesOfCase(together: Case, depth: number): readonly JsonValue[] {
    if (together.some(({ always }) => always === false)) return []
    const members = together.map((schema) => schema.enum).find((one) => one !== undefined)
    if (members) return [...members.slice(0, 20), ...members.slice(-3)]
    const given = together.flatMap((schema) => [
      ...(schema.default === undefined ? [] : [schema.default]),
      ...(schema.examples ?? []),
    ])
    const byType = typesOf(together).map((type): readonly JsonValue[] => {
      if (type === 'string') return textsOf(together, text)
      if (type === 'number' || type === 'integer') return numbersOf(together, type)
      if (type === 'boolean') return [true, false]
      if (type === 'null') return [null]
      return type === 'array' ? listsOf(together, depth) : objectsOf(together, depth)
    })
    return [...interleave(byType), ...given.slice(0, 3)]
  }

  function listsOf(together: Case, depth: number): readonly JsonValue[] {
    const least = Math.max(0, ...together.map(({ minItems = 0 }) => minItems))
    const most = Math.min(...together.map(({ maxItems = Number.POSITIVE_INFINITY }) => maxItems))
    const contained = together.flatMap(({ contains }) => contains ?? [])
    const prefix = Math.max(0, ...together.map(({ prefixItems = [] }) => prefixItems.length))
    const at = (index: number) =>
      valuesOf(
        together.flatMap((schema) => itemOf(schema, index) ?? []),
        depth + 1,
      )
    const first = at(prefix)
    const wanted = contained.flatMap((one) => valuesOf([one], depth + 1).slice(0, 2))
    const fill = (length: number, shift: number): JsonValue[] => {
      const pick = (values: readonly JsonValue[], index: number) =>
        values[(index + shift) % Math.max(1, values.length)] ?? null
      return Array.from({ length: Math.min(length, longestList) }, (_, index) =>
        pick(index < prefix ? at(index) : first, index),
      )
    }
    const lengths = [least, least + 1, prefix, prefix + 1, ...(Number.isFinite(most) ? [most, most - 1] : [3])]
    const lists = [...new Set(lengths)]
      .filter((length) => length >= least && length <= most)
      .map((length) => fill(length, 0))
    const base = lists.find((list) => list.length > 0) ?? []
    return [
      ...lists,
      ...(base.length > 0 ? first.slice(1).map((item) => base.with(-1, item)) : []),
      ...wanted.map((item) => [...fill(Math.max(0, least - 1), 0), item]),
      ...(base.length > 0 ? [[...base.slice(0, -1), base[0] as JsonValue, base[0] as JsonValue]] : []),
      fill(Math.max(least, Math.min(2, most)), 1),
    ]
  }

  function objectsOf(together: Case, depth: number): readonly JsonValue[] {
    const required = new Set(together.flatMap((schema) => schema.required ?? []))
    const declared = new Set(together.flatMap(({ properties }) => [...(properties?.keys() ?? [])]))
    for (const name of [...required, ...declared]) {
      if (isLeftOutOf(together, name)) {
        required.delete(name)
        declared.delete(name)
      }
    }
    const names = [...new Set([...required, ...declared, ...namesByPattern(together)])].slice(0, 60)
    const values = new Map(names.map((name) => [name, membersFor(together, name, depth)]))
    const pick = (name: string, index = 0): JsonValue => values.get(name)?.[index] ?? null
    const made = (chosen: Iterable<string>, with_: readonly [string, JsonValue][] = []): JsonObject =>
      Object.fromEntries([...[...chosen].map((name): [string, JsonValue] => [name, pick(name)]), ...with_])
    const optional = names.filter((name) => !required.has(name))
    const least = Math.max(0, ...together.map(({ minProperties = 0 }) => minProperties))
    const fillers = Array.from(
      { length: Math.min(20, Math.max(0, least - required.size)) },
      (_, index) => optional[index] ?? `x${index}`,
    )
    const base = new Set([...required, ...fillers])
    const found: JsonObject[] = [made(base), made(names)]
    for (const name of optional) found.push(made(new Set([...base, name])))
    for (const name of names) {
      for (const value of (values.get(name) ?? []).slice(1)) found.push(made(new Set([...base, name]), [[name, value]]))
    }
    found.push(made(base, [['x-unknown', 'x']]), made(names, [['x-unknown', 1]]))
    for (const name of optional) found.push(made(names.filter((other) => other !== name)))
    for (let round = 0; round < (depth === 0 ? 20 : 2) && names.length > 0; round++) {
      const chosen = names.filter((name) => base.has(name) || random.below(2) === 1)
      found.push(
        made(
          chosen,
          chosen.map((name) => [name, pick(name, random.below(values.get(name)?.length ?? 1))]),
        ),
      )
    }
    return found
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
    const asked = {
      minLength: 0,
      maxLength: Number.POSITIVE_INFINITY,
      notPatterns: [],
      formats: [],
      notFormats: [],
      excluded: new Set<string>(),
    }
    return together.flatMap(({ patternProperties, propertyNames }) => [
      ...[...(patternProperties?.keys() ?? [])].flatMap(
        (source) => text.several({ ...asked, patterns: [source] }, 2).values,
      ),
      ...(propertyNames ? valuesOf([propertyNames], deepest).filter((one) => typeof one === 'string') : []),
    ])
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

function interleave<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = lists.reduce((most, list) => Math.max(most, list.length), 0)
  return Array.from({ length: longest }, (_, index) =>
    lists.flatMap((list) => (index < list.length ? [list[index] as T] : [])),
  ).flat()
}

function unique(values: readonly JsonValue[]): readonly JsonValue[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]
}
