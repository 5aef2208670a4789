import { lookup } from 'node:dns/promises';
import { networkInterfaces } from 'node:os';
import type { Config } from '../config.ts';

const WILDCARDS = new Set(['0.0.0.0', '::']);

/** Where media is listened for, and what clients are told to send it to. */
export interface ListenAddress {
  ip: string;
  announcedAddress?: string;
}

/**
 * The address of media: the one that HTTP listens on. A server that listens everywhere and announces nothing announces
 * the machine's first address that others can reach, since `0.0.0.0` in an ICE candidate leads nowhere.
 */
export async function listenAddress({
  host,
  announcedAddress,
}: Pick<Config, 'host' | 'announcedAddress'>): Promise<ListenAddress> {
  const ip = (await lookup(host)).address;
  if (announcedAddress !== null) return { ip, announcedAddress };
  return WILDCARDS.has(ip) ? { ip, announcedAddress: firstReachable() } : { ip };
}

function firstReachable(): string {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';
}
