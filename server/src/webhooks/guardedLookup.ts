import type { LookupAddress } from 'node:dns';
import { lookup as lookupWithSystem } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { InsideAddressError } from './InsideAddressError.ts';
import { isPublicAddress } from './isPublicAddress.ts';

/** Gives all addresses of a name. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

/** As the system resolves names, its hosts file included. */
export const resolveWithSystem: Resolve = (hostname) => lookupWithSystem(hostname, { all: true, verbatim: true });

/**
 * What a socket resolves the name of its host by. The socket connects to the very addresses that were looked at here,
 * so that a name that means another address the next time it is asked for (DNS rebinding) gains nothing.
 */
export function guardedLookup(resolve: Resolve, allowPrivate: boolean): LookupFunction {
  const find = async (hostname: string): Promise<[LookupAddress, ...LookupAddress[]]> => {
    const addresses = await resolve(hostname);
    const [first, ...others] = allowPrivate ? addresses : addresses.filter(({ address }) => isPublicAddress(address));
    if (!first) throw new InsideAddressError(hostname);
    return [first, ...others];
  };
  return (hostname, { all }, callback) => {
    find(hostname).then(
      (addresses) => {
        if (all) callback(null, addresses);
        else callback(null, addresses[0].address, addresses[0].family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
}
