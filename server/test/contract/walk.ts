import type { InjectOptions } from 'fastify';
import type { TestServer } from '../support/TestServer.ts';
import { authorized } from '../support/TestServer.ts';
import type { Operation } from './Contract.ts';
import { scenarios } from './scenarios.ts';

/** An operation with its address. */
export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  path: string;
  operation: Operation;
}

/** A request that makes an operation answer with a status, on a server that it may prepare. */
export type Scenario = (server: TestServer) => Promise<Omit<InjectOptions, 'method'>> | Omit<InjectOptions, 'method'>;

/** An id that passes for none anywhere: neither a UUID nor short enough for a name. */
const NO_ID = 'x'.repeat(200);
const ORIGIN = 'https://app.example.org';

/** Settings of the server on which the walk is done. */
export const WALK_SETTINGS = { allowedOrigins: [ORIGIN] };

/** The request that brings forth a status: the route's own scenario, or what holds for all routes alike. */
export function requestFor(route: Route, status: number): Scenario | null {
  const own = scenarios[route.operation.operationId];
  return own?.[status] ?? general(route, status, success(route));
}

/** The request with which a route succeeds. A list needs no telling how. */
function success({ method, path, operation }: Route): Scenario | null {
  const own = scenarios[operation.operationId];
  const [status] = Object.keys(own ?? {}).filter((code) => code.startsWith('2'));
  if (status !== undefined) return own?.[Number(status)] ?? null;
  return method === 'GET' && !path.includes('{') ? () => ({ url: path, headers: authorized }) : null;
}

function general({ method, path, operation }: Route, status: number, succeed: Scenario | null): Scenario | null {
  const nowhere = path.replace(/\{[^}]+\}/g, NO_ID);
  const json = (payload: string): Omit<InjectOptions, 'method'> => ({
    url: nowhere,
    headers: { ...authorized, 'content-type': 'application/json' },
    payload,
  });
  switch (status) {
    case 401:
      return () => ({ url: nowhere });
    case 403:
      if (method === 'GET') return null;
      return () => ({ url: nowhere, headers: { ...authorized, origin: 'https://evil.example.org' } });
    case 404:
      return path.includes('{') ? () => ({ url: nowhere, headers: authorized }) : null;
    case 413:
      return () => json(JSON.stringify({ padding: 'x'.repeat(2_000_000) }));
    case 415:
      return () => ({
        ...json('a=b'),
        headers: { ...authorized, 'content-type': 'application/x-www-form-urlencoded' },
      });
    case 422:
      if (operation.requestBody) return () => json('{"unfinished":');
      return () => ({ url: `${nowhere}?filter[nonsense]=1`, headers: authorized });
    case 429:
      return async (server) => {
        const request = { url: nowhere, headers: authorized };
        for (let count = 0; count < server.deps.config.limits.requestsPerMinute; count++) {
          await server.app.inject({ method, ...request });
        }
        return request;
      };
    case 500:
      return async (server) => {
        const request = succeed ? await succeed(server) : { url: nowhere, headers: authorized };
        breakDown(server.deps.repositories);
        return request;
      };
    default:
      return String(status).startsWith('2') ? succeed : null;
  }
}

/** Makes everything fail that reads or writes. */
function breakDown(repositories: object): void {
  for (const repository of Object.values(repositories) as object[]) {
    for (const name of Object.getOwnPropertyNames(Object.getPrototypeOf(repository))) {
      if (name === 'constructor') continue;
      Object.defineProperty(repository, name, {
        value: () => Promise.reject(new Error('The database is gone.')),
      });
    }
  }
}
