import type { FastifyRequest } from 'fastify';

const NAME = 'parlour_console';

/** What the browser was given when it signed in, if it still has it. */
export function readSessionCookie({ headers: { cookie } }: Pick<FastifyRequest, 'headers'>): string | null {
  return new RegExp(`(?:^|;\\s*)${NAME}=([\\w-]+)`).exec(cookie ?? '')?.[1] ?? null;
}

/** A `Set-Cookie` header: no script reads it, and no request from another site carries it. */
export const sessionCookie = (token: string, lifetimeSecs: number, secure: boolean) =>
  cookieOf(token, lifetimeSecs, secure);

/** The header that makes the browser forget it. */
export const noSessionCookie = (secure: boolean) => cookieOf('', 0, secure);

const cookieOf = (value: string, maxAgeSecs: number, secure: boolean) =>
  `${NAME}=${value}; Path=/console; Max-Age=${maxAgeSecs}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
