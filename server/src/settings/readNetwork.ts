import { isIP, isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';
import { ConfigError } from './ConfigError.ts';
import { type Environment, readList, readText } from './readSetting.ts';

/** The files of a certificate. */
export interface TlsSettings {
  /** Path of the certificate with its chain, in PEM. */
  readonly cert: string;
  /** Path of its private key, in PEM. */
  readonly key: string;
}

/** Ranges of addresses, in the notation `10.0.0.0/8`. */
export type AddressRange = string;

const LOOPBACK: readonly AddressRange[] = ['127.0.0.0/8', '::1/128'];
/** Names for ranges that hold all private networks. */
const PRIVATE: readonly AddressRange[] = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'];

/** @throws ConfigError */
export function readTls(env: Environment): TlsSettings | null {
  const cert = readText(env, 'PARLOUR_TLS_CERT');
  const key = readText(env, 'PARLOUR_TLS_KEY');
  if (cert !== undefined && key !== undefined) return { cert, key };
  if (cert === undefined && key === undefined) return null;
  const missing = cert === undefined ? 'PARLOUR_TLS_CERT' : 'PARLOUR_TLS_KEY';
  throw new ConfigError(`${missing} is missing: TLS needs the file of a certificate and the file of its key.`);
}

/** Whose word about the client's address counts. @throws ConfigError */
export function readTrustedProxies(env: Environment): AddressRange[] {
  const entries =
    readText(env, 'PARLOUR_TRUSTED_PROXIES') === undefined ? ['loopback'] : readList(env, 'PARLOUR_TRUSTED_PROXIES');
  return entries.flatMap((entry) => {
    if (entry === 'none') return [];
    if (entry === 'loopback') return LOOPBACK;
    if (entry === 'private') return PRIVATE;
    return [rangeOf(entry)];
  });
}

function rangeOf(entry: string): AddressRange {
  try {
    if (isIP(entry) !== 0) return `${entry}/${isIPv4(entry) ? 32 : 128}`;
    ipaddr.parseCIDR(entry);
    return entry;
  } catch {
    throw new ConfigError(
      `PARLOUR_TRUSTED_PROXIES holds "${entry}": it must be an IP address, a range such as 10.0.0.0/8, loopback, private or none.`,
    );
  }
}

/** At most one of each family: what goes into ICE candidates. A host name counts for both. @throws ConfigError */
export function readAnnouncedAddresses(env: Environment): string[] {
  const addresses = readList(env, 'PARLOUR_ANNOUNCED_ADDRESS');
  for (const address of addresses) {
    if (isIP(address) === 0 && !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(address)) {
      throw new ConfigError(`PARLOUR_ANNOUNCED_ADDRESS is "${address}": it must be an IP address or a host name.`);
    }
  }
  const families = addresses.map(isIP);
  if (new Set(families).size < addresses.length || (addresses.length > 1 && families.includes(0))) {
    throw new ConfigError(
      'PARLOUR_ANNOUNCED_ADDRESS names too many: give one IPv4 address, one IPv6 address, both, or one host name.',
    );
  }
  return addresses;
}
