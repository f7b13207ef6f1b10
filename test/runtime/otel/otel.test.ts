import { context, SpanKind, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTransport } from '../../../src/runtime/src/gen1/index.js'
import { openTelemetry, tracedClient } from '../../../src/runtime/src/otel/index.js'
import { acme, beta, createApp, orderOf, type TestHandler } from '../support/app.js'

const spans = new InMemorySpanExporter()
const tracer = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }).getTracer('test')
const metrics = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
const reader = new PeriodicExportingMetricReader({ exporter: metrics, exportIntervalMillis: 2 ** 30 })
const meter = new MeterProvider({ readers: [reader] }).getMeter('test')
const pseudonymKey = new Uint8Array(32).fill(7)
const telemetry = openTelemetry({ tracer, meter, pseudonymKey })

const traceId = 'ab'.repeat(16)
const traceparent = ['traceparent', `00-${traceId}-00f067aa0ba902b7-01`] as const
const getOrder: TestHandler = ({ tenant, path, respond }) => {
  tracer.startSpan('inside').end()
  return respond.ok(orderOf(tenant.id, path.orderId))
}
const app = (handlers: object = { getOrder }, options: object = { telemetry }) =>
  createApp(handlers as Parameters<typeof createApp>[0], options)
const finished = () =>
  spans.getFinishedSpans().map((span) => ({
    name: span.name,
    kind: span.kind,
    attributes: span.attributes,
    status: span.status.code,
    parent: span.parentSpanContext?.spanId,
    id: span.spanContext().spanId,
    traceId: span.spanContext().traceId,
  }))

beforeAll(() => void context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable()))
afterAll(() => context.disable())
beforeEach(() => spans.reset())

