import { metrics, trace } from '@opentelemetry/api'
import type { CallSpan, Telemetry } from '@tenantkit/runtime'
import { openTelemetry } from '@tenantkit/runtime/otel'

/** Spans and metrics by OpenTelemetry. They go nowhere unless the process was started with an SDK. */
export function openTelemetryOfProcess(): Telemetry {
  const name = 'tenantkit-catalog'
  return openTelemetry({ tracer: trace.getTracer(name), meter: metrics.getMeter(name) })
}

/** Measures each call in two places; the first one names the trace. */
export function inBoth(first: Telemetry, second: Telemetry): Telemetry {
  return {
    begin(start): CallSpan {
      const [one, other] = [first.begin(start), second.begin(start)]
      return {
        traceId: one.traceId ?? other.traceId,
        run: (work) => one.run(() => other.run(work)),
        end(end) {
          one.end(end)
          other.end(end)
        },
      }
    },
  }
}
