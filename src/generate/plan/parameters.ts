import type { Header, HttpOperation, Idempotency, Parameter, ScopeName } from '../../contract/model/index.js'
import { reservedPropertyNames } from './reserved.js'
import type { ParameterGroup, PlannedHeader, PlannedParameter } from './types.js'
import { toStyle } from './words.js'

const groupOf: Readonly<Record<Parameter['in'], ParameterGroup>> = {
  path: 'path',
  query: 'query',
  querystring: 'query',
  header: 'headers',
  cookie: 'cookies',
}

/** OpenAPI 3.2, section 4.12.2: header parameters of these names are ignored; media types and security say them. */
const ignoredHeaders: ReadonlySet<string> = new Set(['accept', 'content-type', 'authorization'])

/**
 * The parameters of an operation by the group they have in its input. The header of the idempotency key is left out: the
 * call makes the key, and options override it. What names the tenant comes from the client where the scope binds one; an
 * operator's call names it by explicit choice.
 */
export function planParameters(
  operation: HttpOperation,
  idempotency: Idempotency | undefined,
  scope: ScopeName,
): Readonly<Record<ParameterGroup, readonly PlannedParameter[]>> {
  const bindsTenant = scope === 'tenant' || scope === 'cross-tenant' || scope === 'shared'
  const keyHeader = idempotency?.key.in === 'header' ? idempotency.key.name.toLowerCase() : undefined
  const groups: Record<ParameterGroup, Parameter[]> = { path: [], query: [], headers: [], cookies: [] }
  for (const parameter of operation.parameters) {
    const name = parameter.name.toLowerCase()
    if (parameter.in === 'header' && (ignoredHeaders.has(name) || name === keyHeader)) continue
    groups[groupOf[parameter.in]].push(parameter)
  }
  const planned = (parameters: readonly Parameter[]): readonly PlannedParameter[] => {
    const properties = propertyNames(parameters.map(({ name }) => name))
    return parameters.map((parameter, index) => ({
      parameter,
      property: properties[index] ?? '',
      fromTenant: bindsTenant && parameter.tenantKey !== undefined,
    }))
  }
  return {
    path: planned(groups.path),
    query: planned(groups.query),
    headers: planned(groups.headers),
    cookies: planned(groups.cookies),
  }
}

/** The declared headers of a response, without `Content-Type` (OpenAPI 3.2, section 4.17). */
export function planHeaders(headers: readonly Header[]): readonly PlannedHeader[] {
  const declared = headers.filter(({ name }) => name.toLowerCase() !== 'content-type')
  const properties = propertyNames(declared.map(({ name }) => name.toLowerCase()))
  return declared.map((header, index) => ({ header, property: properties[index] ?? '' }))
}

/** A name that is an identifier stays as it is, any other becomes one; each once, in order of declaration. */
function propertyNames(names: readonly string[]): readonly string[] {
  const taken = new Set(names.filter(isProperty))
  return names.map((name) => {
    if (isProperty(name)) return name
    let wanted = toStyle(name, 'camel')
    if (wanted === '' || /^\p{Nd}/u.test(wanted)) wanted = toStyle(`parameter ${wanted}`, 'camel')
    if (reservedPropertyNames.has(wanted)) wanted += 'Parameter'
    let property = wanted
    for (let number = 2; taken.has(property); number++) property = `${wanted}${number}`
    taken.add(property)
    return property
  })
}

function isProperty(name: string): boolean {
  return name.length <= 100 && /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) && !reservedPropertyNames.has(name)
}
