import type { DisconnectReason } from '../../src/engine/index.ts';
import type { RoomsApi } from '../support/RoomsApi.ts';
import { expect, test } from './support/fixtures.ts';
import type { Person } from './support/Person.ts';

interface Given {
  readonly api: RoomsApi;
  readonly roomId: string;
  /** Comes in with nothing turned on. */
  readonly join: (options?: {
    serverUrl?: string;
    tokenSource?: () => ReturnType<RoomsApi['createToken']>;
  }) => Promise<Person>;
}

/** Brings about the end of a connection, real server and all. Whose connection it is comes back. */
const causes: Record<DisconnectReason, (given: Given) => Promise<Person>> = {
  user_initiated: async ({ join }) => {
    const person = await join();
    await person.control('Leave').click();
    return person;
  },
  network_error: ({ join }) => join({ serverUrl: 'http://127.0.0.1:9' }),
  timed_out: ({ join }) => join({ tokenSource: () => new Promise(() => {}) }),
  unauthorized: async ({ join, api, roomId }) => {
    let tokens = 0;
    const once = async () => {
      tokens += 1;
      if (tokens > 1) throw new Error('the backend is down');
      // Without the refresh token nobody but the backend could renew it.
      const { token } = await api.createToken(roomId, { token_ttl_secs: 10 });
      return { token };
    };
    const person = await join({ tokenSource: once });
    await person.expectConnected();
    return person;
  },
  forbidden: async ({ join, api }) => {
    const small = await api.createRoom({ max_participants: 2 });
    const crowd = await join();
    await crowd.expectConnected();
    const tokens = await Promise.all(Array.from({ length: 3 }, async () => (await api.createToken(small)).token));
    await crowd.page.evaluate(async ([first = '', second = '', third = '']) => {
      await window.createRoom({ clientToken: first }).connect();
      await window.createRoom({ clientToken: second }).connect();
      window.room = window.createRoom({ clientToken: third });
      await window.room.connect().catch(() => {});
    }, tokens);
    return crowd;
  },
  unknown: async ({ join, api, roomId }) => {
    const person = await join();
    await person.expectConnected();
    const { token } = await api.createToken(roomId);
    await person.page.evaluate(async (clientToken) => {
      window.room = window.createRoom({ clientToken, context: 'x'.repeat(2000) });
      await window.room.connect().catch(() => {});
    }, token);
    return person;
  },
  room_expired: async ({ join, api, roomId }) => {
    const person = await join();
    await person.expectConnected();
    await api.deleteRoom(roomId);
    return person;
  },
  kicked: async ({ join, api, roomId }) => {
    const person = await join();
    await person.expectConnected();
    await api.act(roomId, 'kick', { participants: 'all' });
    return person;
  },
  session_terminated: async ({ join, api, roomId }) => {
    const person = await join();
    await person.expectConnected();
    await api.act(roomId, 'end');
    return person;
  },
};

for (const [reason, cause] of Object.entries(causes)) {
  test(`a connection can end with the reason ${reason}`, async ({ join, api, roomId }) => {
    test.setTimeout(90_000);
    const person = await cause({ api, roomId, join: (options) => join('Ada', { devices: [], ...options }) });
    const end = () =>
      person.page.evaluate(() => {
        const { connection } = window.room.getState();
        return connection.status === 'disconnected' ? connection.reason : connection.status;
      });
    await expect.poll(end, { timeout: 45_000 }).toBe(reason);
  });
}
