import type { BindingTable } from './binding-table.js'
import { defineBindingRule } from './define-binding-rule.js'

/** What each field of the binding is to those who use it. */
export const sqsTable = {
  channel: {
    'queue.name': {
      effect: 'both',
      why: 'Messages are sent to the queue and read from it by its name.',
      isAddress: true,
    },
    'queue.fifoQueue': {
      effect: 'both',
      why: 'A FIFO queue has another name and takes other messages than a standard one.',
    },
    'queue.deduplicationScope': {
      effect: 'warning',
      why: 'Messages count as the same within another scope.',
      absent: 'queue',
    },
    'queue.fifoThroughputLimit': {
      effect: 'info',
      why: 'How much goes through is not part of any message.',
      absent: 'perQueue',
    },
    'queue.deliveryDelay': { effect: 'info', why: 'Messages can be read later or sooner.', absent: 0 },
    'queue.visibilityTimeout': {
      effect: 'warning',
      why: 'A consumer that takes longer gets the message again.',
      absent: 30,
    },
    'queue.receiveMessageWaitTime': {
      effect: 'info',
      why: 'How long a read waits is not part of any message.',
      absent: 0,
    },
    'queue.messageRetentionPeriod': {
      effect: 'warning',
      why: 'Messages that are not read for so long are dropped.',
      absent: 345600,
    },
    'queue.redrivePolicy': {
      effect: 'info',
      why: 'Where messages go that cannot be processed is not the business of those who send them.',
    },
    'queue.policy': { effect: 'warning', why: 'Others may send and read, or may not any more.' },
    'queue.tags': { effect: 'info', why: 'Tags of the resource are not on the wire.' },
    deadLetterQueue: {
      effect: 'info',
      why: 'Where messages go that cannot be processed is not the business of those who send them.',
    },
  },
  operation: {
    queues: { effect: 'warning', why: 'Other queues take part, or take part differently.' },
  },
} as const satisfies BindingTable

export const sqsBindingChanged = defineBindingRule({
  code: 'TK3260',
  protocol: 'sqs',
  title: 'Amazon SQS',
  table: sqsTable,
  why: 'Queues are found by name, and FIFO queues are used differently.',
  example: {
    before: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    bindings: { sqs: { queue: { name: orders, fifoQueue: false } } }
    publish:
      operationId: placeOrder
      message: { name: order, payload: { type: object } }
`,
    after: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    bindings: { sqs: { queue: { name: orders, fifoQueue: false, visibilityTimeout: 10 } } }
    publish:
      operationId: placeOrder
      message: { name: order, payload: { type: object } }
`,
    finds: [
      'warning sqs-binding-changed receive orders: `queue.visibilityTimeout` of the Amazon SQS binding of the channel went from `30` to `10`',
    ],
  },
})
