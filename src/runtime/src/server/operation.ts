import { own, type WireParameter } from '../wire/index.js'
import type { Header } from './request.js'
import { type Responders, respondersOf } from './responders.js'
import { type PreparedSelection, prepareSelection } from './selection/index.js'
import type {
  ServerContract,
  ServerMedia,
  ServerOperation,
  ServerParameter,
  ServerResponse,
  ServerSecurityScheme,
} from './types.js'

export type Handler = (request: object) => unknown

/** One scheme of an alternative, with the scopes that it must bring. */
export interface Requirement {
  readonly name: string
  readonly scheme: ServerSecurityScheme
  readonly scopes: readonly string[]
}

/** An operation with everything worked out that does not depend on a request. */
export interface PreparedOperation {
  readonly id: string
  readonly method: string
  /** With the base path. */
  readonly path: string
  readonly operation: ServerOperation
  readonly handler: Handler
  readonly parameters: readonly ServerParameter[]
  /** Those that name the tenant. */
  readonly tenantParameters: readonly ServerParameter[]
  /** Names that would be taken for a tenant although the contract does not declare them. */
  readonly strayTenantParameters: readonly WireParameter[]
  /** Each alternative needs all of its schemes; an empty one lets everybody in. No alternatives: nothing is asked. */
  readonly security: readonly (readonly Requirement[])[]
  /** Where there is one alternative, of one scheme. */
  readonly onlyRequirement: Requirement | undefined
  /** Media types of successful answers. */
  readonly offers: readonly string[]
  readonly respond: Responders
  /** What the answer depends on, for `Vary`; undefined: on nothing. */
  readonly vary: Header | undefined
  readonly bindsTenant: boolean
  /**
   * Keys of the tenant. `required`: what it answers is masked with them, or kept under them, so that it is not executed
   * without. `wanted`: what its handler logs may be.
   */
  readonly keys: 'required' | 'wanted' | 'none'
  /** By what callers may choose; undefined: by anything. */
  readonly selection: PreparedSelection | undefined
}

/** Where an operation is not public and the contract names no security, a bearer token is asked for. */
const impliedScheme: Requirement = { name: 'bearer', scheme: { type: 'http', scheme: 'bearer' }, scopes: [] }

export function prepareOperation(
  operation: ServerOperation,
  contract: ServerContract,
  handler: Handler,
  basePath: string,
): PreparedOperation {
  const parameters = operation.parameters ?? []
  const security = securityOf(operation, contract)
  const offers = offersOf(operation)
  return {
    id: operation.id,
    method: operation.method.toUpperCase(),
    path: `${basePath}${operation.path}`,
    operation,
    handler,
    parameters,
    tenantParameters: parameters.filter(({ tenantKey }) => tenantKey),
    strayTenantParameters: strayTenantParameters(parameters),
    security,
    onlyRequirement: security.length === 1 && security[0]?.length === 1 ? security[0][0] : undefined,
    offers,
    respond: respondersOf(operation),
    vary: varyOf(security, offers),
    bindsTenant: operation.scope === 'tenant' || operation.scope === 'shared' || operation.scope === 'cross-tenant',
    keys: keysFor(operation, contract),
    selection: prepareSelection(operation.selection, parameters),
  }
}

function securityOf(operation: ServerOperation, contract: ServerContract): readonly (readonly Requirement[])[] {
  const alternatives = operation.security ?? []
  if (alternatives.length === 0) return operation.scope === 'public' ? [] : [[impliedScheme]]
  return alternatives.map((alternative) =>
    Object.entries(alternative).map(([name, scopes]) => ({
      name,
      // A scheme that the contract does not define can never be met.
      scheme: own(contract.securitySchemes, name) ?? { type: 'mutualTLS' },
      scopes,
    })),
  )
}

function keysFor(operation: ServerOperation, { keyedMasks }: ServerContract): PreparedOperation['keys'] {
  if (operation.idempotency || operation.responses.some(isMaskedWithKeys)) return 'required'
  return keyedMasks ? 'wanted' : 'none'
}

function isMaskedWithKeys({ content }: ServerResponse): boolean {
  return content.some(({ codec }) => codec?.keyed === true)
}

function offersOf({ responses }: ServerOperation): readonly string[] {
  const successes = responses.filter(({ status }) => status.startsWith('2'))
  const counted = successes.length > 0 ? successes : responses.filter(({ status }) => status === 'default')
  // A success without content is acceptable to everybody.
  if (counted.some(({ content }) => content.length === 0)) return []
  return [...new Set(counted.flatMap(({ content }) => content.map(({ mediaType }: ServerMedia) => mediaType)))]
}

function varyOf(security: readonly (readonly Requirement[])[], offers: readonly string[]): Header | undefined {
  const names = new Set<string>(offers.length > 1 ? ['accept'] : [])
  for (const { scheme } of security.flat()) {
    if (scheme.type !== 'apiKey') names.add('authorization')
    else if (scheme.in === 'header') names.add(scheme.name.toLowerCase())
    else if (scheme.in === 'cookie') names.add('cookie')
  }
  return names.size === 0 ? undefined : ['vary', [...names].sort().join(', ')]
}

const tenantNames = ['tenant', 'tenantId', 'tenant_id']

function strayTenantParameters(parameters: readonly ServerParameter[]): readonly WireParameter[] {
  if (parameters.some((parameter) => parameter.in === 'querystring')) return []
  const declared = new Set(parameters.filter((each) => each.in === 'query').map(({ name }) => name))
  return tenantNames
    .filter((name) => !declared.has(name))
    .map((name) => ({ name, in: 'query', shape: { kind: 'array', items: ['string'] } }))
}
