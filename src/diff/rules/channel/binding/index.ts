import type { DiffRule } from '../../../rule.js'
import { amqpBindingChanged, amqpTable } from './amqp-binding-changed.js'
import { anypointmqBindingChanged, anypointmqTable } from './anypointmq-binding-changed.js'
import type { BindingTable } from './binding-table.js'
import { googlepubsubBindingChanged, googlepubsubTable } from './googlepubsub-binding-changed.js'
import { httpBindingChanged, httpTable } from './http-binding-changed.js'
import { ibmmqBindingChanged, ibmmqTable } from './ibmmq-binding-changed.js'
import { jmsBindingChanged, jmsTable } from './jms-binding-changed.js'
import { kafkaBindingChanged, kafkaTable } from './kafka-binding-changed.js'
import { mqttBindingChanged, mqttTable } from './mqtt-binding-changed.js'
import { natsBindingChanged, natsTable } from './nats-binding-changed.js'
import { otherBindingChanged } from './other-binding-changed.js'
import { pulsarBindingChanged, pulsarTable } from './pulsar-binding-changed.js'
import { ros2BindingChanged, ros2Table } from './ros2-binding-changed.js'
import { snsBindingChanged, snsTable } from './sns-binding-changed.js'
import { solaceBindingChanged, solaceTable } from './solace-binding-changed.js'
import { sqsBindingChanged, sqsTable } from './sqs-binding-changed.js'
import { wsBindingChanged, wsTable } from './ws-binding-changed.js'

/** What is known of the bindings of each protocol. */
export const bindingTables: ReadonlyMap<string, BindingTable> = new Map<string, BindingTable>([
  ['amqp', amqpTable],
  ['anypointmq', anypointmqTable],
  ['googlepubsub', googlepubsubTable],
  ['http', httpTable],
  ['ibmmq', ibmmqTable],
  ['jms', jmsTable],
  ['kafka', kafkaTable],
  ['mqtt', mqttTable],
  ['nats', natsTable],
  ['pulsar', pulsarTable],
  ['ros2', ros2Table],
  ['sns', snsTable],
  ['solace', solaceTable],
  ['sqs', sqsTable],
  ['ws', wsTable],
])

/** One rule for each protocol, and one for all that are not known. */
export const bindingRules: readonly DiffRule[] = [
  kafkaBindingChanged,
  amqpBindingChanged,
  mqttBindingChanged,
  wsBindingChanged,
  httpBindingChanged,
  natsBindingChanged,
  jmsBindingChanged,
  anypointmqBindingChanged,
  ibmmqBindingChanged,
  snsBindingChanged,
  sqsBindingChanged,
  solaceBindingChanged,
  pulsarBindingChanged,
  googlepubsubBindingChanged,
  ros2BindingChanged,
  otherBindingChanged,
]
