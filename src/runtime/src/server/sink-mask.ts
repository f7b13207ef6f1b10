import type { View, Write } from '../codec/index.js'
import { TenantkitError, UnwritableError } from '../error/index.js'
import { createView, type Sink } from '../masking/index.js'
import { currentCall } from './bound-call.js'
import { report } from './call.js'

/** Where a service may send a value by itself; what callers and the idempotency store get is the server's own matter. */
export type OpenSink = Exclude<Sink, 'response' | 'idempotency-store'>

/**
 * Values of one schema as each sink may see them: declared properties only, and nothing above `internal`, whoever the
 * caller is. `hash`, `tokenize` and `encrypt` use the keys of the call that is being served, and hide everything outside
 * of one.
 */
export interface SinkMask<in T> {
  /** Data for a structured log. Never throws: what is no such value becomes `[masked]` as a whole. */
  log(value: T): unknown
  /** The same for attributes of spans. */
  trace(value: T): unknown
  /** The same for attributes of metrics. */
  metric(value: T): unknown
  /** The same for details of audit entries. */
  audit(value: T): unknown
  /** The same for what an error carries. */
  error(value: T): unknown
  /**
   * JSON for another service.
   *
   * @throws TenantkitError when the value is none of the schema, cannot be masked, or belongs to another tenant than the
   *   call.
   */
  event(value: T): string
}

/** What stands for a value that cannot be masked. */
const unreadable = '[masked]'

/** @param writers of the schema as it goes out and as it comes in; the first that can writes. */
export function createMask<T>(...writers: readonly Write[]): SinkMask<T> {
  const text = (value: unknown, sink: OpenSink): string => {
    const view = viewOf(sink)
    for (const write of writers.slice(0, -1)) {
      try {
        return write(value, view)
      } catch (error) {
        if (!(error instanceof UnwritableError)) throw error
      }
    }
    const last = writers.at(-1)
    if (!last) throw new UnwritableError('a schema')
    return last(value, view)
  }
  const data =
    (sink: OpenSink) =>
    (value: unknown): unknown => {
      try {
        return JSON.parse(text(value, sink)) as unknown
      } catch (error) {
        const call = currentCall()
        if (call) report(call.call, error)
        return unreadable
      }
    }
  return {
    log: data('log'),
    trace: data('trace'),
    metric: data('metric'),
    audit: data('audit'),
    error: data('error'),
    event(value) {
      try {
        return text(value, 'event')
      } catch (error) {
        // What a getter or a proxy throws may say anything.
        throw error instanceof TenantkitError ? error : new UnwritableError('a value that can be read')
      }
    },
  }
}

function viewOf(sink: OpenSink): View {
  const call = currentCall()
  return createView({
    // A log may speak of other tenants, what leaves the service may not.
    tenant: sink === 'event' ? call?.call.tenant : undefined,
    clearance: { max: 'internal', reveal: [] },
    sink,
    keys: call && (() => call.maskKeys),
  })
}
