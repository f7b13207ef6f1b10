import { defineDiffRule } from '../../../rule.js'
import { bindingClaims, bindingMessage, bindingOf, describeChange, valueOf } from './define-binding-rule.js'

/** Protocols with a rule of their own. */
const known: ReadonlySet<string> = new Set([
  'amqp',
  'anypointmq',
  'googlepubsub',
  'http',
  'ibmmq',
  'jms',
  'kafka',
  'mqtt',
  'nats',
  'pulsar',
  'ros2',
  'sns',
  'solace',
  'sqs',
  'ws',
])

export const otherBindingChanged = defineDiffRule({
  code: 'TK3265',
  name: 'other-binding-changed',
  category: 'structural',
  claims: bindingClaims,
  summary: 'Something changed in a binding of a protocol that has no rule of its own.',
  message: bindingMessage,
  help: 'Look at what the field means to those who use the protocol; nothing is known of it here.',
  why: 'What a field of an unknown protocol does to the bytes on the wire cannot be told. It is never passed over in silence.',
  example: {
    before: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    bindings: { stomp: { destination: /queue/orders } }
    publish:
      operationId: placeOrder
      message: { name: order, payload: { type: object } }
`,
    after: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    bindings: { stomp: { destination: /topic/orders } }
    publish:
      operationId: placeOrder
      message: { name: order, payload: { type: object } }
`,
    finds: [
      'warning other-binding-changed receive orders: `destination` of the stomp binding of the channel went from `/queue/orders` to `/topic/orders`',
    ],
  },
  judge: (edit) => {
    const binding = bindingOf(edit)
    if (!binding || known.has(binding.protocol)) return undefined
    return {
      level: 'warning',
      params: {
        field: edit.member ?? '',
        protocol: binding.protocol,
        on: binding.on,
        change: describeChange(valueOf(edit.from), valueOf(edit.to)),
      },
    }
  },
})
