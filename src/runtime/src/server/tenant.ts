import { isTenantId, type Principal } from '../context/index.js'
import { withinHookTime } from './ask-hook.js'
import { audit, type RoutedCall, report } from './call.js'
import { type Carried, carriersOf } from './carriers.js'
import { addClaims, agreedClaim, hasClaim } from './claims.js'
import type { Requirement } from './operation.js'
import type { Proof } from './proof.js'
import { type Ready, whenReady } from './ready.js'
import { type Refusal, refuse } from './refusal.js'

const none: readonly string[] = []

/** Whose data a call is about. */
export interface Tenancy {
  readonly principal: Principal | undefined
  /** The verified tenant, or the operator's choice. */
  readonly tenant: string | undefined
  /** Other tenants that parameters name, where the scope lets a call reach some. They need a grant each. */
  readonly foreign: readonly string[]
}

/**
 * Settles the tenant of a call: from verified claims only. Whatever else in the request names a tenant must be the same,
 * byte for byte. All refusals read alike, so that they tell nobody which tenants there are.
 */
export function resolveTenancy(call: RoutedCall, proofs: readonly Proof[]): Ready<Tenancy | Refusal> {
  const principal = principalOf(proofs, call)
  const { scope } = call.operation.operation
  if (scope === 'public') return { principal, tenant: undefined, foreign: none }
  if (!principal) {
    return refuse('TK7204', {
      headers: [['www-authenticate', 'Bearer']],
      audit: { event: 'authentication-refused', reason: 'no-principal' },
    })
  }
  call.principal = principal
  return scope === 'platform' ? chosenTenant(call, principal, proofs) : ownTenant(call, principal, proofs)
}

/** The first proof's principal, with its clearance as the contract reads it. */
function principalOf(proofs: readonly Proof[], call: RoutedCall): Principal | undefined {
  const principal = proofs[0]?.authenticated.principal
  if (!principal || principal.clearance !== undefined) return principal
  const clearance = agreedClaim(principal.claims, call.environment.contract.dataPolicy.claim)
  return typeof clearance === 'string' ? { ...principal, clearance } : principal
}

function ownTenant(call: RoutedCall, principal: Principal, proofs: readonly Proof[]): Ready<Tenancy | Refusal> {
  const tenant = claimedTenant(proofs)
  if (typeof tenant !== 'string') return tenantRefused(tenant.reason)
  return whenReady(
    mayBeServed(call, tenant, proofs),
    (refused): Tenancy | Refusal => refused ?? boundTenancy(call, principal, tenant),
  )
}

/** Whatever else names a tenant must name this one. */
function boundTenancy(call: RoutedCall, principal: Principal, tenant: string): Tenancy | Refusal {
  call.tenant = tenant
  const carried = carriersOf(call)
  if ('kind' in carried) return carried
  const isCrossing = call.operation.operation.scope === 'cross-tenant'
  if (carried.length === 0) return { principal, tenant, foreign: none }
  const strange = carried.filter((each) => each.tenant !== tenant)
  const refusing = strange.find((each) => !(isCrossing && each.isDeclared))
  if (refusing) return mismatch(call, refusing)
  return { principal, tenant, foreign: [...new Set(strange.map((each) => each.tenant))] }
}

/** An operator's tenant is what the request names, all of it alike. */
async function chosenTenant(
  call: RoutedCall,
  principal: Principal,
  proofs: readonly Proof[],
): Promise<Tenancy | Refusal> {
  const isAllowed = await isOperator(call, principal, proofs)
  if (isAllowed === undefined) return unknown('operator-check-failed')
  if (!isAllowed) return tenantRefused('not-an-operator')
  const carried = carriersOf(call)
  if ('kind' in carried) return carried
  const [choice] = carried
  if (!choice) {
    if (call.operation.tenantParameters.length > 0) return tenantRefused('no-tenant-chosen')
    return { principal, tenant: undefined, foreign: [] }
  }
  const other = carried.find((each) => each.tenant !== choice.tenant)
  call.tenant = choice.tenant
  if (other) return mismatch(call, other)
  audit(call, { event: 'tenant-chosen', reason: choice.carrier })
  return { principal, tenant: choice.tenant, foreign: [] }
}

