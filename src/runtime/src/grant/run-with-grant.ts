import type { AuditSink } from '../audit/index.js'
import {
  type CallContext,
  type Clock,
  freezeContext,
  inTime,
  type Principal,
  randomHex,
  runInContext,
  systemClock,
  systemRandom,
  tooLate,
} from '../context/index.js'
import { GrantMissingError } from '../error/index.js'
import type { TenantDirectory } from '../tenancy/index.js'
import { findGrants } from './find-grants.js'
import type { GrantDirectory } from './types.js'

/** Work for another tenant that is done outside of a call: a job from a queue, a nightly run. */
export interface GrantedWork {
  /** As grants name it: an operation of the contract, or a name of the job's own. */
  readonly operation: string
  /** Id of the pathway that it takes. */
  readonly pathway: string
  /** The tenant that the work is done by. */
  readonly from: string
  /** The tenant whose things it touches. */
  readonly to: string
  readonly principal: Principal
  /** Of the call that the work was begun by. Default: a new one. */
  readonly traceId?: string | undefined
}

export interface GrantedWorkOptions {
  readonly grants: GrantDirectory
  /** Asked about both tenants: work for or by one that is not active is not run. Default: all are. */
  readonly tenants?: TenantDirectory | undefined
  readonly audit?: AuditSink | undefined
  /** Milliseconds for grants and states to be told; the work is not run when it takes longer. Default: 5,000. */
  readonly within?: number | undefined
  readonly clock?: Clock | undefined
}

/**
 * Runs `work` in the context of the tenant `to`. The grant is looked up now, when the work runs, not when it was queued:
 * one that has ended or was taken back in between allows nothing any more.
 *
 * @throws GrantMissingError when there is no grant, or one of the tenants is not active; `work` is not run then, nor when
 *   nobody can tell, which rejects with the error of whoever was asked, or a `TimeoutError`.
 */
export async function runWithGrant<T>(
  { operation, pathway, from, to, principal, traceId = randomHex(systemRandom, 16) }: GrantedWork,
  { grants, tenants, audit, within = 5000, clock = systemClock }: GrantedWorkOptions,
  work: (context: CallContext) => T | Promise<T>,
): Promise<T> {
  const now = clock.now()
  const request = { operation, from, to, pathways: [pathway], principal }
  const asking = Promise.all([
    findGrants(grants, request, now),
    ...[from, to].map(async (tenant) => (tenants ? tenants.stateOf(tenant) : 'active')),
  ] as const)
  const [[found], ...states] = await inTime(clock, within, asking, tooLate('the grant'))
  const inactive = states.find((state) => state !== 'active')
  const grant = inactive === undefined ? found : undefined
  await audit?.write({
    at: new Date(now).toISOString(),
    event: grant ? 'tenant-crossed' : 'access-refused',
    operation,
    tenant: from,
    principal: principal.id,
    issuer: principal.issuer,
    traceId,
    reason: grant ? 'grant' : inactive === undefined ? 'grant-missing' : `tenant-${inactive}`,
    status: undefined,
    details: { to, pathway, ...(grant && { grant: grant.id }) },
  })
  if (!grant) throw new GrantMissingError(operation)
  const context = freezeContext({ operation, tenant: { id: to }, principal, traceId, idempotencyKey: undefined })
  return runInContext(context, () => work(context))
}
