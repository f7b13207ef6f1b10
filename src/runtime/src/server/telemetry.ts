import type { RuntimeCode } from '../error/index.js'
import type { Call } from './call.js'
import type { HeaderReader } from './header-reader.js'
import type { ServerOptions } from './options.js'
import type { RequestLike } from './request.js'
import { traceparentOf } from './trace.js'

/** What is known of a call before anything is looked at. Nothing of it is verified. */
export interface CallStart {
  /** Of RFC 9110 and RFC 5789; `_OTHER` for whatever else a caller writes there. */
  readonly method: string
  /** W3C Trace Context, well-formed. */
  readonly traceparent: string | undefined
  readonly tracestate: string | undefined
}

/** What became of it. No value of the request or the answer, and no path but the contract's. */
export interface CallEnd {
  readonly status: number
  /** Undefined where none was found. */
  readonly operation: string | undefined
  /** As the contract writes it: `/orders/{orderId}`. */
  readonly route: string | undefined
  /** Verified. */
  readonly tenant: string | undefined
  /** Why it was refused; undefined where it was not. */
  readonly code: RuntimeCode | undefined
}

/** One call being measured. */
export interface CallSpan {
  /** 32 hex digits; undefined: the server's own choice. */
  readonly traceId?: string | undefined
  /** Runs the call so that what is measured inside of it belongs to it. */
  run<T>(work: () => T): T
  end(end: CallEnd): void
}

/** Where calls are measured. What it throws is reported, and changes nothing about the answer. */
export interface Telemetry {
  begin(start: CallStart): CallSpan
}

/**
 * Begins to measure a call. A telemetry that fails takes nothing with it: the call runs once, whatever becomes of what is
 * measured.
 */
export function beginSpan(options: ServerOptions, request: RequestLike, headers: HeaderReader): CallSpan | undefined {
  const { telemetry, onError } = options
  if (!telemetry) return undefined
  const safely = <T>(work: () => T): T | undefined => {
    try {
      return work()
    } catch (error) {
      try {
        onError?.(error, { operation: undefined, traceId: '' })
      } catch {
        // A log that fails must not take the call with it.
      }
      return undefined
    }
  }
  const span = safely(() => telemetry.begin(startOf(request, headers)))
  if (!span) return undefined
  return {
    traceId: span.traceId,
    run<T>(work: () => T): T {
      let made: { readonly result: T } | undefined
      const once = (): T => {
        made ??= { result: work() }
        return made.result
      }
      safely(() => span.run(once))
      return once()
    },
    end: (end) => {
      safely(() => span.end(end))
    },
  }
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'])

function startOf({ method }: RequestLike, headers: HeaderReader): CallStart {
  const traceparent = traceparentOf(headers)
  const states = traceparent === undefined ? [] : headers.all('tracestate')
  return {
    method: methods.has(method) ? method : '_OTHER',
    traceparent,
    tracestate: states.length === 0 ? undefined : states.join(','),
  }
}

export function endOf(call: Call, status: number, code: RuntimeCode | undefined): CallEnd {
  const { operation, tenant } = call
  return { status, operation: operation?.id, route: operation?.path, tenant, code }
}
