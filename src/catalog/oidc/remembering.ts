/** Milliseconds for which what was found out holds, and after which an issuer that did not answer is asked again. */
const freshFor = 3_600_000
export const cooldown = 30_000

/**
 * Remembers what was found out of an issuer, by its address, and for a while that nothing was: nobody makes us ask all the
 * time. Whoever calls has made sure that the issuer may be asked: there are only so many of those.
 */
export function remembering<Found>(
  find: (issuer: string) => Promise<Found>,
  now: () => Date,
): (issuer: string) => Promise<Found> {
  const known = new Map<string, { readonly found: Promise<Found>; readonly until: number }>()
  return (issuer) => {
    const at = now().getTime()
    const last = known.get(issuer)
    if (last && at < last.until) return last.found
    const found = find(issuer)
    known.set(issuer, { found, until: at + freshFor })
    // The failure itself is for those who wait for it.
    found.catch(() => known.set(issuer, { found, until: at + cooldown }))
    return found
  }
}
