import type { BindingTable } from './binding-table.js'
import { defineBindingRule } from './define-binding-rule.js'

/** What each field of the binding is to those who use it. */
export const solaceTable = {
  server: {
    msgVpn: {
      effect: 'both',
      why: 'Clients open their connection to one message VPN; in another one, nothing is there.',
    },
    msvVpn: {
      effect: 'both',
      why: 'Clients open their connection to one message VPN; in another one, nothing is there.',
    },
    clientName: { effect: 'warning', why: 'Brokers may give access by the name of the client.' },
  },
  operation: {
    destinations: { effect: 'both', why: 'Messages are delivered to these destinations and read from them.' },
    timeToLive: { effect: 'warning', why: 'Messages that are not read for so long are dropped.' },
    priority: { effect: 'info', why: 'Messages overtake others; none is lost.' },
    dmqEligible: {
      effect: 'info',
      why: 'Where messages go that cannot be delivered is not the business of those who read the others.',
      absent: false,
    },
  },
} as const satisfies BindingTable

export const solaceBindingChanged = defineBindingRule({
  code: 'TK3261',
  protocol: 'solace',
  title: 'Solace',
  table: solaceTable,
  why: 'Destinations and the message VPN decide where a message goes.',
  example: {
    before: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    publish:
      operationId: placeOrder
      bindings: { solace: { destinations: [{ destinationType: queue, queue: { name: orders } }] } }
      message: { name: order, payload: { type: object } }
`,
    after: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    publish:
      operationId: placeOrder
      bindings: { solace: { destinations: [{ destinationType: queue, queue: { name: calls } }] } }
      message: { name: order, payload: { type: object } }
`,
    finds: [
      'breaking solace-binding-changed receive orders: `destinations` of the Solace binding of the operation went from `[{"destinationType":"queue","queue":{"name":"orders"}}]` to `[{"destinationType":"queue","queue":{"name":"calls"}}]`',
    ],
  },
})
