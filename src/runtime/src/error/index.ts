export {
  type AnswerInfo,
  BulkheadFullError,
  CallRejectedError,
  CircuitOpenError,
  ConnectionError,
  RateExceededError,
  RequestError,
  ResponseError,
  responseError,
  ServerRefusedError,
  UnexpectedResponseError,
} from './client-errors.js'
export { type RuntimeCode, type RuntimeCodeSpec, type RuntimeReason, runtimeCodes } from './codes.js'
export { MaskedValueError, MaskingError, RevealRefusedError, UnwritableError } from './masking-errors.js'
export { isProblem, type ProblemDetails, problemMediaType, problemType } from './problem.js'
export {
  ConfigurationError,
  ForeignTenantError,
  GrantMissingError,
  NotImplementedError,
  TenantContextMissing,
  TransactionError,
} from './server-errors.js'
export { type RefusalIssue, type ServerRefusal, serverRefusal } from './server-refusal.js'
export { causeNames, isTenantkitError, TenantkitError } from './tenantkit-error.js'
