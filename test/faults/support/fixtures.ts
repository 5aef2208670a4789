import { test as base } from '../../e2e/support/fixtures.ts';
import { MediaPath } from '../../support/faults/MediaPath.ts';
import { SignallingLine } from '../../support/faults/SignallingLine.ts';
import { startRoomServer } from '../../support/startRoomServer.ts';
import { Call, type GracesWindow } from './Call.ts';

interface Fixtures {
  /** Options of Grace's token. */
  graceToken: { token_ttl_secs?: number };
  graceId: string;
  /** Opens a window for Grace, the same person in every one. */
  joinAsGrace: () => Promise<GracesWindow>;
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
    const windows: GracesWindow[] = [];
    await use(async () => {
      const line = await SignallingLine.start(server.url);
      const path = await MediaPath.start();
      line.rewriteJoin = path.rewriteJoin;
      const person = await join('Grace', {
        devicesFirst: true,
        serverUrl: line.url,
        initScript: keepSockets,
        tokenSource: async () => {
          if (line.stalled) throw new Error('There is no network.');
          const participant = { id: graceId, name: 'Grace' };
          const { token } = await api.createToken(roomId, { ...graceToken, participant });
          return { token };
        },
      });
      const window = { person, line, path };
      windows.push(window);
      return window;
    });
    for (const { person, line, path } of windows) {
      await person.page.close();
      await line.close();
      await path.close();
    }
  },
  call: async ({ join, joinAsGrace }, use, info) => {
    const ada = await join('Ada');
    await ada.expectConnected();
    const call = new Call(ada, await joinAsGrace(), info);
    await call.begin();
    await use(call);
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
