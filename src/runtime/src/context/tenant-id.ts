const canonical = /^[a-z0-9][a-z0-9_-]{0,62}$/

/** What programs make of nothing, or of their own machinery, when they turn it into text. */
const accidents = new Set(['null', 'undefined', 'nan', 'true', 'false', 'constructor', 'prototype', '0'])

/**
 * Whether `value` is the canonical spelling of a tenant's id. Nothing is ever normalised: an id is this, byte for byte,
 * or it is refused.
 */
export function isTenantId(value: unknown): value is string {
  return typeof value === 'string' && canonical.test(value) && !accidents.has(value)
}
