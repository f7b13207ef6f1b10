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

/** Where an alternative stands. What nobody wrote stands where everybody would look for it: at the top, or at the operation. */
export function standing(
  side: 'before' | 'after',
  alternative: Alternative | undefined,
  { security, at }: Contract,
): { readonly before?: SpanPlace; readonly after?: SpanPlace } {
  if (!alternative) return {}
  const isWritten = alternative.written.at !== at
  if (!isWritten && security.length > 0) return {}
  return { [side]: { at: alternative.written.at, ...(!isWritten && { part: 'key' }) } }
}
