import { isIPv4, isIPv6 } from 'node:net'

export interface AddressOptions {
  /** That the connection comes from. */
  readonly address: string | undefined
  readonly headers: Headers
  /** Whether something in front of the server, which it trusts, says whom a connection is for. */
  readonly isBehindProxy: boolean
}

/**
 * Whom requests are counted for that no session is known of. A household or a machine has all the addresses of a network of
 * IPv6, so those count as one. Of `X-Forwarded-For` the last entry is the proxy's own word; those before it are anybody's.
 */
export function callerAddress({ address, headers, isBehindProxy }: AddressOptions): string {
  const forwarded = isBehindProxy ? headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  const own = forwarded ?? address ?? ''
  const mapped = own.replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIPv4(mapped)) return mapped
  return isIPv6(own) ? networkOf(own) : 'unknown'
}

/** The first 64 bits, written in one way. */
function networkOf(address: string): string {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::')
  const groups = (text: string | undefined) => (text === undefined || text === '' ? [] : text.split(':'))
  const [before, after] = [groups(head), groups(tail)]
  const filled =
    tail === undefined
      ? before
      : [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after]
  return `${filled
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
