/** What handlers may answer compiles, and what the contract rules out does not. Compiled with the output, never run. */
import { type Authenticate, type IdempotencyStore, notImplemented } from '@tenantkit/runtime/gen1/server'
import { createOrdersServer, type OrdersHandlers } from '../_expected/server.js'
import type { OrdersTagHandlers } from '../_expected/server/orders.js'
import type { Order } from '../_expected/types/order.js'

declare const order: Order
declare const rest: Omit<OrdersHandlers, 'createOrder' | 'getOrder' | 'cancelOrder'>
declare const authenticate: Authenticate
declare const idempotency: IdempotencyStore

export const handlers: OrdersHandlers = {
  ...rest,
  async createOrder({ body, tenant, principal, idempotency: { key, fence }, respond, signal, traceId }) {
    const said: string = body.email + tenant.id + principal.id + key + fence + traceId + signal.aborted
    return respond.created(order, { location: said })
  },
  getOrder({ path, respond }) {
    return path.orderId === 'none' ? respond.notFound({ type: 'about:blank' }) : { status: 200, body: order, headers: { etag: '1' } }
  },
  cancelOrder: () => ({ status: 204 }),
}

// @ts-expect-error operations are missing
export const missing: OrdersHandlers = { createOrder: handlers.createOrder }

export const stub: Pick<OrdersHandlers, 'getOrder'> = {
  getOrder() {
    throw notImplemented('getOrder')
  },
}

export const wrong: Partial<OrdersTagHandlers> = {
  // @ts-expect-error the contract declares no 200
  createOrder: () => ({ status: 200, body: order }),
  // @ts-expect-error the body of a 200 is an order
  updateOrder: () => ({ status: 200, body: { id: 1 } }),
  // @ts-expect-error the ETag is required
  getOrder: ({ respond }) => respond.ok(order),
  // @ts-expect-error no such answer
  cancelOrder: ({ respond }) => respond.ok(order),
  // @ts-expect-error reading declares no idempotency
  listOrders: ({ idempotency: { key } }) => Promise.reject(key),
}

createOrdersServer({ handlers, authenticate, idempotency })
// @ts-expect-error operations declare idempotency, so a store is needed
createOrdersServer({ handlers, authenticate })
// @ts-expect-error operations ask for a caller
createOrdersServer({ handlers, idempotency })
// @ts-expect-error handlers are missing
createOrdersServer({ handlers: stub, authenticate, idempotency })
