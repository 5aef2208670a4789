import { expect, test } from 'vitest';
import { isPublicAddress } from '../../src/webhooks/isPublicAddress.ts';

test.each([
  ['this machine', ['127.0.0.1', '127.255.0.9', '::1', '0.0.0.0', '::']],
  [
    'private networks',
    ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1', 'fec0::1'],
  ],
  ['link-local, where clouds keep their metadata', ['169.254.169.254', 'fe80::1', 'fe80::1%eth0']],
  ['networks of carriers', ['100.64.0.1', '100.127.255.254']],
  ['multicast and broadcast', ['224.0.0.1', '239.255.255.250', '255.255.255.255', 'ff02::1']],
  [
    'reserved ranges',
    [
      '0.1.2.3',
      '192.0.0.1',
      '192.0.2.1',
      '198.18.0.1',
      '198.51.100.1',
      '203.0.113.1',
      '240.0.0.1',
      '2001:db8::1',
      '100::1',
      '5f00::1',
    ],
  ],
  [
    'IPv4 within IPv6',
    [
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '::ffff:8.8.8.8',
      '::127.0.0.1',
      '64:ff9b::a00:1',
      '2002:7f00:1::',
      '2001:0:a::1',
    ],
  ],
  ['what no resolver gives', ['', 'localhost', '127.1', '0x7f.0.0.1', '2130706433', '017700000001', '1.2.3.4/8']],
])('refuses %s', (_name, addresses) => {
  expect(addresses.filter(isPublicAddress)).toEqual([]);
});

test('takes addresses of the open internet', () => {
  const addresses = [
    '8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
    '192.167.255.1',
    '2606:4700::1111',
    '2a00:1450:4001::200e',
  ];
  expect(addresses.filter(isPublicAddress)).toEqual(addresses);
});
