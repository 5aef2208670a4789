import { readTarget } from './operations.ts';
import { ProxyError } from './ProxyError.ts';
import type { ProxyDecision, ProxyPolicy, ProxyRequest } from './ProxyPolicy.ts';
import { type ProxyServer, RoomServerAccess } from './RoomServerAccess.ts';
import { readBody } from './readBody.ts';
import { roomOf } from './roomOf.ts';

/** How a proxy is made. */
export interface RoomsProxyOptions<User, Incoming = Request> extends ProxyServer, ProxyPolicy<User, Incoming> {
  /** Where it is in the application: `/api/rooms`, which makes `/api/rooms/v2/…` of the addresses. @default none */
  readonly prefix?: string;
  /**
   * Other origins whose pages may change something: `https://app.example.org`. Those of the address that is asked always
   * may. It does not make browsers let them read the answers; that is for your CORS headers.
   */
  readonly allowedOrigins?: readonly string[];
  /** The largest body, in bytes. @default 65_536 */
  readonly maxBodyBytes?: number;
  /** Told of what went wrong on this side: a policy that threw, a server that did not answer. @default nobody */
  readonly onError?: (error: unknown) => void;
}

/** Answers a request. @param incoming - What `authenticate` gets. */
export type ForwardRequest<Incoming> = (request: Request, incoming: Incoming) => Promise<Response>;

/**
 * The REST API for the pages of an application, as far as it lets each user: it says who the user is and what they may
 * do, and the API key is added here, where no browser sees it.
 */
export function createRoomsProxy<User>(options: RoomsProxyOptions<User>): (request: Request) => Promise<Response> {
  const forward = createForward<User, Request>(options);
  return (request) => forward(request, request);
}

/** The same for frameworks that have requests of their own. */
export function createForward<User, Incoming>({
  prefix = '',
  allowedOrigins = [],
  maxBodyBytes = 65_536,
  onError,
  ...rest
}: RoomsProxyOptions<User, Incoming>): ForwardRequest<Incoming> {
  const server = new RoomServerAccess(rest);
  const base = prefix.replace(/\/$/, '');

  const answer: ForwardRequest<Incoming> = async (request, incoming) => {
    const { host, pathname, searchParams } = new URL(request.url);
    const { method, signal } = request;
    const target = pathname.startsWith(`${base}/`) ? readTarget(method, pathname.slice(base.length)) : null;
    if (target === null) throw new ProxyError('route-not-found', `There is nothing at ${method} ${pathname}.`);
    refuseForeignOrigin(request, host, allowedOrigins);

    const user = await decided(() => rest.authenticate(incoming));
    if (user === null || user === undefined) throw new ProxyError('not-signed-in', 'Sign in first.');
    const { operation, params, path } = target;
    const body = method === 'GET' ? undefined : await readBody(request, maxBodyBytes);
    const asked: ProxyRequest<User> = {
      user,
      operation,
      params,
      query: searchParams,
      body,
      room: roomOf(target, server),
    };
    const decision = await decided<ProxyDecision>(() => rest.authorize(asked));
    // Whatever is not clearly a yes is a no.
    if (decision !== true && (typeof decision !== 'object' || decision === null)) {
      throw new ProxyError('not-allowed', 'You may not do this.');
    }
    const { body: otherBody, query = {} } = decision === true ? {} : decision;
    for (const [name, value] of Object.entries(query)) searchParams.set(name, value);
    // The refresh token is the credential; the key would not be looked at.
    const withKey = operation !== 'refreshClientToken';
    return server.send({ method, path, query: searchParams, body: otherBody ?? body, withKey, signal });
  };

  return async (request, incoming) => {
    try {
      return await answer(request, incoming);
    } catch (error) {
      const known = error instanceof ProxyError ? error : new ProxyError('policy-failed', FAILED, { cause: error });
      if (known.status >= 500) onError?.(known);
      return known.toResponse();
    }
  };
}

const FAILED = 'The application could not decide whether this is allowed.';

/** A decision of the application. What it throws is its own, and nobody else's to see. */
async function decided<Decision>(decide: () => Decision | Promise<Decision>): Promise<Decision> {
  try {
    return await decide();
  } catch (cause) {
    throw cause instanceof ProxyError ? cause : new ProxyError('policy-failed', FAILED, { cause });
  }
}

/** Cookies go with requests of any site: what changes something has to come from a page of this one. */
function refuseForeignOrigin({ method, headers }: Request, host: string, allowed: readonly string[]): void {
  const origin = headers.get('origin');
  if (method === 'GET' || origin === null || allowed.includes(origin)) return;
  if (URL.canParse(origin) && new URL(origin).host === host) return;
  throw new ProxyError('origin-not-allowed', `Pages of ${origin} may not change anything here.`);
}