describe('a span of a call', () => {
  it('is named after the contract, and knows tenants by their pseudonyms', async () => {
    await app().call('/orders/o1', { as: acme, headers: [traceparent] })
    const [inside, server] = finished()
    expect(server).toMatchObject({
      name: 'GET /orders/{orderId}',
      kind: SpanKind.SERVER,
      traceId,
      parent: '00f067aa0ba902b7',
      attributes: {
        'http.request.method': 'GET',
        'http.route': '/orders/{orderId}',
        'http.response.status_code': 200,
        'tenantkit.operation': 'getOrder',
        'tenantkit.tenant': expect.stringMatching(/^[0-9a-f]{16}$/) as string,
      },
    })
    expect(inside).toMatchObject({ name: 'inside', traceId, parent: server?.id })
  })

  it('T79: has one pseudonym for each tenant, and another with another key', async () => {
    const tenantOf = async (as: object, key = pseudonymKey) => {
      spans.reset()
      await app({ getOrder }, { telemetry: openTelemetry({ tracer, pseudonymKey: key }) }).call('/orders/o1', {
        as: as as typeof acme,
      })
      return finished().at(-1)?.attributes['tenantkit.tenant']
    }
    const named = [await tenantOf(acme), await tenantOf(acme), await tenantOf(beta)]
    expect(named[0]).toBe(named[1])
    expect(new Set([...named, await tenantOf(acme, new Uint8Array(32).fill(8))]).size).toBe(3)
    expect(() => openTelemetry({ tracer, pseudonymKey: new Uint8Array(31) })).toThrow('TK7002')
  })

  it('tells why a call was refused, and of nobody who is not verified', async () => {
    await app().call('/orders/o1', { headers: [['X-Tenant-Id', 'acme']] })
    expect(finished()).toMatchObject([
      { name: 'GET /orders/{orderId}', attributes: { 'http.response.status_code': 401, 'tenantkit.code': 'TK7204' } },
    ])
    expect(JSON.stringify(finished())).not.toContain('tenantkit.tenant')
  })

  it('is an error where the server failed', async () => {
    const failing = () => {
      throw new Error('secret-1')
    }
    await app({ getOrder: failing }).call('/orders/o1', { as: acme })
    expect(finished()).toMatchObject([{ status: 2, attributes: { 'error.type': 'TK7216' } }])
  })

  it('T74: has nothing of what was sent or answered', async () => {
    const secret = 'canary-4711'
    const headers = [
      ['Cookie', `a=${secret}`],
      ['User-Agent', secret],
      ['tracestate', `x=${secret}`],
    ] as const
    await app().call(`/orders/${secret}?q=${secret}`, { as: { ...acme, sub: secret }, headers })
    await app().call(`/${secret}`, { method: 'GET', headers })
    await app().raw({ method: secret.toUpperCase(), target: `/orders/${secret}` })
    expect(finished().map(({ name }) => name)).toEqual(['inside', 'GET /orders/{orderId}', 'GET', '_OTHER'])
    expect(JSON.stringify(finished()).toLowerCase()).not.toContain(secret)
    await reader.forceFlush()
    expect(JSON.stringify(metrics.getMetrics()).toLowerCase()).not.toContain(secret)
  })

  it.each([
    ['is no trace', 'canary'],
    ['has zeros', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`],
    ['has a line of its own', `00-${traceId}-00f067aa0ba902b7-01\r\nx: y`],
  ])('T47: a traceparent that %s begins a new trace', async (_, sent) => {
    await app().raw({ method: 'GET', target: '/status', rawHeaders: ['traceparent', sent] })
    expect(finished()[0]).toMatchObject({ parent: undefined })
    expect(finished()[0]?.traceId).not.toBe(traceId)
  })

  it('shares its trace with the audit and the handler', async () => {
    const it = app({
      getOrder: ({ traceId: seen, respond }: Parameters<TestHandler>[0]) => respond.ok(orderOf('beta', seen)),
    })
    await it.call('/orders/o1', { as: acme })
    expect(it.audit.events[0]?.traceId).toBe(finished()[0]?.traceId)
  })

  it.each(['begin', 'run', 'end'] as const)('that fails to %s changes nothing about the answer', async (what) => {
    let ran = 0
    const broken = () => {
      throw new Error('broken')
    }
    const whole = { run: <T>(work: () => T) => work(), end: () => undefined }
    const failing = { begin: what === 'begin' ? broken : () => ({ ...whole, [what]: broken }) }
    const it = app(
      { getOrder: (request: Parameters<TestHandler>[0]) => (ran++, getOrder(request)) },
      { telemetry: failing },
    )
    expect((await it.call('/orders/o1', { as: acme })).status).toBe(200)
    expect([ran, it.errors.length]).toEqual([1, 1])
  })
})

describe('metrics of calls', () => {
  it('count refusals by code and know no tenant', async () => {
    await app().call('/orders/o1', { as: acme })
    await app().call('/orders/o1')
    await reader.forceFlush()
    const found = metrics.getMetrics().at(-1)?.scopeMetrics[0]?.metrics ?? []
    expect(found.map(({ descriptor }) => [descriptor.name, descriptor.unit])).toEqual([
      ['http.server.request.duration', 's'],
      ['tenantkit.server.refusals', '{request}'],
    ])
    expect(found[1]?.dataPoints.map(({ attributes }) => attributes)).toContainEqual({
      'tenantkit.operation': 'getOrder',
      'tenantkit.code': 'TK7204',
    })
    expect(JSON.stringify(found)).not.toMatch(/acme|tenantkit\.tenant/)
  })
})

describe('a span of a client', () => {
  it('is the parent of what the server does, one for each attempt', async () => {
    const sent: (string | null)[] = []
    let status = 503
    const fetch = async (request: RequestInfo | URL) => {
      sent.push((request as Request).headers.get('traceparent'))
      const answered = status
      status = 200
      return new Response(null, { status: answered })
    }
    const transport = createTransport(
      { name: 'Orders', baseUrl: 'https://orders.example', securitySchemes: {} },
      {
        tenant: 'acme',
        fetch,
        interceptors: [tracedClient({ tracer, pseudonymKey })],
        attempts: 2,
        environment: { sleep: () => new Promise<void>((resolve) => setImmediate(resolve)) },
      },
    )
    const operation = {
      id: 'getOrder',
      method: 'GET',
      path: '/orders/secret',
      scope: 'tenant',
      responses: [{ status: '200', content: [] }],
    } as const
    await transport.call(operation, {}, undefined)
    const made = finished()
    expect(made).toMatchObject([
      { name: 'GET getOrder', kind: SpanKind.CLIENT, status: 2, attributes: { 'http.response.status_code': 503 } },
      { name: 'GET getOrder', attributes: { 'http.response.status_code': 200, 'http.request.resend_count': 1 } },
    ])
    expect(sent).toEqual(made.map(({ traceId: of, id }) => `00-${of}-${id}-01`))
    expect(JSON.stringify(made)).not.toMatch(/secret|acme/)
    expect(trace.getActiveSpan()).toBeUndefined()
  })
})
