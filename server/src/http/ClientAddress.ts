import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';
import type { AddressRange } from '../settings/readNetwork.ts';

type Parsed = ReturnType<typeof ipaddr.process>;

/** Who a request comes from, where proxies stand before the server. */
export class ClientAddress {
  readonly #trusted: readonly [Parsed, number][];

  /** @param trusted - The proxies whose `X-Forwarded-For` counts. Anybody else could write there what he likes. */
  constructor(trusted: readonly AddressRange[]) {
    this.#trusted = trusted.map((range) => ipaddr.parseCIDR(range));
  }

  /** Whether the word of this address counts. */
  isTrusted(address: string): boolean {
    const parsed = parse(address);
    return parsed !== null && this.#trusted.some(([range, bits]) => matches(parsed, range, bits));
  }

  /** The first address, seen from here, that is none of ours: what stands before it is hearsay. */
  of({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): string {
    const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
    let address = socket.remoteAddress ?? '';
    while (this.isTrusted(address)) {
      const before = forwarded.pop()?.trim();
      if (before === undefined || parse(before) === null) break;
      address = before;
    }
    return address;
  }
}

/** What limits count by: the address, of IPv6 its network, since whoever has one address there has 2^64 of them. */
export function limitedAddress(address: string): string {
  const parsed = parse(address);
  if (parsed === null || parsed.kind() === 'ipv4') return parsed?.toString() ?? address;
  return `${(parsed as ipaddr.IPv6).parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}

function parse(address: string): Parsed | null {
  // An IPv4 address that comes over an IPv6 socket is what it is.
  return ipaddr.isValid(address) ? ipaddr.process(address) : null;
}

function matches(address: Parsed, range: Parsed, bits: number): boolean {
  return address.kind() === range.kind() && address.match(range as never, bits);
}
