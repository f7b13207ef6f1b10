/**
 * What goes over the wire, as plain data: emitted once per operation, read by the client to write a request and by the
 * server to read it. Both sides share one implementation of every style, so they cannot disagree.
 */

export type ScopeName = 'tenant' | 'cross-tenant' | 'shared' | 'platform' | 'public'

export type ParameterPlace = 'path' | 'query' | 'header' | 'cookie' | 'querystring'

/** OpenAPI 3.2, section 4.12.2.2 Style Values; `tabDelimited` is OpenAPI 2.0's `tsv`. */
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

/** What a text on the wire turns into. `any` stays text; `json` is parsed as JSON (a parameter with `content`). */
export type WireScalar = 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'any'
export type WireShape =
  | { readonly kind: 'scalar'; readonly types: readonly WireScalar[] }
  /** `of`: shape of each item where it is no scalar; then `items` is empty. */
  | { readonly kind: 'array'; readonly items: readonly WireScalar[]; readonly of?: WireShape }
  | {
      readonly kind: 'object'
      readonly properties: Readonly<Record<string, WireShape>>
      /** Of properties that are not named; absent: they are refused or kept as text by the codec. */
      readonly rest?: WireShape
      /** Where it may also be a bare scalar: what the text under the parameter's own name turns into. */
      readonly or?: readonly WireScalar[]
    }
  | { readonly kind: 'json' }
  /** A file of a multipart body. */
  | { readonly kind: 'binary' }

/** Generated descriptors leave out what is the default, so that they stay small. */
export interface WireParameter {
  /** Name on the wire. */
  readonly name: string
  /** Name in `input.query` and its like. Default: `name`. */
  readonly property?: string
  readonly in: ParameterPlace
  readonly required?: boolean
  /** Default: `simple` in path and header, `form` in query and cookie. */
  readonly style?: ParameterStyle
  /** Default: true for the styles `form` and `cookie`, false for the others. */
  readonly explode?: boolean
  readonly allowReserved?: boolean
  /** Default: a scalar of the type string. */
  readonly shape?: WireShape
  /** This parameter names the tenant: the client fills it in, the server compares it with the verified one. */
  readonly tenantKey?: boolean
}

/** How the bytes of a body are read and written. */
export type BodyKind = 'json' | 'text' | 'form' | 'multipart' | 'binary' | 'events' | 'lines'

export interface WireEncoding {
  readonly contentType?: string
  readonly style?: ParameterStyle
  readonly explode?: boolean
  readonly allowReserved?: boolean
}

export interface WireMedia {
  /** `application/json`; `*` stands for any type or subtype. */
  readonly mediaType: string
  readonly kind: BodyKind
  /**
   * For `form` and `multipart`: shape and encoding of each property. For `events`: shape of the data; default: JSON.
   */
  readonly shape?: WireShape
  readonly encoding?: Readonly<Record<string, WireEncoding>>
}

export interface WireHeader {
  /** Lower case. */
  readonly name: string
  /** Name in `result.headers`. Default: `name`. */
  readonly property?: string
  readonly required?: boolean
  readonly explode?: boolean
  /** Default: a scalar of the type string. */
  readonly shape?: WireShape
}

export interface WireResponse {
  /** `200`, `2XX` or `default`. */
  readonly status: string
  readonly content: readonly WireMedia[]
  readonly headers?: readonly WireHeader[]
}

export interface WireIdempotency {
  readonly mode: 'required' | 'optional'
  readonly key: { readonly in: 'header'; readonly name: string } | { readonly in: 'body'; readonly pointer: string }
}

/** Of an answer that declares none. */
// eslint-disable-next-line @typescript-eslint/no-generated-empty-object-type
export type NoHeaders = Readonly<Record<never, never>>

/** All that client and server must agree on about one operation. */
export interface WireOperation {
  readonly id: string
  /** Upper case. */
  readonly method: string
  /** `/orders/{orderId}` */
  readonly path: string
  readonly scope: ScopeName
  readonly parameters?: readonly WireParameter[]
  /** Alternatives by media type, in the contract's order; the first is the default. */
  readonly body?: { readonly required: boolean; readonly content: readonly WireMedia[] }
  readonly responses: readonly WireResponse[]
  /** Alternatives of scheme names to scopes; absent: nothing is asked for. */
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[]
  readonly idempotency?: WireIdempotency
}
