import { canonicalText } from '../../../util/canonical-text.js'

/** The members of a list that another one has not. */
export function without(list: unknown, others: unknown): readonly unknown[] {
  const known = new Set((others as readonly unknown[]).map(canonicalText))
  return (list as readonly unknown[]).filter((member) => !known.has(canonicalText(member)))
}
