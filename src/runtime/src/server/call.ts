import type { AuditDetail, AuditEvent, AuditEventName } from '../audit/index.js'
import type { Principal } from '../context/index.js'
import { ConfigurationError } from '../error/index.js'
import type { Environment } from './environment.js'
import type { HeaderReader } from './header-reader.js'
import type { PreparedOperation } from './operation.js'
import type { Proof } from './proof.js'
import type { Header, RequestLike } from './request.js'

/** One request on its way through the stages. `principal` and `tenant` are set when they are verified, not before. */
export interface Call {
  readonly environment: Environment
  readonly request: RequestLike
  readonly headers: HeaderReader
  readonly path: string
  /** Without `?`. */
  readonly query: string
  readonly traceId: string
  operation: PreparedOperation | undefined
  /** By name in the template; still percent-encoded. */
  pathParameters: Readonly<Record<string, string>> | undefined
  principal: Principal | undefined
  tenant: string | undefined
  /** Whose credentials let it in: what streams for long asks whether they still hold. */
  proofs: readonly Proof[]
  /** Other tenants that grants have opened to it. */
  crossed: readonly string[]
  /** What every answer says of the caller's rate. */
  rate: readonly Header[]
  /** Gives back what a streamed answer holds until its end. */
  held: (() => void) | undefined
  /** Settles when a handler has ended whose caller is not waiting any more, or has had as much time again. */
  lingering: Promise<void> | undefined
}

/** A call whose operation is found. */
export interface RoutedCall extends Call {
  operation: PreparedOperation
  pathParameters: Readonly<Record<string, string>>
}

export function isRouted(call: Call): call is RoutedCall {
  return call.operation !== undefined
}

export interface AuditNote {
  readonly event: AuditEventName
  readonly reason: string
  readonly status?: number | undefined
  readonly details?: Readonly<Record<string, AuditDetail>> | undefined
}

/** Tells the audit. A sink that fails is reported and changes nothing about the answer. */
export function audit(call: Call, note: AuditNote): void {
  const { options } = call.environment
  if (!options.audit) return
  try {
    const written = options.audit.write(eventOf(call, note))
    if (written) written.catch((error: unknown) => report(call, error))
  } catch (error) {
    report(call, error)
  }
}

/** The same for what must not happen unwritten: rejects when there is no sink, or when it fails. */
export async function auditSurely(call: Call, note: AuditNote): Promise<void> {
  const { audit: sink } = call.environment.options
  if (!sink) throw new ConfigurationError('the server has no `audit`')
  await sink.write(eventOf(call, note))
}

function eventOf(call: Call, note: AuditNote): AuditEvent {
  return {
    at: new Date(call.environment.clock.now()).toISOString(),
    event: note.event,
    operation: call.operation?.id,
    tenant: call.tenant,
    principal: call.principal?.id,
    issuer: call.principal?.issuer,
    ...(call.principal?.actors && { actors: [...new Set(call.principal.actors.map(({ id }) => id))] }),
    traceId: call.traceId,
    reason: note.reason,
    status: note.status,
    details: note.details ?? {},
  }
}

/** Tells the service's own log. */
export function report(call: Call, error: unknown): void {
  try {
    call.environment.options.onError?.(error, { operation: call.operation?.id, traceId: call.traceId })
  } catch {
    // A log that fails must not take the call with it.
  }
}
