/**
 * What generated servers import. Stable: a change that would break generated code gets a `gen2` beside it.
 */
export type { Principal, Tenant } from '../../context/index.js'
export type { ProblemDetails } from '../../error/index.js'
export type { IdempotencyStore } from '../../idempotency/index.js'
export {
  type Authenticate,
  type ContentReply,
  createMask,
  createServer,
  type EmptyReply,
  type GovernedServer,
  type HandlerRequest,
  type IdempotencyContext,
  notImplemented,
  type PlatformHandlerRequest,
  type Reply,
  type ServerContract,
  type ServerHeader,
  type ServerIdempotency,
  type ServerMedia,
  type ServerOperation,
  type ServerOptions,
  type ServerParameter,
  type ServerResponse,
  type ServerSecurityScheme,
  type SinkMask,
  type TenantHandlerRequest,
  type WithHeaders,
} from '../../server/index.js'
export type {
  BinaryContent,
  BinaryInput,
  ClientErrorStatus,
  EventStream,
  FileInput,
  HttpStatus,
  InformationalStatus,
  RedirectionStatus,
  ServerErrorStatus,
  ServerSentEvent,
  SuccessStatus,
  Unrecognized,
  WireEncoding,
  WireShape,
} from '../../wire/index.js'
