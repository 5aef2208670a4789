import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BansRepository } from '../../src/db/repositories/BansRepository.ts';
import { DATABASES } from '../support/databases.ts';
import { TestClock } from '../support/TestClock.ts';
import type { TestDatabase } from '../support/TestDatabase.ts';
import { TestServer } from '../support/TestServer.ts';

const ROOM = '11111111-1111-4111-8111-111111111111';

describe.each(DATABASES)('bans on %s', (_name, start) => {
  let database: TestDatabase;
  let clock: TestClock;
  beforeAll(async () => {
    database = await start();
  });
  beforeEach(async () => {
    await database.reset();
    clock = new TestClock();
  });
  afterAll(() => database?.stop());

  const startServer = () => TestServer.start(database, { clock });
  const isBanned = ({ deps }: TestServer, id: string) => {
    try {
      deps.bans.requireNone(ROOM, id);
      return false;
    } catch {
      return true;
    }
  };

  test('outlive a restart, for as long as they last', async () => {
    const before = await startServer();
    await before.deps.bans.add(ROOM, ['ada', 'bob'], 600);
    await before.deps.bans.add(ROOM, ['bob'], 60);
    await before.close();
    clock.advance({ secs: 599 });
    const after = await startServer();
    expect([isBanned(after, 'ada'), isBanned(after, 'bob'), isBanned(after, 'eve')]).toEqual([true, true, false]);
    clock.advance({ secs: 1 });
    expect(isBanned(after, 'ada')).toBe(false);
    await after.close();
  });

  test('are deleted when they are over', async () => {
    const repository = new BansRepository(database.database.db, clock.now);
    const until = clock.now().getTime() + 1000;
    await repository.save([
      { roomId: ROOM, participantId: 'ada', until },
      { roomId: ROOM, participantId: 'bob', until: until + 1 },
    ]);
    clock.advance({ secs: 1 });
    await repository.removeOver();
    const left = await repository.changedSince(new Date(0));
    expect(left).toEqual([{ roomId: ROOM, participantId: 'bob', until: until + 1 }]);
  });
});
