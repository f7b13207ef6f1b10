import type { BindingTable } from './binding-table.js'
import { defineBindingRule } from './define-binding-rule.js'

/** What each field of the binding is to those who use it. */
export const ros2Table = {
  server: {
    domainId: { effect: 'both', why: 'Nodes of different domains do not find one another.', absent: 0 },
    rmwImplementation: {
      effect: 'warning',
      why: 'Implementations of the middleware do not always understand one another.',
    },
  },
  operation: {
    role: {
      effect: 'both',
      why: 'Publishers and subscribers, services and clients, do not find one another in another role.',
    },
    node: { effect: 'info', why: 'The name of a node is not on the wire of its topics.' },
    'qosPolicies.reliability': {
      effect: 'consumers',
      why: 'A subscriber that asks for more than the publisher offers gets nothing.',
    },
    'qosPolicies.durability': {
      effect: 'consumers',
      why: 'A subscriber that asks for more than the publisher offers gets nothing.',
    },
    'qosPolicies.deadline': {
      effect: 'consumers',
      why: 'A subscriber that asks for more than the publisher offers gets nothing.',
    },
    'qosPolicies.liveliness': {
      effect: 'consumers',
      why: 'A subscriber that asks for more than the publisher offers gets nothing.',
    },
    'qosPolicies.leaseDuration': {
      effect: 'consumers',
      why: 'A subscriber that asks for more than the publisher offers gets nothing.',
    },
    'qosPolicies.history': { effect: 'info', why: 'How many samples are kept is the business of each side.' },
    'qosPolicies.lifespan': { effect: 'warning', why: 'Messages that are not delivered for so long are dropped.' },
  },
} as const satisfies BindingTable

export const ros2BindingChanged = defineBindingRule({
  code: 'TK3264',
  protocol: 'ros2',
  title: 'ROS 2',
  table: ros2Table,
  why: 'Nodes find one another only in one domain, in matching roles and with policies that fit.',
  example: {
    before: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    publish:
      operationId: placeOrder
      bindings: { ros2: { role: subscriber, node: /orders } }
      message: { name: order, payload: { type: object } }
`,
    after: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    publish:
      operationId: placeOrder
      bindings: { ros2: { role: service_server, node: /orders } }
      message: { name: order, payload: { type: object } }
`,
    finds: [
      'breaking ros2-binding-changed receive orders: `role` of the ROS 2 binding of the operation went from `subscriber` to `service_server`',
    ],
  },
})
