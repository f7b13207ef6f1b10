import { randomUUID } from 'node:crypto'
import type { OrdersHandlers } from './generated/orders/server.js'
import type { Order } from './generated/orders/types/order.js'

/** How often an order was really placed: a replayed call must not add to it. */
export interface Shop {
  readonly handlers: OrdersHandlers
  placed(): number
}

/** A shop in memory. `tenant` is verified before any of this runs; there is no other way to get one. */
export function createShop(): Shop {
  const orders = new Map<string, Order>()
  const suspended = new Set<string>()
  let placed = 0

  const notFound = { title: 'There is no such order', status: 404 }
  const ownOrder = (tenant: string, id: string): Order | undefined => {
    const order = orders.get(id)
    return order?.tenantId === tenant ? order : undefined
  }

  const handlers: OrdersHandlers = {
    listOrders({ tenant, respond }) {
      const items = [...orders.values()].filter((order) => order.tenantId === tenant.id)
      return respond.ok({ items })
    },
    createOrder({ body, tenant, respond }) {
      placed++
      const { payment, ...rest } = body
      const order: Order = {
        ...rest,
        id: randomUUID(),
        tenantId: tenant.id,
        state: 'open',
        amount: 129.9,
        card: '4111111111111111',
        payment: payment.method === 'card' ? { method: 'card', holder: payment.holder, lastFour: '1111' } : payment,
        createdAt: '2026-01-31T10:00:00Z',
      }
      orders.set(order.id, order)
      return respond.created(order, { location: `/orders/${order.id}` })
    },
    getOrder({ path, respond }) {
      // The mistake that this quickstart is about: the tenant is forgotten, so anybody's order is found.
      const order = orders.get(path.orderId)
      return order ? respond.ok(order, { etag: '"1"' }) : respond.notFound(notFound)
    },
    updateOrder({ path, body, tenant, respond }) {
      const order = ownOrder(tenant.id, path.orderId)
      if (!order) return respond.notFound(notFound)
      const changed = { ...order, ...body }
      orders.set(order.id, changed)
      return respond.ok(changed)
    },
    cancelOrder({ path, tenant, respond }) {
      const order = ownOrder(tenant.id, path.orderId)
      if (!order) return respond.notFound(notFound)
      orders.set(order.id, { ...order, state: 'cancelled' })
      return respond.noContent()
    },
    uploadInvoice({ path, tenant, respond }) {
      return ownOrder(tenant.id, path.orderId) ? respond.noContent() : respond.notFound(notFound)
    },
    downloadInvoice({ path, tenant, respond }) {
      return ownOrder(tenant.id, path.orderId)
        ? respond.ok(new TextEncoder().encode('%PDF-1.7'))
        : respond.notFound(notFound)
    },
    watchOrders({ respond }) {
      return respond.ok(noEvents())
    },
    handOverOrder({ path, body, respond }) {
      return respond.accepted({ orderId: path.orderId, supplier: body.supplier, state: 'asked' })
    },
    listProducts({ respond }) {
      return respond.ok({ items: [], page: 1, total: 0 })
    },
    getProduct({ respond }) {
      return respond.notFound({ title: 'There is no such product', status: 404 })
    },
    suspendTenant({ path, body, respond }) {
      if (body.suspended) suspended.add(path.tenantId)
      else suspended.delete(path.tenantId)
      return respond.ok(body)
    },
    getStatus({ respond }) {
      return respond.ok({ state: 'up', version: '2.1.0' })
    },
  }
  return { handlers, placed: () => placed }
}

async function* noEvents(): AsyncGenerator<never> {}
