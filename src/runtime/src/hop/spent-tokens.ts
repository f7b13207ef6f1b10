/** Remembers which tokens were used. */
export interface SpentTokens {
  /**
   * Notes that the token `id` is used now. False: it was before.
   *
   * @param id unique over all issuers.
   * @param until milliseconds since 1970 when the token ends: nobody need remember it longer.
   * @throws when that cannot be told now; then the token is not accepted.
   */
  spend(id: string, until: number, now: number): boolean | Promise<boolean>
}

/**
 * In this process only: with several processes the same token could be used once in each. Full of tokens that have not
 * ended, it accepts no more rather than forget one.
 *
 * @param limit tokens. Default: 100,000, which is 1,600 calls a second.
 */
export function spentTokens(limit = 100_000): SpentTokens {
  const spent = new Map<string, number>()
  return {
    spend(id, until, now) {
      if ((spent.get(id) ?? 0) > now) return false
      if (spent.size >= limit) forget(now)
      if (spent.size >= limit) throw new RangeError('too many tokens are remembered')
      spent.set(id, until)
      return true
    },
  }

  function forget(now: number): void {
    for (const [id, until] of spent) if (until <= now) spent.delete(id)
  }
}
