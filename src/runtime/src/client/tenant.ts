import { RequestError } from '../error/index.js'
import { own, setOwn, type WireParameter } from '../wire/index.js'
import type { CallInput, ClientOperation, TenantSource } from './types.js'

/** Header that carries the tenant along for comparison; never what decides. */
export const tenantHeader = 'x-tenant-id'

/** True where a call runs for exactly one tenant, or starts from one. */
export function bindsTenant({ scope }: ClientOperation): boolean {
  return scope === 'tenant' || scope === 'cross-tenant' || scope === 'shared'
}

/**
 * The header is compared with the caller's own tenant. A call across a boundary may have another one in a parameter: then
 * that is the tenant of the call, and only the credential says whose own it is.
 */
export function sendsTenantHeader(operation: ClientOperation): boolean {
  return bindsTenant(operation) && (operation.scope !== 'cross-tenant' || tenantParameters(operation).length === 0)
}

/**
 * Asks for the tenant of this call; undefined where none is configured, and for operators' and public calls: those name a
 * tenant by explicit choice, in their input.
 */
export async function tenantOf(
  operation: ClientOperation,
  source: TenantSource | undefined,
): Promise<string | undefined> {
  if (source === undefined || !bindsTenant(operation)) return undefined
  return checkTenant(typeof source === 'function' ? await source() : source)
}

/**
 * Visible ASCII without commas. Servers may be stricter; nothing is trimmed, folded or normalised here, because another
 * text would be another tenant.
 */
export function checkTenant(tenant: unknown): string {
  if (typeof tenant === 'string' && /^[\x21-\x2b\x2d-\x7e]{1,255}$/.test(tenant)) return tenant
  throw new RequestError('TK7104', 'it must be 1 to 255 characters of visible ASCII without commas')
}

/** The input with the tenant in every parameter that names it. What the caller gave there must agree with it. */
export function withTenant(operation: ClientOperation, input: CallInput, tenant: string | undefined): CallInput {
  const parameters = tenantParameters(operation)
  if (parameters.length === 0) return input
  const filled: Record<string, unknown> = { ...input }
  for (const parameter of parameters) {
    const given = valueOf(parameter, input)
    const value = given ?? tenant
    if (value === undefined && !bindsTenant(operation)) continue
    if (value === undefined) throw new RequestError('TK7103', `parameter \`${parameter.name}\` of ${operation.id}`)
    // Some contracts number their tenants.
    const text = checkTenant(typeof value === 'number' ? String(value) : value)
    const mustAgree = operation.scope === 'tenant' || operation.scope === 'shared'
    if (mustAgree && tenant !== undefined && text !== tenant) {
      throw new RequestError(
        'TK7104',
        `parameter \`${parameter.name}\` of ${operation.id} must be the call's own tenant`,
      )
    }
    const group = groupOf(parameter)
    const values = { ...(filled[group] as Readonly<Record<string, unknown>> | undefined) }
    setOwn(values, parameter.property ?? parameter.name, text)
    filled[group] = values
  }
  return filled
}

function tenantParameters({ parameters = [] }: ClientOperation): readonly WireParameter[] {
  return parameters.filter(({ tenantKey }) => tenantKey)
}

function valueOf(parameter: WireParameter, input: CallInput): unknown {
  return own(input[groupOf(parameter)], parameter.property ?? parameter.name)
}

/** Where the input keeps a parameter. */
export function groupOf(parameter: WireParameter): 'path' | 'query' | 'headers' | 'cookies' {
  switch (parameter.in) {
    case 'path':
      return 'path'
    case 'header':
      return 'headers'
    case 'cookie':
      return 'cookies'
    case 'query':
    case 'querystring':
      return 'query'
  }
}
