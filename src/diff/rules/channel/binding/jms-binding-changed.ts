import type { BindingTable } from './binding-table.js'
import { defineBindingRule } from './define-binding-rule.js'

/** What each field of the binding is to those who use it. */
export const jmsTable = {
  server: {
    jmsConnectionFactory: { effect: 'info', why: 'The class that opens connections is the business of each client.' },
    properties: { effect: 'warning', why: 'Connections are opened with other settings.' },
    clientID: { effect: 'warning', why: 'Durable subscriptions belong to the identity of the client.' },
  },
  channel: {
    destination: {
      effect: 'both',
      why: 'Messages are sent to the destination and read from it by its name.',
      isAddress: true,
    },
    destinationType: {
      effect: 'both',
      why: 'From a queue each message is read once, from a topic by all.',
      absent: 'queue',
    },
  },
  message: {
    headers: { effect: 'warning', why: 'Headers of the message are described, or not any more.' },
  },
} as const satisfies BindingTable

export const jmsBindingChanged = defineBindingRule({
  code: 'TK3256',
  protocol: 'jms',
  title: 'JMS',
  table: jmsTable,
  why: 'Destinations are found by name and kind.',
  example: {
    before: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    bindings: { jms: { destination: ORDERS } }
    publish:
      operationId: placeOrder
      message: { name: order, payload: { type: object } }
`,
    after: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    bindings: { jms: { destination: ORDERS, destinationType: fifo-queue } }
    publish:
      operationId: placeOrder
      message: { name: order, payload: { type: object } }
`,
    finds: [
      'breaking jms-binding-changed receive orders: `destinationType` of the JMS binding of the channel went from `queue` to `fifo-queue`',
    ],
  },
})
