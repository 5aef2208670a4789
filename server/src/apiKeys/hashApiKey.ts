import { createHash } from 'node:crypto';

/** The SHA-256 of an API key, in hexadecimal. Keys are long random texts, so that a slow password hash gains nothing. */
export function hashApiKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
