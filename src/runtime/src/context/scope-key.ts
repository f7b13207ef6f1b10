import { hash } from 'node:crypto'

/** Who a stored thing belongs to. `undefined` is a scope of its own, never a wildcard. */
export interface KeyScope {
  readonly tenant: string | undefined
  /** Absent: all principals of the tenant share what is stored. */
  readonly principal?: string | undefined
}

/**
 * The only way to build a key of a store, cache or breaker: SHA-256 over length-prefixed parts, so that no choice of
 * parts can imitate another (`a:b` + `c` is not `a` + `b:c`). 64 hex digits.
 */
export function scopeKey(purpose: string, scope: KeyScope, ...parts: readonly string[]): string {
  let text = framed(purpose) + optional(scope.tenant) + optional(scope.principal)
  for (const part of parts) text += framed(part)
  return hash('sha256', text, 'hex')
}

function framed(part: string): string {
  return `${Buffer.byteLength(part)}:${part}`
}

function optional(part: string | undefined): string {
  return part === undefined ? framed('absent') : framed('present') + framed(part)
}
