import type { MaskRule, View } from '../codec/types.js'
import { ForeignTenantError } from '../error/index.js'
import { dominates, isAtLeast } from './clearance.js'
import { maskValue } from './mask-value.js'
import type { Clearance, MaskKeys, Sink } from './types.js'

export interface ViewOptions {
  /** The verified tenant whose data may appear; undefined where the scope binds no tenant, then no tenant is foreign. */
  readonly tenant: string | undefined
  /** Of who reads the text. Counts for responses only: the other sinks are read by nobody in particular. */
  readonly clearance: Clearance
  readonly sink: Sink
  /** For `hash`, `tokenize` and `encrypt`; without them these hide everything. */
  readonly keys?: MaskKeys | undefined
  /** Asked once about each rule that the clearance covers; false hides its values all the same. */
  readonly limit?: ((rule: MaskRule) => boolean) | undefined
  /** Told once about each rule whose values are shown, when there is one to show. */
  readonly shown?: ((rule: MaskRule) => void) | undefined
}

/** What every sink but a response shows. */
const ofSinks: Clearance = { max: 'internal', reveal: [] }

/** Who reads what is written next: made once per call, and cheap. */
export function createView({ tenant, clearance, sink, keys, limit, shown: tell }: ViewOptions): View {
  const held = sink === 'response' ? clearance : lowerOf(clearance)
  const known = new Map<MaskRule, boolean>()
  return {
    tenant,
    shows(rule) {
      let shown = known.get(rule)
      if (shown === undefined) {
        shown = dominates(held, rule) && (limit?.(rule) ?? true)
        known.set(rule, shown)
        if (shown) tell?.(rule)
      }
      return shown
    },
    mask: (value, rule) => maskValue(value, rule, keys),
    guard(value, at) {
      if (tenant !== undefined && value !== tenant) throw new ForeignTenantError(at)
    },
  }
}

function lowerOf(clearance: Clearance): Clearance {
  return isAtLeast(clearance.max, ofSinks.max) ? ofSinks : { max: clearance.max, reveal: [] }
}
