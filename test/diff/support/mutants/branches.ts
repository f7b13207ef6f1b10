import { isArray, isObject, type JsonObject, type JsonValue } from '../../../../src/util/own.js'
import { at, entries, type Path } from './paths.js'

/** A branch of a composition below which the effect of an edit is still certain. */
export interface Branch {
  readonly path: Path
  /** Members that others have a say about. */
  readonly shared: ReadonlySet<string>
}

/** What may stand beside the branches without limiting the value. */
const words = new Set(['title', 'description', 'example', 'examples', 'deprecated', 'externalDocs', 'default'])

/**
 * The branches of a schema that is nothing but a composition: of a choice if no value fits two of them, so that what one
 * of them refuses is refused; of `allOf` if each is an object of its own. A discriminator knows its branches by name,
 * and an edit would take a branch out of its name, so that those are left out.
 */
export function branchesOf(document: JsonObject, path: Path): readonly Branch[] {
  const schema = at(document, path)
  if (!isObject(schema)) return []
  const limiting = Object.keys(schema).filter((key) => !words.has(key) && !key.startsWith('x-'))
  const [keyword = ''] = limiting
  const list = schema[keyword]
  if (limiting.length !== 1 || !isArray(list) || list.length < 2) return []
  const paths = list.map((_, index) => [...path, keyword, index])
  const branches = paths.map((each) => at(document, each))
  if (!branches.every((branch): branch is JsonObject => isObject(branch) && !('$ref' in branch))) return []
  if (keyword === 'allOf') return partsOf(paths, branches)
  return keyword === 'oneOf' || keyword === 'anyOf' ? alternativesOf(paths, branches) : []
}

function partsOf(paths: readonly Path[], parts: readonly JsonObject[]): readonly Branch[] {
  const own = new Set(['type', 'properties', 'required', ...words])
  const isPart = (part: JsonObject) =>
    (part['type'] === undefined || part['type'] === 'object') &&
    Object.keys(part).every((key) => own.has(key) || key.startsWith('x-'))
  if (!parts.every(isPart)) return []
  return paths.map((path, index) => {
    const others = parts.filter((_, other) => other !== index)
    const named = others.flatMap((other) => [...Object.keys(membersOf(other)), ...requiredOf(other)])
    return { path, shared: new Set(named) }
  })
}

function alternativesOf(paths: readonly Path[], alternatives: readonly JsonObject[]): readonly Branch[] {
  const tags = new Set<string>()
  for (const [index, one] of alternatives.entries()) {
    for (const other of alternatives.slice(index + 1)) {
      if (typesOf(one)?.some((type) => typesOf(other)?.includes(type)) === false && typesOf(other)) continue
      const tag = tagOf(one, other)
      if (tag === undefined) return []
      tags.add(tag)
    }
  }
  return paths.map((path) => ({ path, shared: tags }))
}

/** The types of a schema, an integer being a number; undefined: it does not say. */
function typesOf({ type, nullable }: JsonObject): readonly JsonValue[] | undefined {
  const types = isArray(type) ? type : typeof type === 'string' ? [type] : undefined
  return (
    types && [...types.map((each) => (each === 'integer' ? 'number' : each)), ...(nullable === true ? ['null'] : [])]
  )
}

/** A member that both always have, and never with the same value. */
function tagOf(one: JsonObject, other: JsonObject): string | undefined {
  if (one['type'] !== 'object' || other['type'] !== 'object' || one['nullable'] || other['nullable']) return undefined
  return requiredOf(one).find((name) => {
    const values = valuesOf(membersOf(one)[name])
    const others = valuesOf(membersOf(other)[name])
    return requiredOf(other).includes(name) && values && others && !values.some((value) => others.includes(value))
  })
}

/** The texts that a schema is limited to; undefined: it is not. */
function valuesOf(schema: JsonValue | undefined): readonly JsonValue[] | undefined {
  if (!isObject(schema)) return undefined
  const values = 'const' in schema ? [schema['const']] : schema['enum']
  return isArray(values) && values.every((value) => typeof value === 'string') ? values : undefined
}

function membersOf({ properties }: JsonObject): JsonObject {
  return Object.fromEntries(entries(properties))
}

export function requiredOf({ required }: JsonObject): readonly string[] {
  return isArray(required) ? required.filter((name) => typeof name === 'string') : []
}
