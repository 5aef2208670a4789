import { randomBytes } from 'node:crypto';

/** A new API key: 192 random bits, with a prefix by which secret scanners know it. */
export function newApiKey(): string {
  return `parlour_${randomBytes(24).toString('base64url')}`;
}
