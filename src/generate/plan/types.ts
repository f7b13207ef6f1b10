import type {
  Contract,
  Encoding,
  Header,
  HttpOperation,
  MediaType,
  Message,
  Parameter,
  Response,
  Schema,
  SchemaId,
  ScopeName,
} from '../../contract/model/index.js'

import type { MaskedValues } from '../masking/masked-values.js'

export const targets = ['types', 'client', 'server', 'events'] as const
export type Target = (typeof targets)[number]

/** `input`: what a caller sends; `output`: what it gets back. */
export type Direction = 'input' | 'output'

/** Every name, file and branch of the output, decided; views and templates only write it down. */
export interface Plan {
  readonly contract: Contract
  /** File of the contract as named in headers of generated files: its base name, never an absolute path. */
  readonly source: string
  /** From the title or the configuration: `orders`, `Orders`. Names the client, the server and the handlers. */
  readonly api: { readonly camel: string; readonly pascal: string }
  readonly targets: ReadonlySet<Target>
  /** Named schemas and all other targets of references, in order of their files. */
  readonly schemas: ReadonlyMap<SchemaId, PlannedSchema>
  readonly tags: readonly PlannedTag[]
  /** What callers get who are not cleared for what responses hold. */
  readonly masked: MaskedValues
  /** Payloads of messages (AsyncAPI), for the `types` target. */
  readonly messages: readonly PlannedMessage[]
  /** True when any operation's scope needs a tenant. */
  readonly needsTenant: boolean
  /** Scope comes from the contract or an overlay, not from a flag: then the client also sends the tenant. */
  readonly propagatesTenant: boolean
  readonly hasPathways: boolean
}

export interface PlannedSchema {
  readonly id: SchemaId
  readonly schema: Schema
  /** `Order`: the shape in responses, or the only one. */
  readonly typeName: string
  /** `OrderInput`, when the shape in requests differs and is used. */
  readonly inputName?: string
  /** Module without extension, relative to the output folder: `types/order`. */
  readonly module: string
  /** `codecs/order`. */
  readonly codecModule: string
  /** Empty: no operation reaches it. What reaches a response has open enums. */
  readonly usedIn: ReadonlySet<Direction>
  /** A multipart body reaches it: its `format: binary` strings are files. */
  readonly inMultipart: boolean
}

export interface PlannedTag {
  /** As in the contract; empty for operations without a tag. */
  readonly name: string
  readonly camel: string
  readonly pascal: string
  /** Base of file names: `orders`. */
  readonly file: string
  readonly description?: string
  readonly operations: readonly PlannedOperation[]
}

export interface PlannedOperation {
  readonly operation: HttpOperation
  /** `createOrder`, unique in the contract. */
  readonly camel: string
  readonly pascal: string
  readonly scope: ScopeName
  readonly parameters: Readonly<Record<ParameterGroup, readonly PlannedParameter[]>>
  readonly body?: PlannedBody
  readonly responses: readonly PlannedResponse[]
  /** Absent: off. */
  readonly idempotency?: 'required' | 'optional'
  readonly pagination?: PlannedPagination
}

export type ParameterGroup = 'path' | 'query' | 'headers' | 'cookies'

export interface PlannedParameter {
  readonly parameter: Parameter
  /** Name of the property in `input.query` and its like. */
  readonly property: string
  /** Filled in by the client from its tenant, so not part of the input. */
  readonly fromTenant: boolean
}

export type BodyKind = 'json' | 'text' | 'form' | 'multipart' | 'binary' | 'events' | 'lines'

export interface PlannedBody {
  readonly required: boolean
  /** At least one; more than one makes `contentType` part of the input. */
  readonly content: readonly PlannedMedia[]
}

export interface PlannedMedia {
  readonly media: MediaType
  readonly mediaType: string
  readonly kind: BodyKind
  /** Of the whole body, or of each item for `events` and `lines`. */
  readonly schema?: Schema
  readonly encoding: ReadonlyMap<string, Encoding>
}

export interface PlannedResponse {
  readonly response: Response
  /** `200`, `2XX`, `default`. */
  readonly status: string
  /** Type of the discriminant, as TypeScript: `200`, `Exclude<SuccessStatus, 200>`. */
  readonly statusType: string
  /** Method of `respond`: `created`, `status2XX`; unique in the operation. */
  readonly responder: string
  /** None: no body. */
  readonly content: readonly PlannedMedia[]
  readonly headers: readonly PlannedHeader[]
}

export interface PlannedHeader {
  readonly header: Header
  readonly property: string
}

export interface PlannedMessage {
  readonly message: Message
  readonly typeName: string
  readonly headersName?: string
  readonly module: string
}

export type PlannedPagination =
  | {
      readonly kind: 'cursor'
      readonly parameter: string
      readonly next: string
      readonly items: string
      readonly more?: string
    }
  | { readonly kind: 'page'; readonly parameter: string; readonly items: string; readonly first: number }
  | { readonly kind: 'offset'; readonly parameter: string; readonly items: string }
  | { readonly kind: 'link'; readonly items: string }

/** One file to write; `path` is relative to the output folder, with `/`. */
export interface OutputFile {
  readonly path: string
  readonly text: string
}
