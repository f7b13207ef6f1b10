import type { BindingTable } from './binding-table.js'
import { defineBindingRule } from './define-binding-rule.js'

/** What each field of the binding is to those who use it. */
export const wsTable = {
  channel: {
    method: { effect: 'both', why: 'A connection that is opened with another method is refused.', absent: 'GET' },
    query: { effect: 'warning', why: 'Parameters of the query are described, or not any more.' },
    headers: { effect: 'warning', why: 'Headers of the handshake are described, or not any more.' },
  },
} as const satisfies BindingTable

export const wsBindingChanged = defineBindingRule({
  code: 'TK3253',
  protocol: 'ws',
  title: 'WebSocket',
  table: wsTable,
  why: 'A WebSocket begins with an HTTP request, whose method, query and headers the server looks at.',
  example: {
    before: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    bindings: { ws: { method: GET } }
    publish:
      operationId: placeOrder
      message: { name: order, payload: { type: object } }
`,
    after: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    bindings: { ws: { method: POST } }
    publish:
      operationId: placeOrder
      message: { name: order, payload: { type: object } }
`,
    finds: [
      'breaking ws-binding-changed receive orders: `method` of the WebSocket binding of the channel went from `GET` to `POST`',
    ],
  },
})
