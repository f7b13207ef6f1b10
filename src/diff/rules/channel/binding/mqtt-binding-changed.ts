import type { BindingTable } from './binding-table.js'
import { defineBindingRule } from './define-binding-rule.js'

/** What each field of the binding is to those who use it. */
export const mqttTable = {
  server: {
    clientId: { effect: 'warning', why: 'Brokers keep sessions and may give access by the identity of the client.' },
    cleanSession: { effect: 'warning', why: 'Whether messages wait for a client that is away changes with it.' },
    'lastWill.topic': { effect: 'consumers', why: 'Whoever watches for lost connections listens to this topic.' },
    'lastWill.message': { effect: 'consumers', why: 'Whoever watches for lost connections reads this message.' },
    'lastWill.qos': { effect: 'warning', why: 'Lost connections are told with another assurance.' },
    'lastWill.retain': {
      effect: 'warning',
      why: 'Whether those who come later learn of a lost connection changes with it.',
      absent: false,
    },
    keepAlive: { effect: 'info', why: 'How often a silent client is heard of is not part of any message.' },
    sessionExpiryInterval: { effect: 'warning', why: 'Messages wait for a client that is away for another time.' },
    maximumPacketSize: { effect: 'warning', why: 'Packets that are larger are not delivered.' },
  },
  operation: {
    qos: {
      effect: 'warning',
      why: 'Messages are delivered with another assurance: at most once (0), at least once (1), exactly once (2). With less, they get lost; with more, they can come twice.',
      absent: 0,
    },
    retain: {
      effect: 'warning',
      why: 'Whoever subscribes later gets the last message at once, or waits for the next one.',
      absent: false,
    },
    messageExpiryInterval: { effect: 'warning', why: 'Messages that are not delivered for so long are dropped.' },
  },
  message: {
    payloadFormatIndicator: {
      effect: 'warning',
      why: 'Receivers may check that a payload marked as text is valid UTF-8.',
      absent: 0,
    },
    contentType: { effect: 'both', why: 'Receivers choose how to read a payload by its content type.' },
    responseTopic: { effect: 'both', why: 'Responses are published to this topic.' },
    correlationData: { effect: 'both', why: 'Requesters find the response to a request by it.' },
  },
} as const satisfies BindingTable

export const mqttBindingChanged = defineBindingRule({
  code: 'TK3252',
  protocol: 'mqtt',
  title: 'MQTT',
  table: mqttTable,
  why: 'The assurance of delivery, retained messages and the last will are what clients rely on besides the payload.',
  example: {
    before: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    publish:
      operationId: placeOrder
      bindings: { mqtt: { qos: 1 } }
      message: { name: order, payload: { type: object } }
`,
    after: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    publish:
      operationId: placeOrder
      bindings: { mqtt: { bindingVersion: 0.2.0, retain: false } }
      message: { name: order, payload: { type: object } }
`,
    finds: [
      'warning mqtt-binding-changed receive orders: `qos` of the MQTT binding of the operation went from `1` to `0`',
    ],
  },
})
