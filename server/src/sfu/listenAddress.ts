import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Config } from '../config.ts';

const WILDCARDS = new Set(['0.0.0.0', '::']);

/** Where media is listened for, and what clients are told to send it to. */
export interface ListenAddress {
  ip: string;
  announcedAddress?: string;
}

/**
 * The addresses of media, one for each family: the one that HTTP listens on. A server that listens everywhere and
 * announces nothing announces the machine's first address that others can reach, since `0.0.0.0` in an ICE candidate
 * leads nowhere. An announced address of the other family is listened for on all addresses of that family.
 */
export async function listenAddresses(
  { host, announcedAddresses }: Pick<Config, 'host' | 'announcedAddresses'>,
  reachable: (family: 'IPv4' | 'IPv6') => string | undefined = firstReachable,
): Promise<[ListenAddress, ...ListenAddress[]]> {
  const ip = (await lookup(host)).address;
  const [first, ...others] = announcedAddresses;
  if (first !== undefined) return [announced(ip, first), ...others.map((address) => announced(ip, address))];
  if (!WILDCARDS.has(ip)) return [{ ip }];
  const everywhere = { ip: '0.0.0.0', announcedAddress: reachable('IPv4') ?? '127.0.0.1' };
  const six = ip === '::' ? reachable('IPv6') : undefined;
  return six === undefined ? [everywhere] : [everywhere, { ip: '::', announcedAddress: six }];
}

function announced(ip: string, announcedAddress: string): ListenAddress {
  const family = isIP(announcedAddress) || isIP(ip);
  if (isIP(ip) === family) return { ip, announcedAddress };
  return { ip: family === 6 ? '::' : '0.0.0.0', announcedAddress };
}

function firstReachable(family: 'IPv4' | 'IPv6'): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  // fe80:: is good for one link only.
  return all.find((one) => one.family === family && !one.internal && !one.address.startsWith('fe80:'))?.address;
}
