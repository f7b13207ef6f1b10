export {
  type AuditChain,
  type AuditChainOptions,
  type AuditLines,
  auditChain,
  type ChainEnd,
  type ChainFault,
  type ChainVerdict,
  type Checkpoint,
  chainEnd,
  checkpointLine,
  type FileLines,
  fileLines,
  linkOf,
  type VerifyChainOptions,
  verifyChain,
} from './chain/index.js'
export { toAll } from './to-all.js'
export { type OtlpOptions, type OtlpSink, toOtlp } from './to-otlp.js'
export { auditLine, toStdout } from './to-stdout.js'
export type { AuditDetail, AuditEvent, AuditEventName, AuditSink } from './types.js'
