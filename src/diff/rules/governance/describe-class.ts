import type { Classification } from '../../../contract/model/index.js'

/** `payment-card (restricted)`, `internal`, `unclassified`. */
export function describeClass(value: Classification | undefined): string {
  const { category, sensitivity } = value ?? {}
  if (category === undefined) return sensitivity ?? 'unclassified'
  return sensitivity === undefined ? category : `${category} (${sensitivity})`
}
