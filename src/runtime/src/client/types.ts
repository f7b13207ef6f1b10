import type { WireResilience } from '../resilience/index.js'
import type { NoHeaders, WireOperation } from '../wire/index.js'
import type { ResilienceOptions } from './resilience-options.js'

/** A secret to send, or how to get one. Called for each request, so that it may be refreshed. */
export type Credential = string | ((request: CredentialRequest) => string | Promise<string>)
export interface CredentialRequest {
  readonly operation: string
  /** Tenant that the call is made for; undefined where the operation needs none. */
  readonly tenant: string | undefined
  readonly scopes: readonly string[]
}

export type TenantSource = string | (() => string | Promise<string>)

export interface ClientOptions {
  /** Default: the first server of the contract. */
  readonly baseUrl?: string | URL | undefined
  /** Default: the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** Sent with each request; never overrides what the contract sets. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Milliseconds for one attempt; default: the contract's, else 30,000. */
  readonly timeout?: number | undefined
  /** Attempts in all, of safe calls and calls with an idempotency key only; default: the contract's, else 1. */
  readonly attempts?: number | undefined
  /** Breakers, bulkheads and rates, over what the contract declares; `false`: none. */
  readonly resilience?: ResilienceOptions | false | undefined
  /** Around each attempt, outermost first. */
  readonly interceptors?: readonly Interceptor[] | undefined
  /** W3C `traceparent` to send, asked for before each attempt; anything malformed is left out. */
  readonly traceparent?: (() => string | undefined) | undefined
  /** Clock and randomness, for tests. Default: the machine's. */
  readonly environment?: Partial<ClientEnvironment> | undefined
}

/** What a client takes from the machine it runs on. */
export interface ClientEnvironment {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Resolves after so many milliseconds; rejects as soon as the signal is aborted. Times limits, too. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** From 0 to 1, exclusive; spreads retries. */
  readonly random: () => number
  /** For idempotency keys and boundaries. */
  readonly uuid: () => string
}

export type Interceptor = (
  request: Request,
  next: (request: Request) => Promise<Response>,
  call: { readonly operation: string; readonly tenant: string | undefined; readonly attempt: number },
) => Promise<Response>

export interface CallOptions {
  readonly signal?: AbortSignal | undefined
  /** Milliseconds for one attempt. */
  readonly timeout?: number | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** A security scheme of the contract, as emitted: what the client must know to send a credential. */
export type ClientSecurityScheme =
  | { readonly type: 'http'; readonly scheme: string }
  | { readonly type: 'apiKey'; readonly in: 'header' | 'query' | 'cookie'; readonly name: string }
  | { readonly type: 'oauth2' | 'openIdConnect' | 'mutualTLS' }

/** Everything that a generated client tells `createTransport(contract, options)` about its contract. */
export interface ClientContract {
  readonly name: string
  /** Absolute; absent where the contract names no absolute server: then the option is required. */
  readonly baseUrl?: string
  readonly securitySchemes: Readonly<Record<string, ClientSecurityScheme>>
  /** Send the tenant along, so that the server can compare it with the verified one. Default: false. */
  readonly propagatesTenant?: boolean
}

/** One credential for all schemes, or one for each, by the name of the scheme. */
export type Credentials = Credential | Readonly<Record<string, Credential | undefined>>

/** Options of `createTransport`; the generated options narrow `auth` and `tenant` to what the contract asks for. */
export interface TransportOptions extends ClientOptions {
  readonly auth?: Credentials | undefined
  readonly tenant?: TenantSource | undefined
}

/** Arguments of a call whose input may be left out when everything in it is optional. */
export type CallArguments<Input, Options extends CallOptions = CallOptions> = undefined extends Input
  ? [input?: Input, options?: Options]
  : [input: Input, options?: Options]

/** A list: call it for one page, or walk over the items of all pages with `all`, which throws on an answer that is no success. */
export interface Paged<Input, Result, Item, Options extends CallOptions = CallOptions> {
  (...call: CallArguments<Input, Options>): Promise<Result>
  all(...call: CallArguments<Input, Options>): AsyncIterable<Item>
}

/** For operations that declare idempotency. */
export interface IdempotentCallOptions extends CallOptions {
  /** Default: a random UUID, made once and kept over all attempts of the call. */
  readonly idempotencyKey?: string | undefined
}

/** What the generated client knows of an operation beyond the wire. */
export interface ClientOperation extends WireOperation {
  /** Milliseconds. */
  readonly timeout?: number
  readonly attempts?: number
  readonly resilience?: WireResilience
  readonly pagination?: Pagination
  /** Absolute: this operation's own server, where the contract gives it one. The option `baseUrl` wins. */
  readonly baseUrl?: string
}

/** How one page leads to the next; decided from the contract by the plan. `parameter` is a property of `input.query`; `items` and `next` are JSON Pointers into the body. */
export type Pagination =
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

/** One declared answer. `headers` are the declared ones, decoded, by camel-cased name; `response` has the rest. */
export interface Result<Status extends number, Body, Headers = NoHeaders> {
  readonly status: Status
  readonly body: Body
  readonly headers: Headers
  /** The declared media type that the answer came in; undefined without a body. For a range (`image/*`) the actual one. */
  readonly contentType: string | undefined
  readonly response: ResponseInfo
}

/** An answer for which the contract offers several media types with different bodies: `contentType` tells which. */
export interface ContentResult<Status extends number, ContentType extends string, Body, Headers = NoHeaders>
  extends Result<Status, Body, Headers> {
  readonly contentType: ContentType
}

export interface ResponseInfo {
  /** Id of the operation that was called. */
  readonly operation: string
  /** True for a success as the contract declares it; false for a 2xx that only `default` covers beside a declared one. */
  readonly ok: boolean
  /** Without keys that the client sent in the query. */
  readonly url: string
  readonly status: number
  readonly headers: Headers
}

/** Input of any operation, as the transport sees it. A `querystring` parameter (OpenAPI 3.2) is a property of `query`. */
export interface CallInput {
  readonly path?: Readonly<Record<string, unknown>> | undefined
  readonly query?: Readonly<Record<string, unknown>> | undefined
  readonly headers?: Readonly<Record<string, unknown>> | undefined
  readonly cookies?: Readonly<Record<string, unknown>> | undefined
  readonly body?: unknown
  /** Where the contract offers several media types for the body. */
  readonly contentType?: string | undefined
}

/** A configured way to the API; what standalone functions take as first argument. */
export interface Transport {
  /** `link`: a URL that an answer gave, of the same origin; called instead of the one that the input makes. */
  call(
    operation: ClientOperation,
    input: CallInput | undefined,
    options: CallOptions | undefined,
    link?: string,
  ): Promise<unknown>
  /** The same for another tenant; only generated code of contracts with a pathway offers it. */
  as(tenant: string): Transport
}
