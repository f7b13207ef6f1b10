import type { BindingTable } from './binding-table.js'
import { defineBindingRule } from './define-binding-rule.js'

/** What each field of the binding is to those who use it. */
export const amqpTable = {
  channel: {
    is: {
      effect: 'both',
      why: 'A queue is read by its name, a routing key through an exchange: those who use the one do not find the other.',
      absent: 'routingKey',
    },
    'exchange.name': {
      effect: 'both',
      why: 'Messages are published to the exchange by its name, and queues are bound to it by it.',
      absent: '',
    },
    'exchange.type': {
      effect: 'both',
      why: 'The type decides how routing keys are matched, and the broker refuses to declare an exchange again with another type.',
    },
    'exchange.durable': {
      effect: 'both',
      why: 'The broker refuses to declare an exchange again with another durability (406 PRECONDITION_FAILED).',
    },
    'exchange.autoDelete': {
      effect: 'both',
      why: 'The broker refuses to declare an exchange again with another setting (406 PRECONDITION_FAILED).',
    },
    'exchange.vhost': {
      effect: 'both',
      why: 'A connection is opened to one virtual host; in another one, nothing is there.',
      absent: '/',
    },
    'queue.name': { effect: 'both', why: 'Consumers read from the queue by its name.', isAddress: true },
    'queue.durable': {
      effect: 'both',
      why: 'The broker refuses to declare a queue again with another durability (406 PRECONDITION_FAILED).',
    },
    'queue.exclusive': {
      effect: 'both',
      why: 'An exclusive queue can be used by one connection alone, and the broker refuses to declare it again with another setting.',
    },
    'queue.autoDelete': {
      effect: 'both',
      why: 'The broker refuses to declare a queue again with another setting (406 PRECONDITION_FAILED).',
    },
    'queue.vhost': {
      effect: 'both',
      why: 'A connection is opened to one virtual host; in another one, nothing is there.',
      absent: '/',
    },
  },
  operation: {
    expiration: { effect: 'warning', why: 'Messages that are not read for so long are dropped.' },
    userId: { effect: 'warning', why: 'The broker refuses messages whose user is not the one of the connection.' },
    cc: {
      effect: 'consumers',
      why: 'Messages are routed by these keys, too: who is bound to one that is gone gets nothing any more.',
    },
    bcc: {
      effect: 'consumers',
      why: 'Messages are routed by these keys, too: who is bound to one that is gone gets nothing any more.',
    },
    priority: { effect: 'info', why: 'Messages overtake others; none is lost.' },
    deliveryMode: {
      effect: 'warning',
      why: 'Transient messages (1) do not survive a restart of the broker, persistent ones (2) do.',
    },
    mandatory: {
      effect: 'publishers',
      why: 'Messages that cannot be routed come back to their publisher, or are dropped.',
      absent: false,
    },
    replyTo: { effect: 'both', why: 'Replies are sent to the queue of this name.' },
    timestamp: {
      effect: 'warning',
      why: 'Consumers that read the time of a message find it, or do not.',
      absent: false,
    },
    ack: {
      effect: 'consumers',
      why: 'A consumer that acknowledges where nobody waits for it is disconnected; one that does not loses its messages or gets them again.',
      absent: false,
    },
  },
  message: {
    contentEncoding: {
      effect: 'both',
      why: 'The payload is encoded differently, and whoever does not know the encoding cannot read it.',
    },
    messageType: { effect: 'consumers', why: 'Consumers choose what to do with a message by its type.' },
  },
} as const satisfies BindingTable

export const amqpBindingChanged = defineBindingRule({
  code: 'TK3251',
  protocol: 'amqp',
  title: 'AMQP',
  table: amqpTable,
  why: 'Exchanges, queues and their settings are declared by everybody who uses them, and the broker refuses a declaration that differs; routing decides who gets a message at all.',
  example: {
    before: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    bindings: { amqp: { is: queue, queue: { name: orders, durable: true } } }
    publish:
      operationId: placeOrder
      message: { name: order, payload: { type: object } }
`,
    after: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    bindings: { amqp: { is: queue, queue: { name: orders, durable: false } } }
    publish:
      operationId: placeOrder
      message: { name: order, payload: { type: object } }
`,
    finds: [
      'breaking amqp-binding-changed receive orders: `queue.durable` of the AMQP binding of the channel went from `true` to `false`',
    ],
  },
})
