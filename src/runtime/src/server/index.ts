export { consumedBody } from './consumed-body.js'
export { createServer, type GovernedServer, partsOf } from './create-server.js'
export { hasBody } from './has-body.js'
export type { IdempotencyRules, OperationIdempotencyRules } from './idempotency-rules.js'
export { joinBytes } from './join-bytes.js'
export { notImplemented } from './not-implemented.js'
export {
  type Authenticate,
  type DeclaredRate,
  defaultLimits,
  type ErrorInfo,
  type Limits,
  type RateAnswer,
  type RateDecision,
  type RateLimiter,
  type RateRequest,
  type ServerOptions,
  type ServerResilience,
} from './options.js'
export { isPending, type Ready } from './ready.js'
export type { ProblemIssue } from './refusal.js'

export type { BodyReader, ClientCertificate, Header, RequestLike, ResponseLike } from './request.js'
export { type RevealOptions, reveal } from './reveal.js'
export { createMask, type OpenSink, type SinkMask } from './sink-mask.js'
export type { CallEnd, CallSpan, CallStart, Telemetry } from './telemetry.js'
export { createTickets, type IssueOptions, type RedeemOptions, type TicketOptions, type Tickets } from './tickets.js'

export type {
  Audience,
  ContentReply,
  EmptyReply,
  HandlerRequest,
  IdempotencyContext,
  PlatformHandlerRequest,
  Reply,
  ServerContract,
  ServerHeader,
  ServerIdempotency,
  ServerMedia,
  ServerOperation,
  ServerParameter,
  ServerResponse,
  ServerSecurityScheme,
  TenantHandlerRequest,
  WithHeaders,
} from './types.js'
