import { describe, expect, it } from 'vitest';
import { ClientAddress, limitedAddress } from '../../src/http/ClientAddress.ts';
import { readTrustedProxies } from '../../src/settings/readNetwork.ts';

function addressOf(trusted: string, remoteAddress: string, forwarded?: string): string {
  const proxies = new ClientAddress(readTrustedProxies({ PARLOUR_TRUSTED_PROXIES: trusted }));
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return proxies.of({ socket: { remoteAddress }, headers } as never);
}

describe('the address of a client', () => {
  it.each([
    ['nobody forwards', 'loopback', '203.0.113.7', undefined, '203.0.113.7'],
    ['a stranger says that he forwards', 'loopback', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['a proxy forwards', 'loopback', '127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['it comes over an IPv6 socket', 'loopback', '::ffff:127.0.0.1', '198.51.100.1', '198.51.100.1'],
    [
      'a client adds what it likes before',
      'loopback',
      '127.0.0.1',
      '10.0.0.1, 192.0.2.9, 198.51.100.1',
      '198.51.100.1',
    ],
    ['two proxies forward', 'loopback, 10.0.0.0/8', '127.0.0.1', '198.51.100.1, 10.1.2.3', '198.51.100.1'],
    ['all of it is ours', 'private', '10.0.0.1', '192.168.1.1, 172.16.0.9', '192.168.1.1'],
    ['a proxy writes nonsense', 'loopback', '127.0.0.1', 'unknown', '127.0.0.1'],
    ['no proxy is trusted', 'none', '127.0.0.1', '198.51.100.1', '127.0.0.1'],
  ])('when %s', (_what, trusted, remote, forwarded, expected) => {
    expect(addressOf(trusted, remote, forwarded)).toBe(expected);
  });

  it('counts as its network where everybody has many', () => {
    expect(limitedAddress('2001:db8:1:2:3:4:5:6')).toBe(limitedAddress('2001:db8:1:2::9'));
    expect(limitedAddress('2001:db8:1:3::9')).not.toBe(limitedAddress('2001:db8:1:2::9'));
    expect(limitedAddress('::ffff:198.51.100.1')).toBe('198.51.100.1');
  });
});
