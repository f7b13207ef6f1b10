import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Clock, systemClock, type Telemetry } from '@tenantkit/runtime'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { AttemptSeen } from '../webhooks/index.js'

/** Numbers of the process and its calls, as Prometheus reads them. No organisation stands in them: there may be many. */
export interface Prometheus {
  readonly telemetry: Telemetry
  /** A fault of our own while a contract was looked at. */
  countDefect(): void
  /** An attempt to deliver an event to a webhook. */
  countAttempt(attempt: AttemptSeen): void
  text(): Promise<string>
  readonly contentType: string
  close(): void
}

export interface PrometheusSettings {
  /** Default: the system's. */
  readonly clock?: Clock | undefined
  /** Deliveries that wait, of the whole database; asked for when the numbers are read. */
  readonly waiting: () => Promise<number>
}

export function createPrometheus({ clock = systemClock, waiting }: PrometheusSettings): Prometheus {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'Duration of HTTP server requests.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  })
  const refusals = new Counter({
    name: 'tenantkit_server_refusals_total',
    help: 'Requests that were refused, by the code of the refusal.',
    labelNames: ['operation', 'code'],
    registers: [registry],
  })
  const defects = new Counter({
    name: 'tenantkit_catalog_defects_total',
    help: 'Faults of the catalog itself while it looked at contracts.',
    registers: [registry],
  })
  const attempts = new Histogram({
    name: 'tenantkit_catalog_webhook_attempt_duration_seconds',
    help: 'Duration of attempts to deliver an event to a webhook, by what came of them.',
    labelNames: ['outcome'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15],
    registers: [registry],
  })
  new Gauge({
    name: 'tenantkit_catalog_webhook_deliveries_waiting',
    help: 'Deliveries to webhooks that wait, of all processes of this database.',
    registers: [registry],
    async collect() {
      this.set(await waiting())
    },
  })
  return {
    telemetry: {
      begin({ method }) {
        const began = clock.now()
        return {
          run: (work) => work(),
          end({ status, route = 'none', operation = 'none', code }) {
            duration.observe({ method, route, status }, (clock.now() - began) / 1000)
            if (code !== undefined) refusals.inc({ operation, code })
          },
        }
      },
    },
    countDefect: () => defects.inc(),
    countAttempt: ({ outcome, milliseconds }) => attempts.observe({ outcome }, milliseconds / 1000),
    text: () => registry.metrics(),
    contentType: registry.contentType,
    close: () => registry.clear(),
  }
}

export interface MetricsServer {
  /** `http://127.0.0.1:9464/metrics` */
  readonly url: string
  close(): Promise<void>
}

/** A port of their own: who calls the catalog need not see how much it does. Rejects when the port cannot be had. */
export function serveMetrics(prometheus: Prometheus, host: string, port: number): Promise<MetricsServer> {
  const server = createServer((message, response) => {
    if (message.method !== 'GET' || message.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    void prometheus.text().then(
      (body) => response.writeHead(200, { 'content-type': prometheus.contentType }).end(body),
      () => response.writeHead(500).end(),
    )
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, () => {
      server.off('error', reject)
      const { address, family, port: given } = server.address() as AddressInfo
      resolve({
        url: `http://${family === 'IPv6' ? `[${address}]` : address}:${given}/metrics`,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            server.closeAllConnections()
          }),
      })
    })
  })
}
