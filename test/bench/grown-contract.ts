/** What JSON gives: the benchmark asks for nothing but where paths and components stand. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined }
type Fields = Record<string, Json | undefined>

export interface GrownContract {
  readonly before: string
  readonly after: string
}

/**
 * Two versions of a contract that is `times` as large as its smallest form: an eighth of the paths and the components
 * that they lead to, repeated under other names. In the later version, each copy has one edit: a new parameter.
 */
export function growContract(text: string, times: number): GrownContract {
  const { openapi, info, paths, components } = JSON.parse(text) as Fields & { paths: Fields; components?: Fields }
  const chosen = Object.fromEntries(Object.entries(paths).filter((_, index) => index % 8 === 0))
  const needed = reached(chosen, components ?? {})
  const before: Fields = {}
  const after: Fields = {}
  const parts: Record<string, Fields> = {}
  for (let copy = 0; copy < times; copy++) {
    const renamed = renameAll(chosen, copy)
    Object.assign(before, renamed)
    Object.assign(after, withParameter(renamed))
    for (const [section, named] of Object.entries(needed)) {
      parts[section] = { ...parts[section], ...(renameAll({ [section]: named }, copy)[section] as Fields) }
    }
  }
  const { securitySchemes } = components ?? {}
  const whole = { ...parts, ...(securitySchemes !== undefined && { securitySchemes }) }
  return {
    before: JSON.stringify({ openapi, info, paths: before, components: whole }),
    after: JSON.stringify({ openapi, info, paths: after, components: whole }),
  }
}

/** The components that are referred to, and those that these refer to, by section. */
function reached(start: Json, components: Fields): Record<string, Fields> {
  const found: Record<string, Fields> = {}
  const pending = [start]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const [, section, name] of JSON.stringify(next).matchAll(/"#\/components\/([^/"]+)\/([^/"]+)/g)) {
      const component = (components[section!] as Fields | undefined)?.[name!]
      const known = (found[section!] ??= {})
      if (component === undefined || Object.hasOwn(known, name!)) continue
      known[name!] = component
      pending.push(component)
    }
  }
  return found
}

/** The first level of names is that of paths or sections; components and what refers to them carry the copy's number. */
function renameAll(fields: Fields, copy: number): Fields {
  const text = JSON.stringify(fields)
    .replace(/"#\/components\/([^/"]+)\/([^/"]+)/g, `"#/components/$1/copy-${copy}-$2`)
    .replace(/"operationId":"/g, `"operationId":"copy-${copy}-`)
  const renamed = Object.entries(JSON.parse(text) as Fields).map(([name, value]) =>
    name.startsWith('/')
      ? [`/copy-${copy}${name}`, value]
      : [name, Object.fromEntries(Object.entries(value as Fields).map(([key, one]) => [`copy-${copy}-${key}`, one]))],
  )
  return Object.fromEntries(renamed) as Fields
}

/** The paths with a required parameter in the first operation of the first of them. */
function withParameter(paths: Fields): Fields {
  const [path, item] = Object.entries(paths)[0] as [string, Fields]
  const [method, operation] = Object.entries(item).find(([name]) => methods.has(name)) as [string, Fields]
  const added = { name: 'benchmark', in: 'query', required: true, schema: { type: 'string' } }
  const parameters = [...((operation['parameters'] ?? []) as readonly Json[]), added]
  return { ...paths, [path]: { ...item, [method]: { ...operation, parameters } } }
}

const methods = new Set(['get', 'put', 'post', 'delete', 'patch'])
