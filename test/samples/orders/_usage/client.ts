/** What callers write compiles, and what the contract rules out does not. Compiled with the output, never run. */
import { unwrap } from '@tenantkit/runtime/gen1'
import { createOrdersClient, type OrdersClient } from '../_expected/client.js'
import { createOrder, createOrdersResource } from '../_expected/operations/orders.js'
import type { NewOrder } from '../_expected/types/new-order.js'
import type { Order } from '../_expected/types/order.js'

declare const body: NewOrder
declare const token: () => Promise<string>

export const client: OrdersClient = createOrdersClient({ auth: token, tenant: 'acme' })
createOrdersClient({ auth: () => token(), tenant: () => 'acme', baseUrl: new URL('https://localhost'), timeout: 10 })
// @ts-expect-error an operation needs a tenant
createOrdersClient({ auth: token })
// @ts-expect-error an operation asks for a credential
createOrdersClient({ tenant: 'acme' })
// @ts-expect-error no such option
createOrdersClient({ auth: token, tenant: 'acme', tenantId: 'acme' })

export async function place(): Promise<string> {
  const created = await client.createOrder({ body }, { idempotencyKey: 'k', timeout: 5 })
  switch (created.status) {
    case 201: {
      const location: string = created.headers.location
      return created.body.id + location
    }
    case 409:
      return created.body.title ?? ''
    case 422:
      return created.body.title ?? ''
    case 500:
      return created.body.title ?? ''
    default: {
      // @ts-expect-error 201 is declared on its own, so it is not among the others
      const other: 201 = created.status
      return String(other)
    }
  }
}

export async function read(orderId: string): Promise<Order> {
  // @ts-expect-error the path has a parameter
  await client.getOrder()
  // @ts-expect-error which is text
  await client.getOrder({ path: { orderId: 1 } })
  // @ts-expect-error and nothing else
  await client.getOrder({ path: { orderId, other: 1 } })
  // @ts-expect-error reading declares no idempotency
  await client.getOrder({ path: { orderId } }, { idempotencyKey: 'k' })
  // @ts-expect-error the header is required
  await client.updateOrder({ path: { orderId }, body: {} })
  return unwrap(await client.as('other').getOrder({ path: { orderId } }))
}

export async function list(): Promise<void> {
  await client.listOrders()
  await client.listOrders({ query: { state: ['open'], limit: undefined } }, { signal: AbortSignal.timeout(1) })
  // @ts-expect-error no such state
  await client.listOrders({ query: { state: ['lost'] } })
  for await (const order of client.listOrders.all({ query: { state: ['open'] } })) {
    const id: string = order.id
    if (order.state === 'open') console.log(id)
    // @ts-expect-error a state that the contract does not name must be expected
    const state: 'open' | 'accepted' | 'shipped' | 'delivered' | 'cancelled' = order.state
    console.log(state)
  }
  // @ts-expect-error one order is no list
  client.getOrder.all
}

export async function files(orderId: string): Promise<Uint8Array | undefined> {
  await client.uploadInvoice({ path: { orderId }, body: { number: '1', file: new Blob(['%PDF']) } })
  // @ts-expect-error a file is no text
  await client.uploadInvoice({ path: { orderId }, body: { number: '1', file: '%PDF' } })
  const invoice = await client.downloadInvoice({ path: { orderId } })
  return invoice.status === 200 ? invoice.body.bytes() : undefined
}

export async function watch(): Promise<void> {
  const events = await client.watchOrders()
  if (events.status !== 200) return
  for await (const { id, data } of events.body) console.log(id, data)
}

/** Standalone functions, for those who count bytes. */
export async function standalone(): Promise<void> {
  const transport: Parameters<typeof createOrdersResource>[0] = { call: async () => undefined, as: () => transport }
  const created = await createOrder(transport, { body })
  // @ts-expect-error the body of 201 only
  console.log(created.body.id)
}
