import ipaddr from 'ipaddr.js';

/** The part of IPv6 that is handed out for the open internet (RFC 4291, section 2.4). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address is one of the open internet. Everything else is inside, or leads there: this machine, private
 * networks, link-local (the metadata services of clouds), carrier networks, multicast, reserved ranges, and addresses
 * of IPv6 that carry one of IPv4 (mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(text: string): boolean {
  // What is not written in full ("127.1", "0x7f.0.0.1") is never what a resolver gives.
  if (!ipaddr.IPv4.isValidFourPartDecimal(text) && !ipaddr.IPv6.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv4 || (address.zoneId === undefined && address.match(GLOBAL_UNICAST));
}
