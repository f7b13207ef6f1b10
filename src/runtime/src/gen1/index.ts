/**
 * What generated types and clients import. Stable: a change that would break generated code gets a `gen2` beside it.
 * Safe for browsers: nothing below imports from `node:`.
 */

export { eachItem, paged } from '../client/paged.js'
export { createTransport } from '../client/transport.js'
export type {
  CallArguments,
  CallInput,
  CallOptions,
  ClientContract,
  ClientEnvironment,
  ClientOperation,
  ClientOptions,
  ClientSecurityScheme,
  ContentResult,
  Credential,
  CredentialRequest,
  Credentials,
  IdempotentCallOptions,
  Interceptor,
  Paged,
  Pagination,
  ResponseInfo,
  Result,
  TenantSource,
  Transport,
  TransportOptions,
} from '../client/types.js'
export { type SuccessBody, unwrap } from '../client/unwrap.js'
export {
  ConnectionError,
  isProblem,
  isTenantkitError,
  type ProblemDetails,
  RequestError,
  ResponseError,
  type RuntimeCode,
  type RuntimeReason,
  runtimeCodes,
  TenantkitError,
  UnexpectedResponseError,
} from '../error/index.js'
export type {
  BinaryContent,
  BinaryInput,
  BodyKind,
  ClientErrorStatus,
  EventStream,
  FileInput,
  HttpStatus,
  InformationalStatus,
  ParameterPlace,
  ParameterStyle,
  RedirectionStatus,
  ScopeName,
  ServerErrorStatus,
  ServerSentEvent,
  SuccessStatus,
  Unrecognized,
  WireEncoding,
  WireHeader,
  WireIdempotency,
  WireMedia,
  WireOperation,
  WireParameter,
  WireResponse,
  WireScalar,
  WireShape,
} from '../wire/index.js'
