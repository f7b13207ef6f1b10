import { setOwn } from '../wire/index.js'
import type { ServerOperation, ServerResponse } from './types.js'

/** `respond.created(order)`: one function for each declared answer, the same for every call. */
export type Responders = Readonly<Record<string, (...parts: readonly unknown[]) => PlainReply>>

/** A reply as handlers give it; what it may be is settled by the types, and checked again. */
export interface PlainReply {
  readonly status: unknown
  readonly contentType?: unknown
  readonly body?: unknown
  readonly headers?: unknown
}

export function respondersOf(operation: ServerOperation): Responders {
  const responders: Record<string, (...parts: readonly unknown[]) => PlainReply> = {}
  for (const response of operation.responses) setOwn(responders, response.responder, responderOf(response))
  return Object.freeze(responders)
}

/** Arguments come in this order, as far as the answer has them: status, content type, body, headers. */
function responderOf({ status, content }: ServerResponse): (...parts: readonly unknown[]) => PlainReply {
  const isFixed = /^\d{3}$/.test(status)
  return (...parts) => {
    const rest = [...parts]
    return {
      status: isFixed ? Number(status) : rest.shift(),
      ...(content.length > 1 && { contentType: rest.shift() }),
      body: content.length > 0 ? rest.shift() : undefined,
      headers: rest.shift(),
    }
  }
}
