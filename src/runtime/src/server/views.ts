import type { MaskRule, View } from '../codec/index.js'
import { ForeignTenantError } from '../error/index.js'
import type { TenantKeys } from '../keys/index.js'
import {
  type Clearance,
  covers,
  createMaskKeys,
  dominates,
  isAtLeast,
  isKeyed,
  lesser,
  type MaskKeys,
  maskValue,
} from '../masking/index.js'
import { own } from '../wire/index.js'
import { withinStoreTime } from './ask-store.js'
import { audit, type RoutedCall, report } from './call.js'
import type { Crossing } from './grants.js'

import { isPending, type Ready, rescued, whenReady } from './ready.js'
import { isRefusal, type Refusal, refuse } from './refusal.js'
import type { ServerPathway } from './types.js'

/** How the caller may see what is answered: its tenant, the tenants that a grant opened, its clearance. */
export function responseView(call: RoutedCall, crossing: Crossing): Ready<AnswerView | Refusal> {
  switch (call.operation.keys) {
    case 'none':
      return new AnswerView(call, crossing, undefined)
    case 'wanted':
      return whenReady(keysIfAny(call), (keys) => new AnswerView(call, crossing, keys))
    case 'required':
      return whenReady(keysOf(call), (keys) => (isRefusal(keys) ? keys : new AnswerView(call, crossing, keys)))
  }
}

/**
 * A view of one answer, which knows what was shown and which tokens were made. A class, because one is made for every
 * call, and most of what it may have to remember never comes up.
 */
export class AnswerView implements View {
  readonly tenant: string | undefined
  readonly #call: RoutedCall
  readonly #crossing: Crossing
  readonly #clearance: Clearance
  readonly #known: Map<MaskRule, boolean>
  #keys: TenantKeys | undefined
  #maskKeys: MaskKeys | undefined
  #asked: Promise<unknown> | undefined
  #revealed: Set<string> | undefined
  #tokens: Map<string, string> | undefined

  constructor(call: RoutedCall, crossing: Crossing, keys: TenantKeys | undefined) {
    this.tenant = call.tenant
    this.#call = call
    this.#crossing = crossing
    this.#clearance = clearanceOf(call)
    this.#known = new Map()
    this.#keys = keys
  }

  shows(rule: MaskRule): boolean {
    let shown = this.#known.get(rule)
    if (shown === undefined) {
      shown = this.clears(rule)
      this.#known.set(rule, shown)
      if (shown) this.#note(rule)
    }
    return shown
  }

  mask(value: unknown, rule: MaskRule): string | undefined {
    return maskValue(value, rule, isKeyed(rule) ? this.maskKeys : undefined)
  }

  /** Rows of the granted tenants may be among the caller's own. */
  guard(value: unknown, at: string): void {
    const { tenant } = this
    if (tenant === undefined || value === tenant) return
    if (!(typeof value === 'string' && this.#crossing.tenants.includes(value))) throw new ForeignTenantError(at)
  }

  /** Whether values of a class are shown; tells nobody. */
  clears(held: Pick<MaskRule, 'sensitivity' | 'category'>): boolean {
    return dominates(this.#clearance, held) && this.#crosses(held)
  }

  /**
   * The keys that it masks with. Where nothing of the contract needs them they are asked for here, when the handler's code
   * masks something by the rules of another one: what cannot wait for them gets none, and hides all.
   */
  get maskKeys(): MaskKeys | undefined {
    this.#keys ??= this.#keysAtOnce()
    if (!this.#keys) return undefined
    const { environment, tenant } = this.#call
    const { vault } = environment.options
    this.#maskKeys ??= createMaskKeys({
      keys: this.#keys,
      tenant,
      random: environment.random,
      issued: vault && ((token, sealed) => this.#issued(token, sealed)),
    })
    return this.#maskKeys
  }

  /**
   * Called when a text is written, before it goes out: tells the audit what was revealed, and the vault what new tokens
   * stand for. Undefined when there is nothing to wait for.
   */
  settle(): Promise<void> | undefined {
    if (this.#revealed) {
      auditRevealed(this.#call, [...this.#revealed])
      this.#revealed = undefined
    }
    const tokens = this.#tokens
    if (!tokens) return undefined
    this.#tokens = undefined
    return keepTokens(this.#call, tokens)
  }

  #crosses(held: Pick<MaskRule, 'sensitivity' | 'category'>): boolean {
    const { tenants, pathways } = this.#crossing
    return tenants.length === 0 || pathways.every((pathway) => passes(pathway, held))
  }

  #note(rule: MaskRule): void {
    if (dominates(this.#call.environment.contract.dataPolicy.default, rule)) return
    this.#revealed ??= new Set()
    this.#revealed.add(rule.field)
  }

  #issued(token: string, sealed: string): void {
    this.#tokens ??= new Map()
    this.#tokens.set(token, sealed)
  }

  /** Asked once for each call: whoever comes later gets what has come meanwhile. */
  #keysAtOnce(): TenantKeys | undefined {
    if (this.#asked) return undefined
    const failed = (error: unknown): undefined => {
      report(this.#call, error)
    }
    const keys = rescued<TenantKeys | undefined>(() => this.#call.environment.keys.keysOf(this.tenant), failed)
    if (!isPending(keys)) return keys
    this.#asked = keys.then((come) => {
      this.#keys = come
    })
    return undefined
  }
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
    const { vault } = call.environment.options
    if (vault) await withinStoreTime(call, () => vault.keep(call.tenant, tokens))
  } catch (error) {
    report(call, error)
    audit(call, { event: 'dependency-failed', reason: 'token-vault-failed' })
  }
}

const keysFailed = { event: 'dependency-failed', reason: 'keys-not-available' } as const

/** Asked for before the handler runs: what it did could not be answered without them. */
function keysOf(call: RoutedCall): Ready<TenantKeys | Refusal> {
  return rescued<TenantKeys | Refusal>(
    () => withinStoreTime(call, () => call.environment.keys.keysOf(call.tenant)),
    (error) => {
      report(call, error)
      return refuse('TK7217', { headers: [['retry-after', '1']], audit: keysFailed })
    },
  )
}

/** For logs and events of the handler. Without them these hide more, which is no reason not to serve. */
function keysIfAny(call: RoutedCall): Ready<TenantKeys | undefined> {
  const failed = (error: unknown): undefined => {
    report(call, error)
    audit(call, keysFailed)
  }
  return rescued<TenantKeys | undefined>(
    () => withinStoreTime(call, () => call.environment.keys.keysOf(call.tenant)),
    failed,
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
  if (!principal?.actors) return subject
  // Whoever acts for somebody shows nothing that it may not see itself.
  const actors = principal.actors.filter(({ clearance }) => clearance !== undefined)
  return actors.reduce((held, { clearance }) => lesser(held, clearanceNamed(call, clearance)), subject)
}

function clearanceNamed(call: RoutedCall, name: string | undefined): Clearance {
  const { dataPolicy } = call.environment.contract
  return (name === undefined ? undefined : own(dataPolicy.clearances, name)) ?? dataPolicy.default
}

/** Of what the clearance covers, a way across lets through what it names. */
function passes({ ceiling, categories }: ServerPathway, rule: Parameters<AnswerView['clears']>[0]): boolean {
  if (ceiling !== undefined && !isAtLeast(ceiling, rule.sensitivity)) return false
  const { category } = rule
  return categories === undefined || category === undefined || categories.some((each) => covers(each, category))
}
