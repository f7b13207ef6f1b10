import type { BindingTable } from './binding-table.js'
import { defineBindingRule } from './define-binding-rule.js'

/** What each field of the binding is to those who use it. */
export const googlepubsubTable = {
  channel: {
    topic: { effect: 'both', why: 'The topic is published and subscribed to by its name.', isAddress: true },
    labels: { effect: 'info', why: 'Labels of the resource are not on the wire.' },
    messageRetentionDuration: {
      effect: 'info',
      why: 'How long the broker keeps messages shows only to those who read old ones.',
    },
    'messageStoragePolicy.allowedPersistenceRegions': {
      effect: 'warning',
      why: 'Messages may lie in other regions, or not lie there any more.',
    },
    'schemaSettings.encoding': {
      effect: 'both',
      why: 'Messages are written in another encoding, which the broker checks.',
    },
    'schemaSettings.firstRevisionId': {
      effect: 'publishers',
      why: 'Messages of older revisions of the schema are refused.',
    },
    'schemaSettings.lastRevisionId': {
      effect: 'publishers',
      why: 'Messages of newer revisions of the schema are refused.',
    },
    'schemaSettings.name': { effect: 'both', why: 'Messages are checked against another schema.' },
  },
  message: {
    attributes: { effect: 'warning', why: 'Subscribers filter messages by their attributes.' },
    orderingKey: { effect: 'warning', why: 'Messages of one ordering key keep their order.' },
    'schema.name': { effect: 'both', why: 'The payload follows another schema.' },
    'schema.type': { effect: 'both', why: 'The payload is written in another language.' },
  },
} as const satisfies BindingTable

export const googlepubsubBindingChanged = defineBindingRule({
  code: 'TK3263',
  protocol: 'googlepubsub',
  title: 'Google Cloud Pub/Sub',
  table: googlepubsubTable,
  why: 'Topics are found by name, and the broker may check every message against a schema.',
  example: {
    before: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    bindings: { googlepubsub: { schemaSettings: { encoding: json, name: order } } }
    publish:
      operationId: placeOrder
      message: { name: order, payload: { type: object } }
`,
    after: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    bindings: { googlepubsub: { schemaSettings: { encoding: binary, name: order } } }
    publish:
      operationId: placeOrder
      message: { name: order, payload: { type: object } }
`,
    finds: [
      'breaking googlepubsub-binding-changed receive orders: `schemaSettings.encoding` of the Google Cloud Pub/Sub binding of the channel went from `json` to `binary`',
    ],
  },
})
