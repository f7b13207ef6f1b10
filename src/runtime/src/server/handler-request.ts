import type { CallContext } from '../context/index.js'
import type { RoutedCall } from './call.js'
import type { DecodedRequest } from './decode-request.js'
import type { CallSignal } from './signal.js'
import type { IdempotencyContext } from './types.js'

/** What the handler gets: the decoded request, who is behind it, and how to answer. */
export function handlerRequest(
  call: RoutedCall,
  { parameters, body }: DecodedRequest,
  context: CallContext,
  signal: CallSignal,
  idempotency: IdempotencyContext | undefined,
): object {
  const { path, query, headers, cookies } = parameters
  const { respond } = call.operation
  return {
    path,
    query,
    headers,
    cookies,
    ...(body && { body: body.value, contentType: body.contentType }),
    tenant: context.tenant,
    principal: context.principal,
    traceId: context.traceId,
    ...(idempotency && { idempotency }),
    respond,
    get signal() {
      return signal.get()
    },
  }
}
