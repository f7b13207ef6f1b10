import { inspect } from 'node:util'
import type { Attributes, Tracer } from '@opentelemetry/api'
import { isTenantkitError, sensitive } from '../../../src/runtime/src/index.js'
import type { Modules } from './run.js'
import type { Secrets } from './secrets.js'
import type { Meter, Sinks } from './sinks.js'

export interface HandlerParts {
  readonly modules: Modules
  readonly secrets: Secrets
  readonly sinks: Sinks
  readonly tracer: Tracer
  readonly meter: Meter
  /** Logs orders as they are: what a service does wrong that does not use its masks. */
  readonly logsUnmasked: boolean
  /** The service behind this one. */
  readonly ledger: ReturnType<Modules['createClient']> | undefined
}

interface Request {
  readonly tenant: { readonly id: string }
  readonly query: { readonly limit?: number }
  readonly body?: object
  readonly respond: Readonly<Record<string, (...parts: readonly unknown[]) => unknown>>
}

/** What goes wrong in a handler; its text is its own, and nobody else's to repeat. */
class HandlerError extends Error {
  override readonly name = 'HandlerError'
}

/** `limit` says what the handler does: answer, or fail in one of the ways in which handlers do. */
export const ways = { answer: 0, refuse: 1, fail: 2, foreign: 3, malformed: 4, undeclared: 5 } as const

export function handlersOf({ modules, secrets, sinks, tracer, meter, logsUnmasked, ledger }: HandlerParts): object {
  const counter = meter.createCounter('orders')
  const orderOf = (tenantId: string): Record<string, unknown> => ({
    id: 'order-1',
    tenantId,
    sku: 'sku-1',
    email: `${secrets.of('answer email')}@${secrets.of('answer host')}.example`,
    note: secrets.of('answer note'),
    card: secrets.of('answer card'),
    token: secrets.of('answer token'),
    hashed: secrets.of('answer hashed'),
    sealed: secrets.of('answer sealed'),
    removed: secrets.of('answer removed'),
    tags: [secrets.of('answer tag'), secrets.of('answer second tag')],
    labels: { label: secrets.of('answer label') },
    deep: { inner: secrets.of('answer deep') },
    undeclared: secrets.of('answer undeclared'),
  })

  /** All that a service writes down of an order by itself. */
  const writeDown = (order: object, mask: Modules['orderMask']): void => {
    sinks.add('log', logsUnmasked ? order : mask.log(order))
    const attributes = flat(mask.trace(order))
    tracer.startSpan('work', { attributes }).end()
    counter.add(1, flat(mask.metric(order)))
    sinks.add('audit line', mask.audit(order))
    sinks.add('log', inspect(new Error(JSON.stringify(mask.error(order)))))
    sinks.add('event', mask.event(order))
    const held = sensitive(order)
    sinks.add('log', `${String(held)} ${JSON.stringify({ held })} ${inspect({ held }, { depth: 9, showHidden: true })}`)
  }

  const handle = async ({ tenant, query, body, respond }: Request, done: string): Promise<unknown> => {
    const order = orderOf(tenant.id)
    writeDown(order, modules.orderMask)
    if (body) writeDown(body, modules.newOrderMask)
    if (ledger) await ledger['getOrder']?.({ path: { orderId: 'order-1' } })
    switch (query.limit) {
      case ways.refuse:
        return (respond['conflict'] ?? respond['notFound'])?.({ title: 'no', detail: secrets.of('problem detail') })
      case ways.fail:
        throw new HandlerError(secrets.of('exception'), { cause: new Error(secrets.of('cause')) })
      case ways.foreign:
        return respond[done]?.({ ...orderOf(secrets.of('foreign tenant')), id: secrets.of('foreign id') })
      case ways.malformed:
        return respond[done]?.({ ...order, id: [secrets.of('malformed value')], [secrets.of('malformed name')]: 1 })
      case ways.undeclared:
        return { status: 418, body: secrets.of('undeclared answer') }
      default:
        return respond[done]?.(order)
    }
  }
  return {
    getOrder: (request: Request) => handle(request, 'ok'),
    createOrder: (request: Request) => handle(request, 'created'),
    exportOrders({ tenant, query, respond }: Request) {
      async function* rows(): AsyncGenerator<object> {
        yield orderOf(tenant.id)
        if (query.limit === ways.fail) throw new HandlerError(secrets.of('stream exception'))
        if (query.limit === ways.foreign) yield orderOf(secrets.of('foreign tenant of a stream'))
        if (query.limit === ways.malformed) yield { ...orderOf(tenant.id), id: [secrets.of('malformed item')] }
      }
      return respond['ok']?.(rows())
    },
  }
}

/** Attributes as OpenTelemetry takes them. */
function flat(value: unknown): Attributes {
  const entries = Object.entries(value as object).map(([name, part]) => [name, JSON.stringify(part)])
  return Object.fromEntries(entries) as Attributes
}

/** Everything that an error says of itself. */
export function shown(error: unknown): string {
  const stack = error instanceof Error ? error.stack : ''
  const deep = inspect(error, { depth: 9, showHidden: true, getters: false })
  return [String(error), JSON.stringify(error), stack, deep, isTenantkitError(error)].join('\n')
}
