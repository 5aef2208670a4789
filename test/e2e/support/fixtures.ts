import { test as base } from '@playwright/test';
import { createServer } from 'vite';
import type { TokenPair } from '../../../src/index.ts';
import { RoomsApi } from '../../support/RoomsApi.ts';
import { type RoomServer, startRoomServer } from '../../support/startRoomServer.ts';
import type { CallOptions } from '../app/main.tsx';
import { Person } from './Person.ts';

const DEVICES: CallOptions['devices'] = ['microphone', 'camera'];

interface JoinOptions {
  readonly devices?: CallOptions['devices'];
  /** The page joins when its devices are on, and not beside that: what others are told then has one order. */
  readonly devicesFirst?: boolean;
  /** The page begins in the lobby. */
  readonly lobby?: boolean;
  /** Where the page looks for the server. @default its own address */
  readonly serverUrl?: string;
  /** Whether the person gets what others write. @default true */
  readonly enableMessages?: boolean;
  /** @default a token from the server, made when the page asks for it */
  readonly tokenSource?: () => Promise<TokenPair>;
  /** Files of the page that cannot be fetched, until the test says otherwise with `unroute`. */
  readonly missing?: RegExp;
  /** Runs in the page before anything else. */
  readonly initScript?: (() => void) | { content: string };
}

interface Fixtures {
  api: RoomsApi;
  /** A new room. */
  roomId: string;
  /** Opens a window for a person who joins the room with camera and microphone on. */
  join: (name: string, options?: JoinOptions) => Promise<Person>;
}

interface WorkerFixtures {
  server: RoomServer;
  /** Address of the page with the call. */
  appUrl: string;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    async ({}, use) => {
      const server = await startRoomServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  appUrl: [
    async ({}, use) => {
      const vite = await createServer({ configFile: new URL('../app/vite.config.ts', import.meta.url).pathname });
      await vite.listen(0);
      await use(vite.resolvedUrls?.local[0] as string);
      await vite.close();
    },
    { scope: 'worker' },
  ],
  api: async ({ server }, use) => {
    await use(new RoomsApi(server));
  },
  roomId: async ({ api }, use) => {
    await use(await api.createRoom());
  },
  join: async ({ browser, api, roomId, appUrl, server, contextOptions }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (name, wish = {}) => {
      const { devices = DEVICES, lobby = false, serverUrl = server.url, enableMessages = true } = wish;
      const { tokenSource, initScript, missing, devicesFirst = false } = wish;
      const context = await browser.newContext(contextOptions);
      contexts.push(context);
      if (initScript) await context.addInitScript(initScript);
      if (missing) await context.route(missing, (route) => route.abort());
      const options: CallOptions = { roomId, serverUrl, devices, devicesFirst, lobby, enableMessages };
      return Person.open(
        context,
        appUrl,
        name,
        options,
        tokenSource ?? (() => api.createToken(roomId, { participant: { name } })),
      );
    });
    for (const context of contexts) await context.close();
  },
});

export { expect } from '@playwright/test';
