import type { Binding } from './binding.js'
import type { Annotated, Classification, Governance, TenantKey } from './governance.js'
import type { Origin } from './origin.js'
import type { Schema } from './schema.js'

/** A channel of AsyncAPI, with its address in the broker. */
export interface Channel {
  readonly kind: 'channel'
  /** Key in the document; for AsyncAPI 2 the address itself. */
  readonly key: string
  /** Absent: unknown until run time (AsyncAPI 3 `address: null`). */
  readonly address?: string
  readonly title?: string
  readonly description?: string
  readonly parameters: readonly ChannelParameter[]
  readonly messages: readonly Message[]
  /** Names of servers; empty means all. */
  readonly servers: readonly string[]
  readonly tags: readonly string[]
  readonly bindings?: readonly Binding[]
  readonly governance: Governance
  readonly at: Origin
}

export interface ChannelParameter {
  readonly name: string
  readonly description?: string
  /** AsyncAPI 2 has a schema; AsyncAPI 3's `enum`, `default` and `examples` are read into one. Always a string. */
  readonly schema: Schema
  readonly location?: string
  readonly tenantKey?: Annotated<TenantKey>
  readonly at: Origin
}

export interface Message {
  readonly kind: 'message'
  /** Unique in its channel: its key, `messageId` or `name`, else made up. */
  readonly name: string
  readonly title?: string
  readonly summary?: string
  readonly description?: string
  readonly contentType?: string
  /** As declared; absent: AsyncAPI's own dialect. */
  readonly schemaFormat?: string
  readonly payload?: Schema
  readonly headers?: Schema
  readonly correlationId?: string
  readonly tags: readonly string[]
  readonly deprecated: boolean
  readonly bindings?: readonly Binding[]
  readonly governance: Governance
  readonly classification?: Annotated<Classification>
  readonly tenantKey?: Annotated<TenantKey>
  readonly at: Origin
}
