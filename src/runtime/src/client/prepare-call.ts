import { RequestError } from '../error/index.js'
import {
  encodeCookies,
  encodeHeader,
  encodePath,
  encodeQuery,
  headerName,
  headerValue,
  isToken,
  own,
} from '../wire/index.js'
import { joinUrl, parseBaseUrl } from './base-url.js'
import { withIdempotencyKey } from './idempotency.js'
import { encodeBody, type RequestBody } from './request-body.js'
import { groupOf, sendsTenantHeader, tenantHeader, tenantOf, withTenant } from './tenant.js'
import type {
  CallInput,
  CallOptions,
  ClientContract,
  ClientEnvironment,
  ClientOperation,
  TransportOptions,
} from './types.js'

/** Everything of a call that stays the same over its attempts; what is missing are the credentials. */
export interface PreparedCall {
  readonly operation: ClientOperation
  readonly url: URL
  readonly headers: Headers
  readonly body: RequestBody | undefined
  readonly tenant: string | undefined
  /** True when a repeated request has one effect only. */
  readonly isKeyed: boolean
}

export interface CallParts {
  readonly contract: ClientContract
  readonly options: TransportOptions
  readonly environment: ClientEnvironment
}

/** Checks and writes a call. Throws a RequestError; nothing has been sent then. */
export async function prepareCall(
  { contract, options, environment }: CallParts,
  operation: ClientOperation,
  given: CallInput,
  call: CallOptions | undefined,
): Promise<PreparedCall> {
  const tenant = await tenantOf(operation, options.tenant)
  const input = withTenant(operation, given, tenant)
  const keyed = withIdempotencyKey(operation, input, call, environment.uuid)
  requireAll(operation, input, keyed.header?.name)
  const body = encodeBody(operation, { ...input, body: keyed.body }, environment.uuid)
  const headers = new Headers()
  for (const more of [options.headers, call?.headers]) {
    for (const [name, value] of Object.entries(more ?? {})) headers.set(headerName(name), headerValue(name, value))
  }
  writeHeaders(headers, operation, input)
  if (body) headers.set('content-type', body.contentType)
  if (keyed.header) headers.set(headerName(keyed.header.name), keyed.header.value)
  const home = options.baseUrl ?? contract.baseUrl
  const base = parseBaseUrl(options.baseUrl ?? operation.baseUrl ?? contract.baseUrl)
  const isHome = home !== undefined && parseBaseUrl(home).origin === base.origin
  if (tenant !== undefined && contract.propagatesTenant && sendsTenantHeader(operation)) {
    // Another origin is another party: it learns nothing of our tenants.
    if (isHome) headers.set(tenantHeader, tenant)
    else headers.delete(tenantHeader)
  }
  const parameters = operation.parameters ?? []
  const inQuery = parameters.filter((parameter) => parameter.in === 'query' || parameter.in === 'querystring')
  const path = encodePath(operation.path, parameters, input.path)
  const url = joinUrl(base, path, [encodeQuery(inQuery, input.query)])
  return { operation, url, headers, body, tenant, isKeyed: keyed.isKeyed }
}

function requireAll(operation: ClientOperation, input: CallInput, keyHeader: string | undefined): void {
  for (const parameter of operation.parameters ?? []) {
    const { name, property = name, required } = parameter
    if (!required || name.toLowerCase() === keyHeader?.toLowerCase()) continue
    if (own(input[groupOf(parameter)], property) === undefined) {
      throw new RequestError('TK7102', `${parameter.in} parameter \`${name}\` of ${operation.id}`)
    }
  }
}

function writeHeaders(headers: Headers, operation: ClientOperation, input: CallInput): void {
  const parameters = operation.parameters ?? []
  for (const parameter of parameters) {
    if (parameter.in !== 'header') continue
    const value = encodeHeader(parameter, own(input.headers, parameter.property ?? parameter.name))
    if (value !== undefined) headers.set(headerName(parameter.name), value)
  }
  const cookies = encodeCookies(parameters, input.cookies)
  if (cookies !== undefined) headers.set('cookie', cookies)
  if (!headers.has('accept')) headers.set('accept', acceptOf(operation))
}

/** All media types that the contract declares for answers, and problems, which may always come. */
function acceptOf({ responses }: ClientOperation): string {
  const types = new Set(responses.flatMap(({ content }) => content.map(({ mediaType }) => mediaType)))
  if (types.size === 0) return '*/*'
  types.add('application/problem+json')
  // The contract is no authority on what is safe in a header.
  const isSafe = (type: string): boolean => type.split(/[/;=]/).every((piece) => isToken(piece.trim()))
  return [...types].filter(isSafe).join(', ') || '*/*'
}
