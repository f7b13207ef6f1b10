export { auditLine, toStdout } from './to-stdout.js'
export type { AuditDetail, AuditEvent, AuditEventName, AuditSink } from './types.js'
