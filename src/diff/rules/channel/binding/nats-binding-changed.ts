import type { BindingTable } from './binding-table.js'
import { defineBindingRule } from './define-binding-rule.js'

/** What each field of the binding is to those who use it. */
export const natsTable = {
  operation: {
    queue: {
      effect: 'consumers',
      why: 'Members of one queue group share the messages; in another group each gets its own copy.',
    },
  },
} as const satisfies BindingTable

export const natsBindingChanged = defineBindingRule({
  code: 'TK3255',
  protocol: 'nats',
  title: 'NATS',
  table: natsTable,
  why: 'A queue group decides whether each listener gets every message or its share of them.',
  example: {
    before: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    publish:
      operationId: placeOrder
      bindings: { nats: { queue: workers } }
      message: { name: order, payload: { type: object } }
`,
    after: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    publish:
      operationId: placeOrder
      bindings: { nats: { queue: billing } }
      message: { name: order, payload: { type: object } }
`,
    finds: [
      'info nats-binding-changed receive orders: `queue` of the NATS binding of the operation went from `workers` to `billing`',
    ],
  },
})
