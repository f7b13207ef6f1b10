import type { Authentication, Authenticator } from './types.js'

/** Accepts what any of `authenticators` accepts, asked in their order. What one cannot judge now is not refused for good. */
export function anyOf(...authenticators: readonly Authenticator[]): Authenticator {
  return {
    async authenticate(credential) {
      let answer: Authentication = { outcome: 'refused', reason: 'no-authenticator' }
      for (const authenticator of authenticators) {
        const next = await authenticator.authenticate(credential)
        if (next.outcome === 'authenticated') return next
        if (answer.outcome !== 'unavailable') answer = next
      }
      return answer
    },
  }
}
