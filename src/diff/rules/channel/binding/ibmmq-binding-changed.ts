import type { BindingTable } from './binding-table.js'
import { defineBindingRule } from './define-binding-rule.js'

/** What each field of the binding is to those who use it. */
export const ibmmqTable = {
  server: {
    groupId: { effect: 'info', why: 'It only groups servers of the document.' },
    ccdtQueueManagerName: {
      effect: 'both',
      why: 'Clients open their connection to the queue manager of this name.',
      absent: '*',
    },
    cipherSpec: { effect: 'both', why: 'Clients and queue manager must agree on the cipher, or the connection fails.' },
    multiEndpointServer: {
      effect: 'warning',
      why: 'Only where it is true may connections be spread over several servers.',
      absent: false,
    },
    heartBeatInterval: {
      effect: 'info',
      why: 'How often a silent client is heard of is not part of any message.',
      absent: 300,
    },
  },
  channel: {
    destinationType: {
      effect: 'both',
      why: 'From a queue each message is read once, from a topic by all.',
      absent: 'topic',
    },
    'queue.objectName': {
      effect: 'both',
      why: 'Messages are put to the queue and got from it by its name.',
      isAddress: true,
    },
    'queue.isPartitioned': {
      effect: 'warning',
      why: 'Messages of a partitioned queue keep no order across its parts.',
      absent: false,
    },
    'queue.exclusive': {
      effect: 'consumers',
      why: 'An exclusive queue can be opened by one consumer alone.',
      absent: false,
    },
    'topic.string': { effect: 'both', why: 'Messages are published to the topic of this string.', isAddress: true },
    'topic.objectName': { effect: 'both', why: 'Messages are published to the topic of this name.' },
    'topic.durablePermitted': {
      effect: 'consumers',
      why: 'Durable subscriptions are refused, or allowed.',
      absent: true,
    },
    'topic.lastMsgRetained': {
      effect: 'warning',
      why: 'Whoever subscribes later gets the last message at once, or waits for the next one.',
      absent: false,
    },
    maxMsgLength: { effect: 'publishers', why: 'Messages that are longer are refused.' },
  },
  message: {
    type: {
      effect: 'both',
      why: 'The payload is written as text, as JMS map or stream, or as bytes.',
      absent: 'string',
    },
    headers: { effect: 'both', why: 'Receivers must be ready for the headers that stand before the payload.' },
    description: { effect: 'none', why: 'Words for people.' },
    expiry: { effect: 'warning', why: 'Messages that are not read for so long are dropped.', absent: 0 },
  },
} as const satisfies BindingTable

export const ibmmqBindingChanged = defineBindingRule({
  code: 'TK3258',
  protocol: 'ibmmq',
  title: 'IBM MQ',
  table: ibmmqTable,
  why: 'Queues and topics are found by name, and connections need the same cipher on both ends.',
  example: {
    before: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    bindings: { ibmmq: { destinationType: queue, queue: { objectName: ORDERS } } }
    publish:
      operationId: placeOrder
      message: { name: order, payload: { type: object } }
`,
    after: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    bindings: { ibmmq: { destinationType: queue, queue: { objectName: ORDERS.V2 } } }
    publish:
      operationId: placeOrder
      message: { name: order, payload: { type: object } }
`,
    finds: [
      'breaking ibmmq-binding-changed receive orders: `queue.objectName` of the IBM MQ binding of the channel went from `ORDERS` to `ORDERS.V2`',
    ],
  },
})
