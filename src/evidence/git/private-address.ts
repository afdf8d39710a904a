import { BlockList, isIPv4, isIPv6 } from 'node:net'

/**
 * True for an IP address that is not of the public internet: private, loopback, link-local, shared, multicast, reserved
 * and documentation ranges of RFC 6890 and its successors, cloud metadata services, and IPv6 forms that carry such an
 * IPv4 address. True for anything that is no IP address at all.
 */
export function isPrivateAddress(address: string): boolean {
  const [plain = ''] = address.split('%')
  if (isIPv4(plain)) return closed.check(plain, 'ipv4')
  if (!isIPv6(plain)) return true
  return closed.check(plain, 'ipv6') || !(open.check(plain, 'ipv6') || translated.check(plain, 'ipv6'))
}

/** Address and length of the prefix. */
const closedV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Azure's own host, reached from inside its machines only.
  ['168.63.129.16', 32],
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

const closedV6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

/** IPv6 with an IPv4 address in its last 32 bits: mapped, and translated by NAT64. */
const carriers = ['::ffff:', '64:ff9b::']

const open = new BlockList()
open.addSubnet('2000::', 3, 'ipv6')

const translated = new BlockList()
for (const carrier of carriers) translated.addSubnet(`${carrier}0.0.0.0`, 96, 'ipv6')

const closed = new BlockList()
for (const [address, length] of closedV4) {
  closed.addSubnet(address, length, 'ipv4')
  for (const carrier of carriers) closed.addSubnet(`${carrier}${address}`, 96 + length, 'ipv6')
}
for (const [address, length] of closedV6) closed.addSubnet(address, length, 'ipv6')
