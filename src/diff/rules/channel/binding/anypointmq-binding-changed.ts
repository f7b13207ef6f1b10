import type { BindingTable } from './binding-table.js'
import { defineBindingRule } from './define-binding-rule.js'

/** What each field of the binding is to those who use it. */
export const anypointmqTable = {
  channel: {
    destination: {
      effect: 'both',
      why: 'Messages are sent to the destination and read from it by its name.',
      isAddress: true,
    },
    destinationType: {
      effect: 'both',
      why: 'Exchanges, queues and FIFO queues are used differently.',
      absent: 'queue',
    },
  },
  message: {
    headers: { effect: 'warning', why: 'Headers of the message are described, or not any more.' },
  },
} as const satisfies BindingTable

export const anypointmqBindingChanged = defineBindingRule({
  code: 'TK3257',
  protocol: 'anypointmq',
  title: 'Anypoint MQ',
  table: anypointmqTable,
  why: 'Destinations are found by name and kind.',
  example: {
    before: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    bindings: { anypointmq: { destination: orders } }
    publish:
      operationId: placeOrder
      message: { name: order, payload: { type: object } }
`,
    after: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    bindings: { anypointmq: { destination: orders-v2 } }
    publish:
      operationId: placeOrder
      message: { name: order, payload: { type: object } }
`,
    finds: [
      'breaking anypointmq-binding-changed receive orders: `destination` of the Anypoint MQ binding of the channel went from `orders` to `orders-v2`',
    ],
  },
})
