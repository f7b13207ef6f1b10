import type { AuditSink } from './types.js'

/** Tells every sink, also when one of them fails; then it fails with all that failed. */
export function toAll(...sinks: readonly AuditSink[]): AuditSink {
  return {
    async write(event) {
      const told = await Promise.allSettled(sinks.map((sink) => Promise.resolve().then(() => sink.write(event))))
      const errors = told.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))
      if (errors.length > 0) throw new AggregateError(errors, 'an audit sink failed')
    },
  }
}
