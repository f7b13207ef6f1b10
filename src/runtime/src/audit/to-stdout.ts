import type { AuditSink } from './types.js'

/**
 * Writes each entry as one line of JSON to the standard output.
 *
 * @param write takes one line with its line feed; default: the process's standard output.
 */
export function toStdout(write: (line: string) => unknown = (line) => process.stdout.write(line)): AuditSink {
  return {
    write(event) {
      write(`${auditLine(event)}\n`)
    },
  }
}

/** Printable ASCII only: whatever stands in a subject or a tenant, it cannot start a line or fool a terminal. */
export function auditLine(event: object): string {
  return JSON.stringify(event).replace(/[^\x20-\x7e]/g, escapeUnit)
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}
