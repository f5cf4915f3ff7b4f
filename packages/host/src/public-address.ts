import { BlockList, isIPv4, isIPv6 } from 'node:net'

// IPv4 that is no place of the public net: IANA's special-purpose registry (RFC 6890 and its updates), with multicast
// and the reserved block.
const CLOSED: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

const CLOSED_IPV4 = new BlockList()
for (const [address, prefix] of CLOSED) CLOSED_IPV4.addSubnet(address, prefix, 'ipv4')

// Of IPv6 only the block that is given out as global unicast is open, without what is special in it. That closes
// loopback, link-local, unique local and multicast, and the forms that hide an IPv4 address (mapped, NAT64).
const OPEN_IPV6 = new BlockList()
OPEN_IPV6.addSubnet('2000::', 3, 'ipv6')
const CLOSED_IPV6 = new BlockList()
for (const [address, prefix] of [
  // Protocol assignments, Teredo among them.
  ['2001::', 23],
  ['2001:db8::', 32],
  // 6to4, which holds an IPv4 address.
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  CLOSED_IPV6.addSubnet(address, prefix, 'ipv6')

/** True for an address of the public net, in the form that a resolver or `URL` gives; false for what is none at all. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !CLOSED_IPV4.check(address, 'ipv4')
  if (!isIPv6(address) || address.includes('%')) return false
  return OPEN_IPV6.check(address, 'ipv6') && !CLOSED_IPV6.check(address, 'ipv6')
}
