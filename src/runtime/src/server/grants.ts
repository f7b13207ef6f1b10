import { findGrants, type Grant } from '../grant/index.js'
import { own } from '../wire/index.js'
import { withinHookTime } from './ask-hook.js'
import { audit, type RoutedCall, report } from './call.js'
import type { Ready } from './ready.js'
import { type Refusal, refuse } from './refusal.js'
import type { ServerPathway } from './types.js'

/** What a call may reach beside its own tenant, and which ways lead there. */
export interface Crossing {
  readonly tenants: readonly string[]
  /** Of the grants that were used: what crosses must be allowed by each. */
  readonly pathways: readonly ServerPathway[]
}

const nowhere: Crossing = { tenants: [], pathways: [] }

/**
 * The other tenants that a call of the scope `cross-tenant` may reach: those that it names, each with a grant; all that
 * are granted where it names none. Without a directory there is no grant.
 */
export function grantedTenants(
  call: RoutedCall,
  inParameters: readonly string[],
  inBody: ReadonlySet<string>,
): Ready<Crossing | Refusal> {
  if (call.operation.operation.scope !== 'cross-tenant') return nowhere
  return askGrants(call, [...new Set([...inParameters, ...inBody])])
}

async function askGrants(call: RoutedCall, named: readonly string[]): Promise<Crossing | Refusal> {
  const grants: Grant[] = []
  for (const to of named.length > 0 ? named : [undefined]) {
    const found = await grantsFor(call, to)
    if ('kind' in found) return found
    grants.push(...found.grants)
  }
  const declared = call.operation.operation.pathways ?? []
  return {
    tenants: grants.map(({ to }) => to),
    pathways: declared.filter(({ id }) => grants.some(({ pathway }) => pathway === id)),
  }
}

async function grantsFor(call: RoutedCall, to: string | undefined): Promise<Granted | Refusal> {
  const found = await findOpen(call, to)
  if ('kind' in found) return found
  for (const grant of found.grants) {
    const details = { to: grant.to, grant: grant.id, pathway: grant.pathway }
    audit(call, { event: 'tenant-crossed', reason: 'grant', details })
  }
  return found
}

/** The same later, for a call that is still being answered: a refusal when one of the tenants is closed to it by now. */
export async function whyNotCrossing(call: RoutedCall): Promise<Refusal | undefined> {
  for (const to of call.crossed) {
    const found = await findOpen(call, to)
    if ('kind' in found) return found
  }
  return undefined
}

interface Granted {
  readonly grants: readonly Grant[]
}

async function findOpen(call: RoutedCall, to: string | undefined): Promise<Granted | Refusal> {
  const { principal, tenant: from, environment } = call
  const { pathways: declared = [] } = call.operation.operation
  if (!principal || from === undefined) return missing(to)
  const pathways = declared.filter((pathway) => isMeant(pathway, principal.claims)).map(({ id }) => id)
  const request = { operation: call.operation.id, from, to, pathways, principal }
  try {
    const { clock, options } = environment
    const found = await withinHookTime(call, () => findGrants(options.grants, request, clock.now()))
    const closed = await Promise.all(found.map((grant) => whyClosed(call, grant.to)))
    const grants = found.filter((_, index) => closed[index] === undefined)
    return grants.length === 0 ? missing(to, closed[0]) : { grants }
  } catch (error) {
    report(call, error)
    const note = { event: 'dependency-failed', reason: 'grant-check-failed' } as const
    return refuse('TK7217', { headers: [['retry-after', '1']], audit: note })
  }
}

/** What is suspended or stopped is not reached through a grant, either. */
async function whyClosed(call: RoutedCall, tenant: string): Promise<string | undefined> {
  const { tenants, killSwitch } = call.environment.options
  const state = tenants ? await withinHookTime(call, () => tenants.stateOf(tenant)) : 'active'
  if (state !== 'active') return `other-tenant-${state}`
  const asked = { tenant, operation: call.operation.id }
  const stop = killSwitch && (await withinHookTime(call, () => killSwitch.stopOf(asked)))
  return stop && 'other-tenant-stopped'
}

/** A credential that says what it is for is good for nothing else. */
function isMeant({ id, purpose }: ServerPathway, claims: Readonly<Record<string, unknown>>): boolean {
  const stated = own(claims, 'purpose')
  return stated === undefined || stated === id || stated === purpose
}

function missing(to: string | undefined, reason = 'grant-missing'): Refusal {
  return refuse('TK7207', { audit: { event: 'access-refused', reason, details: { to: to ?? '' } } })
}
