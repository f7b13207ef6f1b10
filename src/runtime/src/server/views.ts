import type { MaskRule, View } from '../codec/index.js'
import type { TenantKeys } from '../keys/index.js'
import { type Clearance, covers, createMaskKeys, createView, isAtLeast, lesser } from '../masking/index.js'
import { own } from '../wire/index.js'
import { type RoutedCall, report } from './call.js'
import type { Crossing } from './grants.js'
import { isRefusal, type Refusal, refuse } from './refusal.js'
import type { ServerPathway } from './types.js'

/** How the caller may see what is answered: its tenant, the tenants that a grant opened, its clearance. */
export async function responseView(call: RoutedCall, crossing: Crossing): Promise<View | Refusal> {
  const { environment, tenant } = call
  const keys = await keysOf(call)
  if (isRefusal(keys)) return keys
  const view = createView({
    tenant,
    clearance: clearanceOf(call),
    sink: 'response',
    keys: createMaskKeys({ keys, tenant, random: environment.random }),
  })
  return crossing.tenants.length === 0 ? view : across(crossing, view)
}

/** Asked for before the handler runs: what it did could not be answered without them. */
async function keysOf(call: RoutedCall): Promise<TenantKeys | Refusal> {
  try {
    return await call.environment.keys.keysOf(call.tenant)
  } catch (error) {
    report(call, error)
    const audit = { event: 'dependency-failed', reason: 'keys-not-available' } as const
    return refuse('TK7217', { headers: [['retry-after', '1']], audit })
  }
}

/** Everything as the handler gave it, guarded: for the encrypted record that is masked again for whoever gets it. */
export function recordView(view: View): View {
  return {
    tenant: view.tenant,
    shows: () => true,
    mask: (value, rule) => view.mask(value, rule),
    guard: (value, at) => view.guard(value, at),
  }
}

/** By the name that the verified credentials give; an unknown name clears nobody for more than the default. */
function clearanceOf(call: RoutedCall): Clearance {
  // What everybody may ask for shows nothing that is not for everybody.
  if (call.operation.operation.scope === 'public') return { max: 'public', reveal: [] }
  const { principal } = call
  const subject = clearanceNamed(call, principal?.clearance)
  // Whoever acts for somebody shows nothing that it may not see itself.
  const actors = (principal?.actors ?? []).filter(({ clearance }) => clearance !== undefined)
  return actors.reduce((held, { clearance }) => lesser(held, clearanceNamed(call, clearance)), subject)
}

function clearanceNamed(call: RoutedCall, name: string | undefined): Clearance {
  const { dataPolicy } = call.environment.contract
  return (name === undefined ? undefined : own(dataPolicy.clearances, name)) ?? dataPolicy.default
}

/** Rows of the granted tenants may be among the caller's own; nothing is shown that a way does not let through. */
function across({ tenants, pathways }: Crossing, view: View): View {
  return {
    tenant: view.tenant,
    shows: (rule) => view.shows(rule) && pathways.every((pathway) => passes(pathway, rule)),
    mask: (value, rule) => view.mask(value, rule),
    guard(value, at) {
      if (!(typeof value === 'string' && tenants.includes(value))) view.guard(value, at)
    },
  }
}

function passes({ ceiling, categories }: ServerPathway, rule: MaskRule): boolean {
  if (ceiling !== undefined && !isAtLeast(ceiling, rule.sensitivity)) return false
  const { category } = rule
  return categories === undefined || category === undefined || categories.some((each) => covers(each, category))
}
