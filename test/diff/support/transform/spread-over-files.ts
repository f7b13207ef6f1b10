import { isArray, isObject, type JsonObject, type JsonValue } from '../../../../src/util/own.js'

/** The document, with each of its named schemas in a file of its own beside it: texts by path. */
export function spreadOverFiles(document: JsonObject, file: string): Readonly<Record<string, string>> {
  const { components } = document
  if (!isObject(components) || !isObject(components['schemas'])) return { [file]: JSON.stringify(document) }
  const names = Object.keys(components['schemas'])
  const fileOf = new Map(names.map((name, index) => [name, `schema-${index}.json`]))
  const files = Object.entries(components['schemas']).map(([name, schema]) => [
    `schemas/${fileOf.get(name)}`,
    JSON.stringify(redirect(schema, ({ token, rest }) => inFile(token, rest))),
  ])
  const schemas = Object.fromEntries(names.map((name) => [name, { $ref: `schemas/${fileOf.get(name)}` }]))
  const root = { ...document, components: { ...components, schemas } }
  return { [file]: JSON.stringify(root), ...Object.fromEntries(files) }

  function inFile(token: string | undefined, rest: string): string {
    const name = token?.replaceAll('~1', '/').replaceAll('~0', '~')
    const own = name === undefined ? undefined : fileOf.get(decodeURIComponent(name))
    if (own === undefined) return `../${file}#${rest}`
    return rest === '' ? own : `${own}#${rest}`
  }
}

interface Target {
  /** The name of the schema as it stands in the reference, or in a mapping; absent for anything else in the document. */
  readonly token?: string
  readonly rest: string
}

function redirect(value: JsonValue, to: (target: Target) => string): JsonValue {
  if (isArray(value)) return value.map((each) => redirect(each, to))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      if (key === '$ref' && typeof each === 'string' && each.startsWith('#')) return [key, to(targetOf(each))]
      if (key === 'defaultMapping') return [key, redirectMapping({ each }, to)['each'] as JsonValue]
      if (key === 'mapping' && isObject(each)) return [key, redirectMapping(each, to)]
      return [key, redirect(each, to)]
    }),
  )
}

function redirectMapping(mapping: JsonObject, to: (target: Target) => string): JsonObject {
  return Object.fromEntries(
    Object.entries(mapping).map(([name, ref]) => [
      name,
      typeof ref === 'string' ? to(ref.startsWith('#') ? targetOf(ref) : { token: ref, rest: '' }) : ref,
    ]),
  )
}

function targetOf(ref: string): Target {
  const [, token, rest = ''] = /^#\/components\/schemas\/([^/]+)(\/.*)?$/.exec(ref) ?? []
  return token === undefined ? { rest: ref.slice(1) } : { token, rest }
}
