import { expect, it, vi } from 'vitest';
import { ConsoleSession } from '../../../src/console/backend/ConsoleSession.ts';

const BASE = 'https://rooms.example/console/api';
const json = (status: number, body: object, headers?: HeadersInit) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
const signedIn = (token: string) => json(200, { data: { csrf_token: token, expires_at: '2027-03-01T00:00:00Z' } });
const refused = (status: number, code: string, headers?: HeadersInit) =>
  json(status, { errors: [{ code, title: code, detail: `It is ${code}.` }] }, headers);

/** A backend that answers by a function, and what it was asked. */
function sessionWith(answer: (request: Request, body: string) => Response | Promise<Response>) {
  const asked: { method: string; path: string; token: string | null; body: string }[] = [];
  const session = new ConsoleSession({
    baseUrl: BASE,
    fetch: async (request) => {
      const body = await request.clone().text();
      const { method, url, headers } = request;
      asked.push({ method, path: url.slice(BASE.length), token: headers.get('x-parlour-csrf'), body });
      return answer(request, body);
    },
  });
  return { session, asked };
}

const isSession = (request: Request) => request.url.endsWith('/session');

it('goes on with a session that there is, and says when there is none', async () => {
  const known = sessionWith(() => signedIn('one'));
  await known.session.resume();
  expect(known.session.getState()).toMatchObject({ status: 'signed-in', csrfToken: 'one' });
  const none = sessionWith(() => refused(401, 'unauthorized'));
  await none.session.resume();
  expect(none.session.getState()).toEqual({ status: 'signed-out' });
  const down = sessionWith(() => Promise.reject(new TypeError('no network')));
  await down.session.resume();
  expect(down.session.getState()).toMatchObject({ status: 'failed', error: { code: 'unreachable' } });
});

it('signs in with a key, and says why not', async () => {
  const { session, asked } = sessionWith((_request, body) =>
    body.includes('right') ? signedIn('one') : refused(429, 'too-many-requests', { 'retry-after': '42' }),
  );
  await expect(session.signIn('wrong')).rejects.toMatchObject({ status: 429, retryAfterSecs: 42 });
  expect(session.getState()).toEqual({ status: 'checking' });
  await session.signIn('right');
  expect(session.getState()).toMatchObject({ status: 'signed-in' });
  expect(asked.at(-1)).toMatchObject({ method: 'POST', path: '/session', body: '{"api_key":"right"}' });
});

it('sends the token with what changes something, and with nothing else', async () => {
  const { session, asked } = sessionWith((request) => (isSession(request) ? signedIn('one') : json(200, {})));
  await session.resume();
  await session.fetch(new Request(`${BASE}/v2/rooms`));
  await session.fetch(new Request(`${BASE}/v2/rooms`, { method: 'POST', body: '{}' }));
  expect(asked.slice(1).map(({ token }) => token)).toEqual([null, 'one']);
});

it('holds a request that finds the session expired until somebody signs in again, and sends it whole', async () => {
  let token = 'one';
  const { session, asked } = sessionWith((request) => {
    if (isSession(request)) return signedIn(token);
    return request.headers.get('x-parlour-csrf') === 'two' ? json(201, { data: {} }) : refused(401, 'unauthorized');
  });
  await session.resume();
  const states: string[] = [];
  session.subscribe(() => states.push(session.getState().status));
  const created = session.fetch(new Request(`${BASE}/v2/rooms`, { method: 'POST', body: '{"unique_name":"a"}' }));
  await vi.waitFor(() => expect(states).toEqual(['expired']));
  token = 'two';
  await session.signIn('right');
  expect((await created).status).toBe(201);
  expect(asked.at(-1)).toMatchObject({ token: 'two', body: '{"unique_name":"a"}' });
});

it('gives up what is called off while it waits, and what nobody will sign in for', async () => {
  const { session } = sessionWith((request) =>
    request.method === 'DELETE' ? new Response(null, { status: 204 }) : signedIn('one'),
  );
  const controller = new AbortController();
  const called = session.fetch(new Request(`${BASE}/v2/rooms`, { signal: controller.signal }));
  controller.abort();
  await expect(called).rejects.toThrow(/abort/i);
  await session.resume();
  await session.signOut();
  expect(session.getState()).toEqual({ status: 'signed-out' });
  await expect(session.fetch(new Request(`${BASE}/v2/rooms`))).rejects.toMatchObject({ code: 'unauthorized' });
});

it('takes the token of another window that has signed in since', async () => {
  let current = 'one';
  const { session, asked } = sessionWith((request) => {
    if (isSession(request)) return signedIn(current);
    return request.headers.get('x-parlour-csrf') === current ? json(200, {}) : refused(403, 'forbidden');
  });
  await session.resume();
  current = 'two';
  const remove = () => new Request(`${BASE}/v2/rooms/1`, { method: 'DELETE' });
  expect((await session.fetch(remove())).status).toBe(200);
  expect(asked.map(({ token }) => token)).toEqual([null, 'one', 'one', 'two']);
  const wrong = sessionWith((request) => (isSession(request) ? signedIn('one') : refused(403, 'forbidden')));
  await wrong.session.resume();
  expect((await wrong.session.fetch(remove())).status).toBe(403);
});

it('stays signed in when signing out does not reach the server', async () => {
  const { session } = sessionWith((request) =>
    request.method === 'DELETE' ? refused(500, 'internal') : signedIn('a'),
  );
  await session.resume();
  await expect(session.signOut()).rejects.toMatchObject({ status: 500 });
  expect(session.getState()).toMatchObject({ status: 'signed-in' });
});
