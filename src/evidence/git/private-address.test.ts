import { expect, test } from 'vitest'
import { isPrivateAddress } from './private-address.ts'

test.each([
  ['loopback', ['127.0.0.1', '127.255.255.254', '::1', '::']],
  ['private', ['10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.0.1', 'fc00::1', 'fdff::1']],
  ['link-local', ['169.254.1.1', 'fe80::1', 'fe80::1%eth0', 'febf::1']],
  ['shared by a carrier', ['100.64.0.1', '100.127.255.255']],
  ['multicast and broadcast', ['224.0.0.1', '239.1.1.1', '255.255.255.255', 'ff02::1']],
  ['metadata', ['169.254.169.254', 'fd00:ec2::254', '100.100.100.200', '168.63.129.16', '192.0.0.192']],
  [
    'reserved',
    ['0.0.0.0', '0.1.2.3', '240.0.0.1', '192.0.2.1', '198.18.0.1', '2001:db8::1', '3fff::1', '4000::1'],
  ],
  [
    'IPv4 in IPv6',
    ['::ffff:127.0.0.1', '::ffff:a00:1', '64:ff9b::10.0.0.1', '64:ff9b::a9fe:a9fe', '::127.0.0.1'],
  ],
  ['tunnels', ['2002:7f00:1::1', '2001:0:1::1']],
  ['no address', ['', 'localhost', '1.2.3', '0x7f.1', '127.1']],
])('%s is not public', (_kind, addresses) => {
  expect(addresses.filter((address) => !isPrivateAddress(address))).toEqual([])
})

test('addresses of the internet are public, right up to the edges of the ranges', () => {
  const addresses = [
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
  ]
  const more = [
    '172.32.0.0',
    '223.255.255.255',
    '140.82.121.3',
    '2606:4700::1111',
    '2a01::1',
    '::ffff:1.1.1.1',
  ]
  expect([...addresses, ...more, '64:ff9b::8c52:7903'].filter(isPrivateAddress)).toEqual([])
})
