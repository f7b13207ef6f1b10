import type { BindingTable } from './binding-table.js'
import { defineBindingRule } from './define-binding-rule.js'

/** What each field of the binding is to those who use it. */
export const pulsarTable = {
  server: {
    tenant: { effect: 'both', why: 'It is a part of the full name of every topic.', absent: 'public' },
  },
  channel: {
    namespace: { effect: 'both', why: 'It is a part of the full name of the topic.' },
    persistence: {
      effect: 'both',
      why: 'It is a part of the full name of the topic: `persistent://` or `non-persistent://`.',
    },
    compaction: { effect: 'info', why: 'When the broker compacts shows only to those who read old messages.' },
    'geo-replication': { effect: 'warning', why: 'Clusters that are not in the list have no copy to read.' },
    retention: { effect: 'info', why: 'How long the broker keeps messages shows only to those who read old ones.' },
    ttl: { effect: 'warning', why: 'Messages that are not read for so long are dropped.' },
    deduplication: {
      effect: 'warning',
      why: 'Messages that are sent twice are dropped, or are not any more.',
      absent: false,
    },
  },
} as const satisfies BindingTable

export const pulsarBindingChanged = defineBindingRule({
  code: 'TK3262',
  protocol: 'pulsar',
  title: 'Pulsar',
  table: pulsarTable,
  why: 'Tenant, namespace and persistence are parts of the name of every topic.',
  example: {
    before: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    bindings: { pulsar: { namespace: staging, persistence: persistent } }
    publish:
      operationId: placeOrder
      message: { name: order, payload: { type: object } }
`,
    after: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    bindings: { pulsar: { namespace: production, persistence: persistent } }
    publish:
      operationId: placeOrder
      message: { name: order, payload: { type: object } }
`,
    finds: [
      'breaking pulsar-binding-changed receive orders: `namespace` of the Pulsar binding of the channel went from `staging` to `production`',
    ],
  },
})
