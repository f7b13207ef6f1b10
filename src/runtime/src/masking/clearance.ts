import type { Clearance, ClearancePolicy, Sensitivity } from './types.js'

const ranks: Readonly<Record<Sensitivity, number>> = { public: 0, internal: 1, confidential: 2, restricted: 3 }

/** Whether `left` is at least as sensitive as `right`. */
export function isAtLeast(left: Sensitivity, right: Sensitivity): boolean {
  return ranks[left] >= ranks[right]
}

/** Whether the clearance covers a value: by sensitivity, or by a category that it reveals. */
export function dominates(
  clearance: Clearance,
  { sensitivity, category }: { readonly sensitivity: Sensitivity; readonly category?: string | undefined },
): boolean {
  if (ranks[sensitivity] <= ranks[clearance.max]) return true
  return category !== undefined && clearance.reveal.some((revealed) => covers(revealed, category))
}

/**
 * The caller's clearance by what the verified token says. A claim that names none of the policy's clearances, or is no
 * text, gives the default.
 */
export function clearanceOf(policy: ClearancePolicy, claims: Readonly<Record<string, unknown>>): Clearance {
  const name = Object.hasOwn(claims, policy.claim) ? claims[policy.claim] : undefined
  const known = typeof name === 'string' && Object.hasOwn(policy.clearances, name) ? policy.clearances[name] : undefined
  return known ?? policy.default
}

/** What both clearances cover: for calls on behalf of another. */
export function lesser(left: Clearance, right: Clearance): Clearance {
  const max = ranks[left.max] <= ranks[right.max] ? left.max : right.max
  const both = [
    ...left.reveal.filter((category) => right.reveal.some((other) => covers(other, category))),
    ...right.reveal.filter((category) => left.reveal.some((other) => covers(other, category))),
  ]
  // A category that only one of them reveals stays hidden even where the other's level covers it: the safe side.
  return { max, reveal: [...new Set(both)] }
}

/** `contact` covers `contact.email`. */
export function covers(revealed: string, category: string): boolean {
  return category === revealed || category.startsWith(`${revealed}.`)
}
