import { test as base } from '../../e2e/support/fixtures.ts';
import type { Person } from '../../e2e/support/Person.ts';
import { MediaPath } from '../../support/faults/MediaPath.ts';
import { SignallingLine } from '../../support/faults/SignallingLine.ts';
import { startRoomServer } from '../../support/startRoomServer.ts';
import { Call } from './Call.ts';

interface Fixtures {
  /** Options of Grace's token. */
  graceToken: { token_ttl_secs?: number };
  graceId: string;
  /** Opens a window for Grace, the same person in every one; by the given way to the server, or directly. */
  joinAsGrace: (line?: SignallingLine) => Promise<Person>;
  /** A call of two that is under way. */
  call: Call;
}

export const test = base.extend<Fixtures, { server: Awaited<ReturnType<typeof startRoomServer>> }>({
  // One that may be killed.
  server: [
    async ({ browserName: _ }, use) => {
      const server = await startRoomServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  graceToken: [{}, { option: true }],
  graceId: async ({ browserName: _ }, use) => use(crypto.randomUUID()),
  joinAsGrace: async ({ join, api, roomId, graceId, graceToken, server }, use) => {
    await use((line) =>
      join('Grace', {
        serverUrl: line?.url ?? server.url,
        initScript: keepSockets,
        tokenSource: async () => {
          if (line?.stalled) throw new Error('There is no network.');
          const participant = { id: graceId, name: 'Grace' };
          const { token } = await api.createToken(roomId, { ...graceToken, participant });
          return { token };
        },
      }),
    );
  },
  call: async ({ join, joinAsGrace, server }, use, info) => {
    const line = await SignallingLine.start(server.url);
    const path = await MediaPath.start();
    line.rewriteJoin = path.rewriteJoin;
    const ada = await join('Ada');
    await ada.expectConnected();
    const grace = await joinAsGrace(line);
    const call = new Call(ada, grace, line, path, info);
    await call.begin();
    await use(call);
    await grace.page.close();
    await line.close();
    await path.close();
  },
});

/** Keeps the page's WebSockets where a test can close them. */
function keepSockets(): void {
  window.openSockets = [];
  window.WebSocket = class extends WebSocket {
    constructor(...args: ConstructorParameters<typeof WebSocket>) {
      super(...args);
      window.openSockets.push(this);
    }
  };
}

declare global {
  interface Window {
    openSockets: WebSocket[];
  }
}

export { expect } from '@playwright/test';
