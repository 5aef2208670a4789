import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from './fixtures.ts';

interface Fixtures {
  /** For what is downloaded. */
  folder: string;
}

/** Everybody in the room is recorded. */
export const test = base.extend<Fixtures>({
  roomId: async ({ api }, use) => {
    await use(await api.createRoom({ enable_recording: true }));
  },
  folder: async ({ browserName: _ }, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'parlour-recorded-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});
