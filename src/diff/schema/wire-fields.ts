import type { Schema } from '../../contract/model/index.js'

/** Fields that say nothing about which values are valid: containment has no word on them, rules have. */
const annotations: ReadonlySet<keyof Schema> = new Set<keyof Schema>([
  ...(['default', 'deprecated', 'readOnly', 'writeOnly', 'discriminator'] as const),
  ...(['contentEncoding', 'contentMediaType', 'contentSchema'] as const),
  ...(['classification', 'tenantKey', 'retention', 'residency', 'lifecycle'] as const),
])

/**
 * Whether a change of the field can break a payload: beside what is valid on the wire, whether a member takes part at
 * all decides about what is required of it, and about who accepts it.
 */
export function mayBreak(field: string): boolean {
  return isWireField(field) || field === 'readOnly' || field === 'writeOnly'
}

/** Whether a change of the field can change what is valid on the wire. */
export function isWireField(field: string): boolean {
  return !(annotations as ReadonlySet<string>).has(field)
}
