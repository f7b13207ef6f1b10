import type { MaskRule, View } from '../codec/index.js'
import type { TenantKeys } from '../keys/index.js'

import {
  type Clearance,
  covers,
  createMaskKeys,
  createView,
  dominates,
  isAtLeast,
  lesser,
  type MaskKeys,
} from '../masking/index.js'
import { own } from '../wire/index.js'
import { audit, type RoutedCall, report } from './call.js'
import type { Crossing } from './grants.js'

import { type Ready, rescued, whenReady } from './ready.js'
import { isRefusal, type Refusal, refuse } from './refusal.js'
import type { ServerPathway } from './types.js'

/** A view of one answer, which knows what was shown and which tokens were made. */
export interface AnswerView extends View {
  /** Whether values of a class are shown; tells nobody. */
  clears(held: Pick<MaskRule, 'sensitivity' | 'category'>): boolean
  /** The keys that it masks with. */
  readonly maskKeys: MaskKeys
  /**
   * Called when a text is written, before it goes out: tells the audit what was revealed, and the vault what new tokens
   * stand for. Undefined when there is nothing to wait for.
   */
  settle(): Promise<void> | undefined
}

/** How the caller may see what is answered: its tenant, the tenants that a grant opened, its clearance. */
export function responseView(call: RoutedCall, crossing: Crossing): Ready<AnswerView | Refusal> {
  return whenReady(keysOf(call), (keys) => (isRefusal(keys) ? keys : viewWith(keys, call, crossing)))
}

function viewWith(keys: TenantKeys, call: RoutedCall, crossing: Crossing): AnswerView {
  const { environment, tenant } = call
  const { vault } = environment.options
  const revealed = new Set<string>()
  const tokens = new Map<string, string>()
  const { dataPolicy } = environment.contract
  const maskKeys = createMaskKeys({
    keys,
    tenant,
    random: environment.random,
    issued: vault && ((token, sealed) => tokens.set(token, sealed)),
  })
  const clearance = clearanceOf(call)
  const crosses: AnswerView['clears'] = (held) =>
    crossing.tenants.length === 0 || crossing.pathways.every((pathway) => passes(pathway, held))
  const view = createView({
    tenant,
    clearance,
    sink: 'response',
    limit: crosses,
    keys: maskKeys,
    shown: (rule) => {
      if (!dominates(dataPolicy.default, rule)) revealed.add(rule.field)
    },
  })
  const settle = (): Promise<void> | undefined => {
    if (revealed.size > 0) {
      auditRevealed(call, [...revealed])
      revealed.clear()
    }
    if (tokens.size === 0) return undefined
    const kept = new Map(tokens)
    tokens.clear()
    return keepTokens(call, kept)
  }
  const clears: AnswerView['clears'] = (held) => dominates(clearance, held) && crosses(held)
  return { ...(crossing.tenants.length === 0 ? view : across(crossing, view)), clears, maskKeys, settle }
}

/** Places of the contract, no values. */
function auditRevealed(call: RoutedCall, fields: readonly string[]): void {
  const clearance = call.principal?.clearance
  const { purpose } = clearanceNamed(call, clearance)
  audit(call, {
    event: 'data-revealed',
    reason: 'clearance',
    details: { fields, ...(clearance !== undefined && { clearance }), ...(purpose !== undefined && { purpose }) },
  })
}

/**
 * A vault that fails does not undo what the handler did: the answer goes out, and since the same value always gets the same
 * token, the next answer that holds it brings it to the vault.
 */
async function keepTokens(call: RoutedCall, tokens: ReadonlyMap<string, string>): Promise<void> {
  try {
    await call.environment.options.vault?.keep(call.tenant, tokens)
  } catch (error) {
    report(call, error)
    audit(call, { event: 'dependency-failed', reason: 'token-vault-failed' })
  }
}

/** Asked for before the handler runs: what it did could not be answered without them. */
function keysOf(call: RoutedCall): Ready<TenantKeys | Refusal> {
  return rescued<TenantKeys | Refusal>(
    () => call.environment.keys.keysOf(call.tenant),
    (error) => {
      report(call, error)
      const audit = { event: 'dependency-failed', reason: 'keys-not-available' } as const
      return refuse('TK7217', { headers: [['retry-after', '1']], audit })
    },
  )
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
export function clearanceOf(call: RoutedCall): Clearance {
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

/** Rows of the granted tenants may be among the caller's own. */
function across({ tenants }: Crossing, view: View): View {
  return {
    tenant: view.tenant,
    shows: (rule) => view.shows(rule),
    mask: (value, rule) => view.mask(value, rule),
    guard(value, at) {
      if (!(typeof value === 'string' && tenants.includes(value))) view.guard(value, at)
    },
  }
}

/** Of what the clearance covers, a way across lets through what it names. */
function passes({ ceiling, categories }: ServerPathway, rule: Parameters<AnswerView['clears']>[0]): boolean {
  if (ceiling !== undefined && !isAtLeast(ceiling, rule.sensitivity)) return false
  const { category } = rule
  return categories === undefined || category === undefined || categories.some((each) => covers(each, category))
}
