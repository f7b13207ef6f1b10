import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { vi } from 'vitest'
import { type OpenTelemetryOptions } from '../../../src/runtime/src/otel/index.js'

/** All that anybody but the callee itself gets to read, by name. */
export interface Sinks {
  add(sink: string, what: unknown): void
  /** Everything that a sink got, as bytes. */
  dumps(): ReadonlyMap<string, Buffer>
}

export function createSinks(): Sinks {
  const parts = new Map<string, Buffer[]>()
  return {
    add(sink, what) {
      const bytes = Buffer.isBuffer(what)
        ? what
        : Buffer.from(typeof what === 'string' ? what : JSON.stringify({ what }))
      parts.set(sink, [...(parts.get(sink) ?? []), bytes])
    },
    dumps: () => new Map([...parts].map(([sink, all]) => [sink, Buffer.concat(all)])),
  }
}

export type Meter = NonNullable<OpenTelemetryOptions['meter']>

/** Spans and metrics as their SDK has them when it exports. */
export function telemetry(sinks: Sinks) {
  const spans = new InMemorySpanExporter()
  const tracer = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }).getTracer('canary')
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 2 ** 30 })
  const provider = new MeterProvider({ readers: [reader] })
  return {
    tracer,
    meter: provider.getMeter('canary'),
    async collect(): Promise<void> {
      await provider.forceFlush()
      for (const { name, attributes, status, events, links, resource } of spans.getFinishedSpans()) {
        sinks.add('trace', { name, attributes, status, events, links, resource: resource.attributes })
      }
      sinks.add('metric', exporter.getMetrics())
      await provider.shutdown()
    },
  }
}

/** Takes whatever is sent to it, and answers 200. */
export async function collector(sinks: Sinks): Promise<{ readonly url: string; close(): void }> {
  const http = createServer((message, response) => {
    sinks.add('otlp', message.rawHeaders.join('\n'))
    message.on('data', (bytes: Buffer) => sinks.add('otlp', bytes))
    message.on('end', () => response.end('{}'))
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1/logs`,
    close() {
      http.close()
      http.closeAllConnections()
    },
  }
}

/** Whatever anything prints while a run lasts. */
export function watchProcess(sinks: Sinks): () => void {
  const spies = [
    ...(['stdout', 'stderr'] as const).map((name) => vi.spyOn(process[name], 'write')),
    ...(['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name)),
  ]
  return () => {
    sinks.add('process', 'seen: ')
    for (const spy of spies) {
      for (const call of spy.mock.calls) sinks.add('process', call.map(String).join(' '))
      spy.mockRestore()
    }
  }
}
