import type { JsonValue } from '../../util/own.js'
import type { Origin } from './origin.js'
import type { Schema } from './schema.js'

/** What a protocol adds to a server, a channel, an operation or a message of AsyncAPI. */
export interface Binding {
  readonly kind: 'binding'
  readonly on: 'server' | 'channel' | 'operation' | 'message'
  /** As written: `kafka`, `amqp`, `ws`. */
  readonly protocol: string
  /**
   * What is said, by the names that lead to it (`exchange.name`), without extensions and the version of the binding.
   * Lists are whole.
   */
  readonly fields: ReadonlyMap<string, BindingField>
  /** The fields that are schemas, by name. */
  readonly schemas: ReadonlyMap<string, Schema>
  readonly at: Origin
}

export interface BindingField {
  readonly value: JsonValue
  readonly at: Origin
}
