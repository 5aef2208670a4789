import { createRoomsProxy } from 'parlour-server/proxy';
import { expect, it } from 'vitest';

/** Whoever your own session says it is. */
const userOf = (cookie: string | null) =>
  cookie === 'session=ada' ? { id: 'user-7', name: 'Ada', isHost: false } : null;

const proxy = createRoomsProxy({
  serverUrl: 'http://127.0.0.1:7070',
  apiKey: process.env.PARLOUR_API_KEY ?? 'stays on this side',
  prefix: '/api/rooms',
  authenticate: (request) => userOf(request.headers.get('cookie')),
  authorize({ user, operation }) {
    switch (operation) {
      case 'listRooms':
      case 'readRoom':
      case 'refreshClientToken':
        return true;
      case 'generateJoinClientToken':
        // Who they are is said here, whatever their browser says.
        return { body: { participant: { id: user.id, name: user.name }, grants: { moderate: user.isHost } } };
      default:
        return user.isHost;
    }
  },
});

it('lets nobody do what they may not', async () => {
  const ask = (cookie: string) =>
    proxy(new Request('https://app.example.org/api/rooms/v2/rooms/r1', { method: 'DELETE', headers: { cookie } }));
  expect((await ask('session=ada')).status).toBe(403);
  expect((await ask('')).status).toBe(401);
});
