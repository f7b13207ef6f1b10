import type { JsonValue } from '../../util/own.js'
import type { Binding } from './binding.js'
import type { Message } from './channel.js'
import type { Server } from './contract.js'
import type { Annotated, Classification, Governance, Lifecycle, TenantKey } from './governance.js'
import type { Origin } from './origin.js'
import type { Schema } from './schema.js'
import type { SecurityRequirement } from './security.js'

export type Operation = HttpOperation | ChannelOperation

interface OperationBase {
  /** Unique in the contract: `operationId`, else made from method and path, or from action and channel. */
  readonly id: string
  /** False when `id` was made up because the contract names none. */
  readonly named: boolean
  readonly summary?: string
  readonly description?: string
  readonly externalDocs?: string
  readonly tags: readonly string[]
  readonly deprecated: boolean
  /** Alternatives; one of them must hold. Empty: nothing is asked for. */
  readonly security: readonly SecurityRequirement[]
  /** After inheritance. `governance.scope` absent means nobody declared one. */
  readonly governance: Governance
  readonly at: Origin
}

export const httpMethods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'] as const

export interface HttpOperation extends OperationBase {
  readonly kind: 'http'
  /** Lower case; OpenAPI 3.2 `additionalOperations` may bring any other token, as written. */
  readonly method: string
  /** As written: `/orders/{orderId}`. For a webhook its name; for a callback its runtime expression. */
  readonly path: string
  readonly role: 'path' | 'webhook' | 'callback'
  /** Path item's and operation's own, merged; in order of declaration. */
  readonly parameters: readonly Parameter[]
  readonly requestBody?: RequestBody
  readonly responses: readonly Response[]
  /** Overrides the contract's servers. */
  readonly servers?: readonly Server[]
}

/** `send`: the application that the contract describes produces the message. `receive`: it consumes it. */
export interface ChannelOperation extends OperationBase {
  readonly kind: 'channel'
  readonly action: 'send' | 'receive'
  /** Key in `Contract.channels`. */
  readonly channel: string
  readonly messages: readonly Message[]
  readonly reply?: {
    readonly channel?: string
    readonly addressLocation?: string
    readonly messages: readonly Message[]
  }
  readonly bindings?: readonly Binding[]
}

export interface Parameter {
  readonly kind: 'parameter'
  readonly name: string
  /** `querystring` (OpenAPI 3.2): the whole query string as one value, always with `content`. */
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'querystring'
  readonly required: boolean
  readonly description?: string
  readonly deprecated: boolean
  /** With the defaults of its place filled in. Meaningless with `content`. */
  readonly style: ParameterStyle
  readonly explode: boolean
  readonly allowReserved: boolean
  readonly allowEmptyValue: boolean
  /** Either `schema` or `content` is there; with neither, any text goes. */
  readonly schema?: Schema
  readonly content?: MediaType
  readonly tenantKey?: Annotated<TenantKey>
  readonly classification?: Annotated<Classification>
  readonly lifecycle?: Annotated<Lifecycle>
  readonly examples: readonly JsonValue[]
  readonly at: Origin
}

export type ParameterStyle =
  | 'form'
  | 'simple'
  | 'matrix'
  | 'label'
  | 'spaceDelimited'
  | 'pipeDelimited'
  | 'tabDelimited'
  | 'deepObject'
  | 'cookie'

export interface RequestBody {
  readonly kind: 'request-body'
  readonly description?: string
  readonly required: boolean
  readonly content: readonly MediaType[]
  readonly classification?: Annotated<Classification>
  readonly lifecycle?: Annotated<Lifecycle>
  readonly at: Origin
}

export interface MediaType {
  readonly kind: 'media-type'
  /** As written, lower-cased type and subtype: `application/json`, `text/*`. */
  readonly mediaType: string
  readonly schema?: Schema
  /** OpenAPI 3.2: the schema of each item of a sequence (server-sent events, JSON lines, multipart/mixed). */
  readonly itemSchema?: Schema
  /** By property name, for form and multipart bodies. */
  readonly encoding: ReadonlyMap<string, Encoding>
  readonly examples: readonly JsonValue[]
  readonly classification?: Annotated<Classification>
  readonly lifecycle?: Annotated<Lifecycle>
  readonly at: Origin
}

export interface Encoding {
  readonly contentType?: string
  readonly style?: ParameterStyle
  readonly explode?: boolean
  readonly allowReserved?: boolean
  readonly headers: readonly Header[]
  readonly at: Origin
}

export interface Response {
  readonly kind: 'response'
  /** `200`, `2XX` or `default`. */
  readonly status: string
  readonly description?: string
  readonly headers: readonly Header[]
  readonly content: readonly MediaType[]
  readonly links: readonly Link[]
  readonly classification?: Annotated<Classification>
  readonly lifecycle?: Annotated<Lifecycle>
  readonly at: Origin
}

export interface Header {
  readonly kind: 'header'
  readonly name: string
  readonly required: boolean
  readonly description?: string
  readonly deprecated: boolean
  readonly explode: boolean
  readonly schema?: Schema
  readonly content?: MediaType
  readonly tenantKey?: Annotated<TenantKey>
  readonly classification?: Annotated<Classification>
  readonly lifecycle?: Annotated<Lifecycle>
  readonly at: Origin
}

export interface Link {
  readonly name: string
  readonly operationId?: string
  readonly operationRef?: string
  readonly parameters: ReadonlyMap<string, JsonValue>
  readonly description?: string
  readonly at: Origin
}
