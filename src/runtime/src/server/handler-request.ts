import type { CallContext, Principal, Tenant } from '../context/index.js'
import type { RoutedCall } from './call.js'
import type { DecodedRequest } from './decode-request.js'
import type { Responders } from './responders.js'
import type { CallSignal } from './signal.js'
import type { IdempotencyContext } from './types.js'

/**
 * What the handler gets: the decoded request, who is behind it, and how to answer. Its signal is an accessor of the class:
 * an object with an accessor of its own gets a shape of its own, which takes microseconds to make and lives until the next
 * full collection.
 */
class DecodedCall {
  readonly path: Readonly<Record<string, unknown>>
  readonly query: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, unknown>>
  readonly cookies: Readonly<Record<string, unknown>>
  readonly tenant: Tenant | undefined
  readonly principal: Principal | undefined
  readonly traceId: string
  readonly respond: Responders
  readonly body?: unknown
  readonly contentType?: string
  readonly idempotency?: IdempotencyContext
  readonly #signal: CallSignal

  constructor(
    { operation: { respond } }: RoutedCall,
    { parameters, body }: DecodedRequest,
    { tenant, principal, traceId }: CallContext,
    signal: CallSignal,
    idempotency: IdempotencyContext | undefined,
  ) {
    this.path = parameters.path
    this.query = parameters.query
    this.headers = parameters.headers
    this.cookies = parameters.cookies
    this.tenant = tenant
    this.principal = principal
    this.traceId = traceId
    this.respond = respond
    if (body) {
      this.body = body.value
      this.contentType = body.contentType
    }
    if (idempotency) this.idempotency = idempotency
    this.#signal = signal
  }

  get signal(): AbortSignal {
    return this.#signal.get()
  }
}

export function handlerRequest(
  call: RoutedCall,
  decoded: DecodedRequest,
  context: CallContext,
  signal: CallSignal,
  idempotency: IdempotencyContext | undefined,
): object {
  return new DecodedCall(call, decoded, context, signal, idempotency)
}
