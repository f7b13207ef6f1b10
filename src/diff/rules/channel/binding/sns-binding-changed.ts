import type { BindingTable } from './binding-table.js'
import { defineBindingRule } from './define-binding-rule.js'

/** What each field of the binding is to those who use it. */
export const snsTable = {
  channel: {
    name: { effect: 'both', why: 'The topic is published and subscribed to by its name.', isAddress: true },
    'ordering.type': {
      effect: 'both',
      why: 'A FIFO topic takes other messages and has other subscribers than a standard one.',
      absent: 'standard',
    },
    'ordering.contentBasedDeduplication': {
      effect: 'publishers',
      why: 'Without it, each message needs an identity of its own for deduplication.',
      absent: false,
    },
    policy: { effect: 'warning', why: 'Others may publish and subscribe, or may not any more.' },
    tags: { effect: 'info', why: 'Tags of the resource are not on the wire.' },
  },
  operation: {
    topic: { effect: 'both', why: 'The topic is published and subscribed to by its name.' },
    consumers: { effect: 'warning', why: 'Other endpoints get the messages, or get them differently.' },
    deliveryPolicy: { effect: 'info', why: 'How often a delivery is tried again is not part of any message.' },
  },
} as const satisfies BindingTable

export const snsBindingChanged = defineBindingRule({
  code: 'TK3259',
  protocol: 'sns',
  title: 'Amazon SNS',
  table: snsTable,
  why: 'Topics are found by name, and FIFO topics are used differently.',
  example: {
    before: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    bindings: { sns: { name: orders } }
    publish:
      operationId: placeOrder
      message: { name: order, payload: { type: object } }
`,
    after: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    bindings: { sns: { name: orders, ordering: { type: FIFO } } }
    publish:
      operationId: placeOrder
      message: { name: order, payload: { type: object } }
`,
    finds: [
      'breaking sns-binding-changed receive orders: `ordering.type` of the Amazon SNS binding of the channel went from `standard` to `FIFO`',
    ],
  },
})
