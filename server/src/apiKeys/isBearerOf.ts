import { timingSafeEqual } from 'node:crypto';
import { hashApiKey } from './hashApiKey.ts';

/** Whether an `Authorization` header carries this secret. Takes as long when it does not. */
export function isBearerOf(secret: string, authorization: string | undefined): boolean {
  const given = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(Buffer.from(hashApiKey(given)), Buffer.from(hashApiKey(secret)));
}
