import { context, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api'
import type { Interceptor } from '../client/index.js'
import { pseudonymOf } from './pseudonym.js'

export interface TracedClientOptions {
  readonly tracer: Tracer
  /** 32 bytes or more: spans name tenants by a pseudonym then. Default: they name none. */
  readonly pseudonymKey?: Uint8Array | undefined
}

/**
 * For the option `interceptors` of a generated client: a client span for each attempt, which the server that is called
 * gets as its parent. Neither URLs nor bodies are in it.
 */
export function tracedClient({ tracer, pseudonymKey }: TracedClientOptions): Interceptor {
  const pseudonym = pseudonymKey && pseudonymOf(pseudonymKey)
  return async (request, next, { operation, tenant, attempt }) => {
    const span = tracer.startSpan(`${request.method} ${operation}`, {
      kind: SpanKind.CLIENT,
      attributes: {
        'http.request.method': request.method,
        'server.address': new URL(request.url).hostname,
        'tenantkit.operation': operation,
        ...(attempt > 1 && { 'http.request.resend_count': attempt - 1 }),
        ...(pseudonym && tenant !== undefined && { 'tenantkit.tenant': pseudonym(tenant) }),
      },
    })
    const { traceId, spanId, traceFlags } = span.spanContext()
    const headers = new Headers(request.headers)
    headers.set('traceparent', `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`)
    try {
      const response = await context.with(trace.setSpan(context.active(), span), () =>
        next(new Request(request, { headers })),
      )
      span.setAttribute('http.response.status_code', response.status)
      if (response.status >= 400) failed(String(response.status))
      return response
    } catch (error) {
      failed(error instanceof Error ? error.name : 'Error')
      throw error
    } finally {
      span.end()
    }

    function failed(type: string): void {
      span.setAttribute('error.type', type)
      span.setStatus({ code: SpanStatusCode.ERROR })
    }
  }
}
