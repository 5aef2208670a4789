import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AdmissionsRepository } from '../../src/db/repositories/AdmissionsRepository.ts';
import { DATABASES } from '../support/databases.ts';
import { TestClock } from '../support/TestClock.ts';
import type { TestDatabase } from '../support/TestDatabase.ts';

const ROOM = '11111111-1111-4111-8111-111111111111';
const OTHER_ROOM = '22222222-2222-4222-8222-222222222222';

describe.each(DATABASES)('admissions on %s', (_name, start) => {
  let database: TestDatabase;
  let clock: TestClock;
  let admissions: AdmissionsRepository;
  beforeAll(async () => {
    database = await start();
  });
  beforeEach(async () => {
    await database.reset();
    clock = new TestClock();
    admissions = new AdmissionsRepository(database.database.db, clock.now);
  });
  afterAll(() => database?.stop());

  const who = async (roomId: string, ids: string[]) =>
    Promise.all(ids.map(async (id) => ((await admissions.has(roomId, id)) ? id : null)));

  test('are of one room, and can be given twice', async () => {
    await admissions.add(ROOM, ['ada', 'bob']);
    await admissions.add(ROOM, ['ada']);
    await admissions.add(OTHER_ROOM, []);
    expect(await who(ROOM, ['ada', 'bob', 'eve'])).toEqual(['ada', 'bob', null]);
    expect(await who(OTHER_ROOM, ['ada'])).toEqual([null]);
  });

  test('are taken back from some, or from all of a room', async () => {
    await admissions.add(ROOM, ['ada', 'bob', 'eve']);
    await admissions.add(OTHER_ROOM, ['ada']);
    await admissions.remove(ROOM, ['ada']);
    await admissions.remove(ROOM, []);
    expect(await who(ROOM, ['ada', 'bob', 'eve'])).toEqual([null, 'bob', 'eve']);
    await admissions.clear(ROOM);
    expect(await who(ROOM, ['bob', 'eve'])).toEqual([null, null]);
    expect(await who(OTHER_ROOM, ['ada'])).toEqual(['ada']);
  });

  test('count for a day, then they are deleted', async () => {
    await admissions.add(ROOM, ['ada']);
    clock.advance({ secs: 86_399 });
    await admissions.add(ROOM, ['bob']);
    await admissions.removeOver();
    expect(await who(ROOM, ['ada', 'bob'])).toEqual(['ada', 'bob']);
    clock.advance({ secs: 1 });
    expect(await who(ROOM, ['ada', 'bob'])).toEqual([null, 'bob']);
    await admissions.removeOver();
    clock.advance({ secs: -10 });
    expect(await who(ROOM, ['ada', 'bob'])).toEqual([null, 'bob']);
  });
});
