import {
  type BinaryContent,
  createServer,
  type IdempotencyContext,
  type Principal,
  type ServerContract,
  type Tenant,
} from '../../../src/runtime/src/gen1/server/index.js'
import type { Authentication, Authenticator, ServerOptions } from '../../../src/runtime/src/index.js'
import { memoryIdempotency, type RequestLike, type ResponseLike } from '../../../src/runtime/src/index.js'
import {
  type CapturingAudit,
  capturingAudit,
  type ManualClock,
  manualClock,
  seededRandom,
} from '../../../src/runtime/src/testing/index.js'
import { contract as orders } from './contract.js'
import { openLine } from './transport.js'

type Respond = (...parts: readonly unknown[]) => unknown

/** What handlers of these tests read, of whatever operation. */
export interface TestRequest {
  readonly tenant: Tenant
  readonly principal: Principal
  readonly path: { readonly orderId: string }
  readonly query: Readonly<Record<string, unknown>>
  readonly body: { readonly sku: string; readonly supplier: string } & BinaryContent & AsyncIterable<unknown>
  readonly contentType: string
  readonly idempotency: IdempotencyContext
  readonly signal: AbortSignal
  readonly traceId: string
  readonly respond: {
    readonly ok: Respond
    readonly created: Respond
    readonly notFound: Respond
    readonly conflict: Respond
    readonly tooManyRequests: Respond
  }
}
export type TestHandler = (request: TestRequest) => unknown

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly bytes: Uint8Array
  readonly json: unknown
}

export interface Call {
  readonly method?: string
  /** Claims of the caller; `undefined`: no credentials. */
  readonly as?: Readonly<Record<string, unknown>> | undefined
  /** Name and value, as often as wanted. */
  readonly headers?: readonly (readonly [string, string])[]
  readonly body?: unknown
  readonly signal?: AbortSignal
}

export interface App {
  call(target: string, call?: Call): Promise<Answer>
  raw(request: Partial<RequestLike>): Promise<ResponseLike>
  readonly audit: CapturingAudit
  readonly clock: ManualClock
  readonly errors: unknown[]
}

export const acme = { sub: 'ann', tenant_id: 'acme' }
export const beta = { sub: 'bob', tenant_id: 'beta' }

/** A bearer token that is its claims: what verification gives is another test's matter. */
export const believing: Authenticator = {
  authenticate({ value }): Authentication {
    if (value === 'bad') return { outcome: 'refused', reason: 'bad' }
    if (value === 'down') return { outcome: 'unavailable', reason: 'down' }
    const claims = JSON.parse(Buffer.from(value, 'base64url').toString()) as Record<string, unknown>
    const { sub, iss, scopes = [] } = claims as { sub?: string; iss?: string; scopes?: string[] }
    return {
      outcome: 'authenticated',
      principal: { id: sub ?? 'someone', issuer: iss, scopes, clearance: undefined, claims },
    }
  },
}

export function tokenOf(claims: Readonly<Record<string, unknown>>): string {
  return Buffer.from(JSON.stringify(claims)).toString('base64url')
}

export function createApp(
  handlers: Readonly<Record<string, TestHandler>>,
  options: Partial<ServerOptions> & { contract?: ServerContract } = {},
): App {
  const audit = capturingAudit()
  const clock = manualClock()
  const errors: unknown[] = []
  const { contract = orders, ...rest } = options
  const missing = (): never => {
    throw new TypeError('not the handler of this test')
  }
  const all = Object.fromEntries(contract.operations.map(({ id }) => [id, handlers[id] ?? missing]))
  const server = createServer(contract, {
    handlers: all,
    authenticate: believing,
    idempotency: memoryIdempotency({ clock }),
    audit,
    clock,
    random: seededRandom(),
    onError: (error) => errors.push(error),
    ...rest,
  })
  const exchange = openLine(server)
  const raw = (request: Partial<RequestLike>): Promise<ResponseLike> =>
    exchange({ method: 'GET', target: '/', rawHeaders: [], ...request })
  return {
    raw,
    audit,
    clock,
    errors,
    async call(target, { method = 'GET', as, headers = [], body, signal } = {}) {
      const isJson = body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array)
      const rawHeaders = [
        ...(as ? ['Authorization', `Bearer ${tokenOf(as)}`] : []),
        ...(isJson ? ['Content-Type', 'application/json'] : []),
        ...headers.flat(),
      ]
      const answer = await raw({
        method,
        target,
        rawHeaders,
        ...(signal && { signal }),
        ...(body !== undefined && { body: bytesOf(isJson ? JSON.stringify(body) : body) }),
      })
      return answerOf(answer)
    },
  }
}

function bytesOf(body: unknown): Uint8Array<ArrayBuffer> {
  return body instanceof Uint8Array ? new Uint8Array(body) : new TextEncoder().encode(String(body))
}

export async function answerOf({ status, headers, body }: ResponseLike): Promise<Answer> {
  const bytes = await bytesOfBody(body)
  const text = bytes.toString()
  const sent = new Headers()
  for (const [name, value] of headers) sent.append(name, value)
  return {
    status,
    headers: sent,
    text,
    bytes,
    json: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : undefined,
  }
}

export async function textOf(body: ResponseLike['body']): Promise<string> {
  return (await bytesOfBody(body)).toString()
}

async function bytesOfBody(body: ResponseLike['body']): Promise<Buffer> {
  if (body === undefined || typeof body === 'string' || body instanceof Uint8Array) return Buffer.from(body ?? '')
  const chunks: Buffer[] = []
  for await (const chunk of body) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

export const orderOf = (tenantId: string, id = 'o1'): { id: string; tenantId: string; email: string } => ({
  id,
  tenantId,
  email: `${id}@${tenantId}.example`,
})
