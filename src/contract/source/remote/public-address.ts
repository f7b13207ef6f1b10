import { BlockList, isIP } from 'node:net'

/**
 * Whether an IP address is one of the public internet: not of this machine, its networks, a carrier's (RFC 6598), nor set
 * aside for anything else (the special-purpose registries of RFC 6890). IPv6 forms that carry an IPv4 address inside are
 * refused altogether: no public service needs them, and a gateway would lead to the address inside.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !special.check(address, 'ipv4')
  // A zone (`%eth0`) is for link-local addresses only.
  if (family !== 6 || address.includes('%')) return false
  return unicast.check(address, 'ipv6') && !special.check(address, 'ipv6')
}

const special = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // carrier-grade NAT
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local; metadata services of clouds
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.31.196.0', 24], // AS112
  ['192.52.193.0', 24], // AMT
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['192.175.48.0', 24], // AS112
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, and broadcast
] as const) {
  special.addSubnet(network, prefix, 'ipv4')
}
for (const [network, prefix] of [
  ['2001::', 23], // protocol assignments, Teredo among them
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4, with an IPv4 address inside
  ['2620:4f:8000::', 48], // AS112
  ['3fff::', 20], // documentation
] as const) {
  special.addSubnet(network, prefix, 'ipv6')
}

// All that is given out as global unicast; everything else, `::1`, `::ffff:0:0/96`, `64:ff9b::/96`, `fc00::/7`,
// `fe80::/10` and `ff00::/8` among it, is outside.
const unicast = new BlockList()
unicast.addSubnet('2000::', 3, 'ipv6')
