import { maskingCodes } from './masking-codes.js'
import { serverCodes } from './server-codes.js'

/** What is said of one code of the runtime. `status`: the HTTP status that the server answers with, where it answers. */
export interface RuntimeCodeSpec {
  /** Kebab-case, stable: the `reason` of the error, and the last part of a problem's `type`. */
  readonly name: string
  /** One sentence, present tense, without any value. */
  readonly title: string
  readonly status?: number
}

/** Every code of the runtime, once: TK70 shared, TK71 client, TK72 server, TK73 idempotency, TK74 masking and keys. Never renumbered. */
export const runtimeCodes = {
  ...serverCodes,
  ...maskingCodes,
  TK7101: { name: 'value-not-writable', title: 'a value of the call cannot be written the way the contract asks' },
  TK7102: { name: 'value-missing', title: 'a value that the operation needs is missing' },
  TK7103: { name: 'tenant-missing', title: 'the operation needs a tenant and none is configured' },
  TK7104: { name: 'tenant-not-usable', title: 'the tenant of the call is no usable identifier' },
  TK7105: { name: 'header-not-sendable', title: 'a header has a name or value that must not be sent' },
  TK7106: { name: 'path-not-sendable', title: 'the path of the call would lead elsewhere' },
  TK7107: { name: 'base-url-not-usable', title: 'there is no absolute http or https URL to call' },
  TK7108: { name: 'idempotency-key-not-usable', title: 'the idempotency key cannot be sent' },
  TK7109: { name: 'credential-not-sendable', title: 'a credential cannot be sent as it is' },
  TK7110: { name: 'request-not-sendable', title: 'the request cannot be made by fetch' },
  TK7121: { name: 'connection-failed', title: 'the server could not be reached or broke off' },
  TK7122: { name: 'call-timed-out', title: 'there was no answer in time' },
  TK7123: { name: 'call-aborted', title: 'the caller gave up' },
  TK7124: { name: 'redirect-refused', title: 'the server redirects where the call must not follow' },
  TK7131: { name: 'answer-is-error', title: 'the answer is no success' },
  TK7132: { name: 'status-undeclared', title: 'the contract does not declare the status of the answer' },
  TK7133: { name: 'media-type-undeclared', title: 'the contract does not declare the media type of the answer' },
  TK7134: { name: 'answer-unreadable', title: 'the answer is not what its media type or the contract says' },
  TK7135: { name: 'answer-of-foreign-tenant', title: 'the answer names another tenant than the call' },
  TK7136: { name: 'pages-repeat', title: 'the pages of a list do not come to an end' },
  TK7137: { name: 'call-refused', title: 'the server refused the call' },
  TK7141: { name: 'circuit-open', title: 'calls fail too often, so none is tried now' },
  TK7142: { name: 'bulkhead-full', title: 'too many calls are under way' },
  TK7143: { name: 'call-rate-exceeded', title: 'there were too many calls' },
} as const satisfies Readonly<Record<`TK7${number}`, RuntimeCodeSpec>>

export type RuntimeCode = keyof typeof runtimeCodes
export type RuntimeReason = (typeof runtimeCodes)[RuntimeCode]['name']
