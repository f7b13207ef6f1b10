import type { Binding } from './binding.js'
import type { Channel } from './channel.js'
import type { Annotated, DataPolicy, Governance, Owner, Pathway } from './governance.js'
import type { Operation } from './operation.js'
import type { Origin } from './origin.js'
import type { Schema, SchemaId } from './schema.js'
import type { SecurityRequirement, SecurityScheme } from './security.js'

/** A versioned contract, neutral of the protocol it was written for. Everything in it knows where it stands. */
export interface Contract {
  readonly kind: 'contract'
  readonly protocol: 'openapi' | 'asyncapi'
  /** As declared: `3.1.0`. */
  readonly specVersion: string
  readonly title: string
  readonly version: string
  readonly description?: string
  readonly summary?: string
  readonly termsOfService?: string
  readonly apiId?: string
  readonly audience?: string
  readonly owner?: Annotated<Owner>
  readonly servers: readonly Server[]
  readonly tags: readonly Tag[]
  /** In document order: by path and method, or by channel; webhooks and callbacks are operations, too. */
  readonly operations: readonly Operation[]
  /** AsyncAPI only; empty otherwise. */
  readonly channels: readonly Channel[]
  readonly securitySchemes: ReadonlyMap<string, SecurityScheme>
  /** Alternatives that hold where an operation says nothing. */
  readonly security: readonly SecurityRequirement[]
  /** Every schema that has a name or is the target of a reference, by id, in document order. */
  readonly schemas: ReadonlyMap<SchemaId, Schema>
  /** No schema, named or not, says how sensitive its data is or how long it is kept. Absent: one may. */
  readonly schemasSayNothing?: true
  readonly governance: Governance
  readonly pathways: ReadonlyMap<string, Pathway>
  readonly dataPolicy: DataPolicy
  readonly at: Origin
}

export interface Tag {
  readonly name: string
  readonly summary?: string
  readonly description?: string
  readonly parent?: string
  readonly at: Origin
}

export interface Server {
  readonly kind: 'server'
  /** As written, with `{variables}`; for AsyncAPI composed of protocol, host and pathname. */
  readonly url: string
  readonly name?: string
  readonly protocol?: string
  readonly description?: string
  readonly variables: ReadonlyMap<string, ServerVariable>
  readonly security: readonly SecurityRequirement[]
  readonly governance: Governance
  readonly bindings?: readonly Binding[]
  readonly at: Origin
}

export interface ServerVariable {
  readonly default?: string
  readonly enum?: readonly string[]
  readonly description?: string
}
