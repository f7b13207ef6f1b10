import {
  type Attributes,
  context,
  createTraceState,
  isSpanContextValid,
  type Meter,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api'
import { type Clock, systemClock } from '../context/index.js'
import type { CallEnd, CallStart, Telemetry } from '../server/index.js'
import { pseudonymOf } from './pseudonym.js'

export interface OpenTelemetryOptions {
  /** Default: no spans. */
  readonly tracer?: Tracer | undefined
  /** Default: no metrics. */
  readonly meter?: Meter | undefined
  /** 32 bytes or more: spans name tenants by a pseudonym then. Default: they name none. */
  readonly pseudonymKey?: Uint8Array | undefined
  readonly clock?: Clock | undefined
}

/** Seconds, as the semantic conventions advise for HTTP servers. */
const durations = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]

/**
 * A server span and metrics for each call, by the semantic conventions for HTTP (1.27): names come from the contract,
 * values of requests and answers are never in them. Metrics know no tenants: there may be a million of them.
 *
 * Spans: `http.request.method`, `http.route`, `http.response.status_code`, `error.type`, `tenantkit.operation`,
 * `tenantkit.tenant` (a pseudonym). Metrics: `http.server.request.duration` (s), `tenantkit.server.refusals` by code.
 */
export function openTelemetry(options: OpenTelemetryOptions): Telemetry {
  const { tracer, meter, pseudonymKey, clock = systemClock } = options
  const pseudonym = pseudonymKey && pseudonymOf(pseudonymKey)
  const duration = meter?.createHistogram('http.server.request.duration', {
    unit: 's',
    description: 'Duration of HTTP server requests.',
    advice: { explicitBucketBoundaries: durations },
  })
  const refusals = meter?.createCounter('tenantkit.server.refusals', {
    unit: '{request}',
    description: 'Requests that were refused, by the code of the refusal.',
  })
  return {
    begin(start) {
      const began = clock.now()
      const parent = parentOf(start)
      const span = tracer?.startSpan(
        start.method,
        { kind: SpanKind.SERVER, attributes: { 'http.request.method': start.method } },
        parent,
      )
      const active = span ? trace.setSpan(parent, span) : parent
      const spanContext = span?.spanContext()
      return {
        traceId: spanContext && isSpanContextValid(spanContext) ? spanContext.traceId : undefined,
        run: (work) => context.with(active, work),
        end(end) {
          const attributes = attributesOf(start, end)
          duration?.record((clock.now() - began) / 1000, attributes, active)
          if (end.code !== undefined) refusals?.add(1, { ...named(end), 'tenantkit.code': end.code }, active)
          if (!span) return
          if (end.route !== undefined) span.updateName(`${start.method} ${end.route}`)
          span.setAttributes({ ...attributes, ...named(end) })
          if (pseudonym && end.tenant !== undefined) span.setAttribute('tenantkit.tenant', pseudonym(end.tenant))
          if (end.code !== undefined) span.setAttribute('tenantkit.code', end.code)
          if (end.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
          span.end()
        },
      }
    },
  }
}

function attributesOf(start: CallStart, { status, route, code }: CallEnd): Attributes {
  return {
    'http.request.method': start.method,
    'http.response.status_code': status,
    ...(route !== undefined && { 'http.route': route }),
    ...(status >= 500 && { 'error.type': code ?? String(status) }),
  }
}

function named({ operation }: CallEnd): Attributes {
  return operation === undefined ? {} : { 'tenantkit.operation': operation }
}

/** The caller's span, by its headers alone: whatever is active here belongs to somebody else. */
function parentOf({ traceparent, tracestate }: CallStart): ReturnType<typeof trace.setSpanContext> {
  const [, traceId, spanId, flags] = traceparent?.split('-') ?? []
  if (traceId === undefined || spanId === undefined || flags === undefined) return ROOT_CONTEXT
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags: Number.parseInt(flags, 16) & 1,
    isRemote: true,
    ...(tracestate !== undefined && { traceState: createTraceState(tracestate) }),
  })
}