/** Undefined: nobody can tell now. */
async function isOperator(
  call: RoutedCall,
  principal: Principal,
  proofs: readonly Proof[],
): Promise<boolean | undefined> {
  const { operators, trustedIssuers } = call.environment.options
  // Where issuers are trusted with some tenants only, a token that names none must not open all of them.
  const isLimited = trustedIssuers !== undefined || proofs.some(({ authenticated }) => authenticated.trust)
  if (!operators) return !isLimited && claimedValues(proofs).length === 0
  try {
    return await withinHookTime(call, () => operators(principal))
  } catch (error) {
    report(call, error)
    return undefined
  }
}

/** Every claim that may name the tenant, of every proof, must name the same one. */
function claimedTenant(proofs: readonly Proof[]): string | { readonly reason: string } {
  const values = claimedValues(proofs)
  const [first] = values
  if (first === undefined || proofs.some(lacksDeclaredClaim)) return { reason: 'tenant-claim-missing' }
  if (values.length === 1 && isTenantId(first)) return first
  if (!values.every(isTenantId)) return { reason: 'tenant-claim-malformed' }
  return values.every((value) => value === first) ? (first as string) : { reason: 'tenant-claims-disagree' }
}

function claimedValues(proofs: readonly Proof[]): readonly unknown[] {
  const values: unknown[] = []
  for (const { requirement, authenticated } of proofs) {
    const { tenant, tenantClaims = none, principal } = authenticated
    if (tenant !== undefined) values.push(tenant)
    const declared = declaredClaim(requirement)
    if (declared !== undefined) addClaims(values, principal.claims, declared)
    for (const name of tenantClaims) if (name !== declared) addClaims(values, principal.claims, name)
    if (declared === undefined && tenantClaims.length === 0) addClaims(values, principal.claims, 'tenant_id')
  }
  return values
}

function declaredClaim({ scheme }: Requirement): string | undefined {
  return 'tenantClaim' in scheme ? scheme.tenantClaim : undefined
}

/** The contract says where the tenant stands; another claim in its place is not what was agreed. */
function lacksDeclaredClaim({ requirement, authenticated }: Proof): boolean {
  if (authenticated.tenant !== undefined) return false
  const declared = declaredClaim(requirement)
  return declared !== undefined && !hasClaim(authenticated.principal.claims, declared)
}

function mayBeServed(call: RoutedCall, tenant: string, proofs: readonly Proof[]): Ready<Refusal | undefined> {
  const { trustedIssuers, tenants } = call.environment.options
  const isAsked = trustedIssuers || tenants || proofs.some(({ authenticated }) => authenticated.trust)
  return isAsked ? askDirectories(call, tenant, proofs) : undefined
}

async function askDirectories(
  call: RoutedCall,
  tenant: string,
  proofs: readonly Proof[],
): Promise<Refusal | undefined> {
  const { trustedIssuers, tenants } = call.environment.options
  try {
    for (const { authenticated } of proofs) {
      const { issuer } = authenticated.principal
      for (const trust of [authenticated.trust, trustedIssuers]) {
        if (trust && !(await withinHookTime(call, () => trust(issuer, tenant))))
          return tenantRefused('issuer-not-trusted', { claimed: tenant })
      }
    }
    const state = tenants ? await withinHookTime(call, () => tenants.stateOf(tenant)) : 'active'
    return state === 'active' ? undefined : tenantRefused(`tenant-${state}`, { claimed: tenant })
  } catch (error) {
    report(call, error)
    return unknown('tenant-check-failed')
  }
}

function unknown(reason: string): Refusal {
  return refuse('TK7217', { headers: [['retry-after', '1']], audit: { event: 'dependency-failed', reason } })
}

function tenantRefused(reason: string, details?: Readonly<Record<string, string>>): Refusal {
  return refuse('TK7207', { audit: { event: 'access-refused', reason, ...(details && { details }) } })
}

/** In the path another tenant's things do not exist, where the contract says so. */
function mismatch(call: RoutedCall, { carrier, tenant }: Carried): Refusal {
  const isDeclared = call.operation.operation.responses.some(({ status }) => status === '404')
  const audit = { event: 'tenant-mismatch', reason: carrier, details: { named: tenant } } as const
  return carrier === 'path' && isDeclared ? refuse('TK7202', { audit }) : refuse('TK7207', { audit })
}
