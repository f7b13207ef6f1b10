import { type Clock, systemClock } from '../context/index.js'
import { ConfigurationError } from '../error/index.js'
import type { AuditDetail, AuditEvent, AuditSink } from './types.js'

export interface OtlpOptions {
  /** Of the collector's log endpoint, as `http://127.0.0.1:4318/v1/logs`. */
  readonly url: string | URL
  /** `service.name` of the resource. */
  readonly service: string
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Entries of one request. Default: 200. */
  readonly batch?: number | undefined
  /** Entries that may wait. Default: 10,000. */
  readonly limit?: number | undefined
  /** Milliseconds that an entry waits for others. Default: 1,000. */
  readonly every?: number | undefined
  /** Attempts of one request. Default: 5. */
  readonly attempts?: number | undefined
  readonly fetch?: typeof globalThis.fetch | undefined
  readonly clock?: Clock | undefined
}

export interface OtlpSink extends AuditSink {
  /** Resolves when the collector has taken the entry; rejects when it did not, or too many wait. */
  write(event: AuditEvent): Promise<void>
  /** Sends what waits now. */
  flush(): Promise<void>
}

interface Waiting {
  readonly event: AuditEvent
  readonly done: () => void
  readonly failed: (error: Error) => void
}

/** What may pass by itself (OTLP 1.5, "Failures" of OTLP/HTTP). */
const transient = new Set([429, 502, 503, 504])

/** Sends entries as log records over OTLP/HTTP in JSON, several at a time. */
export function toOtlp(options: OtlpOptions): OtlpSink {
  const { batch = 200, limit = 10_000, every = 1000, attempts = 5, clock = systemClock } = options
  const { fetch = globalThis.fetch, headers = {} } = options
  const url = new URL(options.url)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new ConfigurationError('OTLP is sent by http or https')
  let waiting: Waiting[] = []
  let underway: Promise<void> = Promise.resolve()
  let open = 0
  let cancel: (() => void) | undefined
  return { write, flush }

  function write(event: AuditEvent): Promise<void> {
    if (open >= limit) return Promise.reject(new RangeError('too many audit entries wait to be sent'))
    open++
    return new Promise((resolve, reject) => {
      const over = (then: () => void) => () => {
        open--
        then()
      }
      waiting.push({ event, done: over(resolve), failed: (error) => over(() => reject(error))() })
      if (waiting.length >= batch) void flush()
      else cancel ??= clock.after(every, () => void flush())
    })
  }

  function flush(): Promise<void> {
    cancel?.()
    cancel = undefined
    const entries = waiting
    waiting = []
    if (entries.length > 0) underway = underway.then(() => sendAll(entries))
    return underway
  }

  async function sendAll(entries: readonly Waiting[]): Promise<void> {
    for (let start = 0; start < entries.length; start += batch) {
      const sent = entries.slice(start, start + batch)
      try {
        await send(
          JSON.stringify(
            requestOf(
              options.service,
              sent.map(({ event }) => event),
            ),
          ),
        )
        for (const { done } of sent) done()
      } catch (error) {
        for (const { failed } of sent) failed(error as Error)
      }
    }
  }

  async function send(body: string): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const response = await attemptOnce(body)
      if (response?.ok) return
      if (attempt >= attempts || (response && !transient.has(response.status))) {
        throw new RangeError(`the collector did not take audit entries: ${response?.status ?? 'not reachable'}`)
      }
      await new Promise<void>((resolve) => clock.after(Math.min(100 * 2 ** attempt, 5000), resolve))
    }
  }

  async function attemptOnce(body: string): Promise<{ readonly ok: boolean; readonly status: number } | undefined> {
    try {
      const signal = AbortSignal.timeout(10_000)
      const response = await fetch(url, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body,
        redirect: 'error',
        signal,
      })
      await response.body?.cancel()
      return response
    } catch {
      return undefined
    }
  }
}

/** `ExportLogsServiceRequest` in the JSON mapping of OTLP. */
function requestOf(service: string, events: readonly AuditEvent[]): object {
  return {
    resourceLogs: [
      {
        resource: { attributes: [attribute('service.name', service)] },
        scopeLogs: [{ scope: { name: '@tenantkit/runtime' }, logRecords: events.map(recordOf) }],
      },
    ],
  }
}

function recordOf({ at, event, traceId, details, ...rest }: AuditEvent): object {
  const named = Object.entries({ ...rest, ...prefixed(details) }).filter(([, value]) => value !== undefined)
  return {
    timeUnixNano: `${Date.parse(at)}000000`,
    severityNumber: 9,
    severityText: 'INFO',
    body: { stringValue: event },
    attributes: [
      attribute('event.name', `tenantkit.audit.${event}`),
      ...named.map(([name, value]) => attribute(`tenantkit.${name}`, value as AuditDetail)),
    ],
    traceId,
  }
}

function prefixed(details: AuditEvent['details']): Record<string, AuditDetail> {
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [`details.${name}`, value]))
}

function attribute(key: string, value: AuditDetail): object {
  return { key, value: valueOf(value) }
}

function valueOf(value: AuditDetail): object {
  if (typeof value === 'string') return { stringValue: value }
  if (typeof value === 'boolean') return { boolValue: value }
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? { intValue: String(value) } : { doubleValue: value }
  return { arrayValue: { values: value.map(valueOf) } }
}
