import type { AuditEvent, AuditSink } from '../audit/index.js'

export interface CapturingAudit extends AuditSink {
  readonly events: readonly AuditEvent[]
  /** Forgets what was captured. */
  clear(): void
}

/** Keeps all audit entries, to be looked at by tests. */
export function capturingAudit(): CapturingAudit {
  const events: AuditEvent[] = []
  return {
    events,
    write: (event) => void events.push(event),
    clear: () => void events.splice(0),
  }
}
