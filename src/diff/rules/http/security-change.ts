import type { Contract, SecurityRequirement } from '../../../contract/model/index.js'
import type { Edit, SpanPlace } from '../../edit/edit.js'
import type { RuleContext } from '../../rule.js'
import { type Alternative, compareRequirements, type SecurityChange } from '../../security/requirements.js'

/** The edits that say that somebody else is let in. */
export const securityEdits = [
  'operation.security:added',
  'operation.security:removed',
  'operation.security:changed',
  'channel-operation.security:added',
  'channel-operation.security:removed',
  'channel-operation.security:changed',
  'broker.security:added',
  'broker.security:removed',
  'broker.security:changed',
] as const

export function securityChange({ from, to }: Edit, context: RuleContext): SecurityChange {
  return compareRequirements(context, listOf(from), listOf(to))
}

function listOf(value: unknown): readonly SecurityRequirement[] {
  return (value ?? []) as readonly SecurityRequirement[]
}

/** Whether the API is the one who has to be let in: it calls webhooks and callbacks. */
export function isCaller({ after }: Edit): boolean {
  return after !== undefined && 'role' in after && after.role !== 'path'
}

/** `key` or `token` with `tenantKey`. */
export function said(alternatives: readonly Alternative[]): string {
  return [...new Set(alternatives.map(({ text }) => text))].join(' or ')
}

/**
 * Where the alternatives of both sides stand. What nobody wrote stands at the top when the other side is inherited from
 * there, so that what is said once for all operations is told once; else where the operation would say it.
 */
export function standing(
  before: Alternative | undefined,
  after: Alternative | undefined,
  { base, head }: RuleContext,
): { readonly before?: SpanPlace; readonly after?: SpanPlace } {
  const from = placeOf(before, base, after, head)
  const to = placeOf(after, head, before, base)
  return { ...(from && { before: from }), ...(to && { after: to }) }
}

function placeOf(
  alternative: Alternative | undefined,
  { at }: Contract,
  other: Alternative | undefined,
  { security }: Contract,
): SpanPlace | undefined {
  if (!alternative) return undefined
  if (alternative.written.at !== at) return { at: alternative.written.at }
  return other && security.includes(other.written) ? { at } : undefined
}
