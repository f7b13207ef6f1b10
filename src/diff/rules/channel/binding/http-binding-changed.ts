import type { BindingTable } from './binding-table.js'
import { defineBindingRule } from './define-binding-rule.js'

/** What each field of the binding is to those who use it. */
export const httpTable = {
  operation: {
    type: {
      effect: 'none',
      why: 'Only the first version of the binding has it: what it says follows from the action.',
    },
    method: { effect: 'both', why: 'A request with another method is refused.' },
    query: { effect: 'warning', why: 'Parameters of the query are described, or not any more.' },
  },
  message: {
    headers: { effect: 'warning', why: 'Headers of the request or response are described, or not any more.' },
    statusCode: { effect: 'consumers', why: 'Those who asked choose what to do by the status code.' },
  },
} as const satisfies BindingTable

export const httpBindingChanged = defineBindingRule({
  code: 'TK3254',
  protocol: 'http',
  title: 'HTTP',
  table: httpTable,
  why: 'Methods, queries, headers and status codes are what an HTTP server and its clients go by.',
  example: {
    before: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    publish:
      operationId: placeOrder
      bindings: { http: { type: request, method: POST } }
      message: { name: order, payload: { type: object } }
`,
    after: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    publish:
      operationId: placeOrder
      bindings: { http: { method: PUT } }
      message: { name: order, payload: { type: object } }
`,
    finds: [
      'breaking http-binding-changed receive orders: `method` of the HTTP binding of the operation went from `POST` to `PUT`',
    ],
  },
})
