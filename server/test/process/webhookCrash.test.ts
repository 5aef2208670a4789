import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/db/openDatabase.ts';
import { createRepositories } from '../../src/db/repositories/index.ts';
import { type PostgresCluster, startPostgresCluster } from '../support/postgres.ts';
import { ServerProcess } from '../support/ServerProcess.ts';
import { Receiver } from '../webhooks/support/Receiver.ts';

describe('a server that is killed while it delivers', () => {
  let cluster: PostgresCluster;
  let folder: string;
  let receiver: Receiver;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parlour-webhooks-'));
    cluster = await startPostgresCluster();
    receiver = await Receiver.start();
  });
  afterAll(async () => {
    await receiver.close();
    await cluster.stop();
    rmSync(folder, { recursive: true });
  });

  test.each([
    ['the embedded database', async () => ({})],
    ['PostgreSQL', async () => ({ DATABASE_URL: await cluster.createDatabase('webhooks') })],
  ])(
    'delivers it after the restart, on %s',
    async (_name, database) => {
      receiver.requests.length = 0;
      const settings = {
        PARLOUR_DATA_DIR: join(folder, 'data'),
        PARLOUR_API_KEY: 'key',
        PARLOUR_WEBHOOK_ALLOW_PRIVATE: 'true',
        ...(await database()),
      };
      const session = await leaveSessionOpen(settings, receiver.url());

      // It ends the session that was left open, and is killed before it hears that this was received.
      receiver.answer = () => 'nothing';
      const first = ServerProcess.start(settings);
      await first.listening();
      await receiver.received(1);
      await first.kill();

      receiver.answer = () => 200;
      const second = ServerProcess.start(settings);
      try {
        const url = await second.listening();
        const [before, after] = await receiver.received(2);
        expect(after?.json).toEqual(before?.json);
        expect(after?.json.data).toMatchObject({
          event_type: 'video.room.session.ended',
          payload: { session_id: session, ended_reason: 'server_failed' },
        });
        await vi.waitFor(async () => {
          const answer = await fetch(`${url}/v2/webhook_deliveries`, { headers: { authorization: 'Bearer key' } });
          expect(await answer.json()).toMatchObject({ data: [{ status: 'delivered', attempts: 1 }] });
        });
      } finally {
        await second.kill();
      }
    },
    90_000,
  );
});

/** A session as a server leaves it that died in mid-call; gives its id. */
async function leaveSessionOpen(settings: Record<string, string>, webhookEventUrl: string): Promise<string> {
  const open = await openDatabase(loadConfig(settings), () => {});
  try {
    const { rooms, sessions } = createRepositories(open.db, () => new Date(), randomUUID());
    const values = { uniqueName: null, maxParticipants: 10, enableRecording: false, webhookTimeoutSecs: null };
    const none = { webhookEventUrl: null, webhookEventFailoverUrl: null };
    const { id } = await rooms.create({ ...values, ...none });
    const session = await sessions.open(id);
    await rooms.update(id, { webhookEventUrl });
    return session;
  } finally {
    await open.close();
  }
}
