import { Resolver } from 'node:dns/promises'

/** Addresses of a name; rejects with the code of the resolver when there are none. */
export type ResolveName = (name: string) => Promise<readonly string[]>

/**
 * Asks DNS itself. What the system resolves names with would block one of the few threads that files and keys need, too,
 * for as long as the one who answers for a name likes, and knows names that are of this machine alone.
 */
export function dnsResolver(): ResolveName {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 })
  return async (name) => {
    if (name === 'localhost') return ['127.0.0.1']
    const [v4, v6] = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)])
    if (v4.status === 'rejected' && v6.status === 'rejected') throw v4.reason
    return [v4, v6].flatMap((found) => (found.status === 'fulfilled' ? found.value : []))
  }
}
