import type { NamespaceRules } from '../model/index.js'

/** What becomes of a version that breaks somebody. */
export function refusal({ onBreaking }: NamespaceRules): 'refused' | 'review' {
  return onBreaking === 'review' ? 'review' : 'refused'
}
