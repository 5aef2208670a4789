import { roomError } from '../../../src/errors/index.ts';
import { PROTOCOL_VERSION } from '../../../src/protocol/index.ts';

/** Told before the rest is looked at: another version's message may look quite different. */
export function requireSameVersion(body: unknown): void {
  const version = typeof body === 'object' && body !== null && 'version' in body ? body.version : undefined;
  if (typeof version !== 'number' || version === PROTOCOL_VERSION) return;
  throw roomError(
    'protocol-mismatch',
    `The client speaks version ${version} and this server ${PROTOCOL_VERSION}. Update the older one.`,
  );
}
