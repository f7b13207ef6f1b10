import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** Whether something may be sent to an address; addresses are as a resolver gives them. */
export type AddressGuard = (address: string) => boolean

export interface GuardOptions {
  /** Addresses of this machine, too. Default: not. */
  readonly loopback?: boolean | undefined
}

/**
 * Lets through what is on the public internet and nothing else: whoever may name an address must not reach through the
 * catalog what stands beside it. What IANA says to be for a special purpose is not public
 * (https://www.iana.org/assignments/iana-ipv4-special-registry and its sibling for IPv6).
 */
export function createAddressGuard({ loopback = false }: GuardOptions = {}): AddressGuard {
  return (address) => {
    if (isIPv4(address)) return (loopback && ownV4.check(address)) || !notPublicV4.check(address)
    // An address with a zone belongs to one of this machine's own networks.
    if (!isIPv6(address) || address.includes('%')) return false
    if (loopback && ownV6.check(address, 'ipv6')) return true
    return publicV6.check(address, 'ipv6') && !notPublicV6.check(address, 'ipv6')
  }
}

const ownV4 = listOf('ipv4', ['127.0.0.0/8'])
const ownV6 = listOf('ipv6', ['::1/128'])

const notPublicV4 = listOf('ipv4', [
  '0.0.0.0/8', // this network
  '10.0.0.0/8', // private
  '100.64.0.0/10', // carrier-grade NAT, and metadata of one cloud
  '127.0.0.0/8', // loopback
  '168.63.129.16/32', // a public address where another cloud answers to its machines
  '169.254.0.0/16', // link-local, and metadata of most clouds
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocol assignments
  '192.0.2.0/24', // documentation
  '192.88.99.0/24', // relays of 6to4
  '192.168.0.0/16', // private
  '198.18.0.0/15', // benchmarks
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, and broadcast
])

/** Everything that is handed out at all; IPv4-mapped, NAT64, unique local and link-local addresses stand outside of it. */
const publicV6 = listOf('ipv6', ['2000::/3'])

const notPublicV6 = listOf('ipv6', [
  '2001::/23', // protocol assignments, Teredo among them
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4, which holds an IPv4 address
  '3fff::/20', // documentation
])

function listOf(family: 'ipv4' | 'ipv6', subnets: readonly string[]): BlockList {
  const list = new BlockList()
  for (const subnet of subnets) {
    const [network = '', prefix = ''] = subnet.split('/')
    list.addSubnet(network, Number(prefix), family)
  }
  return list
}
