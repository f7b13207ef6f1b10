import type { MaskRule, View } from '../codec/types.js'
import { ForeignTenantError } from '../error/index.js'
import { dominates, isAtLeast } from './clearance.js'
import { isKeyed, maskValue } from './mask-value.js'
import type { Clearance, MaskKeys, Sink } from './types.js'

export interface ViewOptions {
  /** The verified tenant whose data may appear; undefined where the scope binds no tenant, then no tenant is foreign. */
  readonly tenant: string | undefined
  /** Of who reads the text. Counts for responses only: the other sinks are read by nobody in particular. */
  readonly clearance: Clearance
  readonly sink: Sink
  /** For `hash`, `tokenize` and `encrypt`, or where to get them when one of these is met; without them these hide everything. */
  readonly keys?: MaskKeys | (() => MaskKeys | undefined) | undefined
}

/** What every sink but a response shows. */
const ofSinks: Clearance = { max: 'internal', reveal: [] }

/** Who reads what is written next: made once per call, and cheap. */
export function createView({ tenant, clearance, sink, keys }: ViewOptions): View {
  const held = sink === 'response' ? clearance : lowerOf(clearance)
  const known = new Map<MaskRule, boolean>()
  return {
    tenant,
    shows(rule) {
      let shown = known.get(rule)
      if (shown === undefined) {
        shown = dominates(held, rule)
        known.set(rule, shown)
      }
      return shown
    },
    mask: (value, rule) => maskValue(value, rule, isKeyed(rule) ? keysOf(keys) : undefined),
    guard(value, at) {
      if (tenant !== undefined && value !== tenant) throw new ForeignTenantError(at)
    },
  }
}

function keysOf(keys: ViewOptions['keys']): MaskKeys | undefined {
  return typeof keys === 'function' ? keys() : keys
}

function lowerOf(clearance: Clearance): Clearance {
  return isAtLeast(clearance.max, ofSinks.max) ? ofSinks : { max: clearance.max, reveal: [] }
}
