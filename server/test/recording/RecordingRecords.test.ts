import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createRepositories, type Repositories } from '../../src/db/repositories/index.ts';
import type { NewRecording } from '../../src/db/repositories/RecordingsRepository.ts';
import { webhookDeliveries } from '../../src/db/schema/index.ts';
import { RoomEvents } from '../../src/events/RoomEvents.ts';
import { RecordingRecords } from '../../src/recording/RecordingRecords.ts';
import { startMemoryDatabase } from '../support/memoryDatabase.ts';
import type { TestDatabase } from '../support/TestDatabase.ts';

const now = () => new Date('2026-11-23T12:00:00Z');
const FILE = { storageKey: 'recordings/1.ogg', sizeBytes: 3_000_000, durationMs: 61_400 };

let database: TestDatabase;
let repositories: Repositories;
let records: RecordingRecords;
let ended: string[];
let recording: NewRecording;
beforeAll(async () => {
  database = await startMemoryDatabase();
});
afterAll(() => database?.stop());
beforeEach(async () => {
  await database.reset();
  repositories = createRepositories(database.database.db, now);
  ended = [];
  records = new RecordingRecords({
    recordings: repositories.recordings,
    events: new RoomEvents(database.database.db, now),
    storage: { signedUrl: async (key) => `https://files.test/${key}?signed` },
    onEnded: (status) => ended.push(status),
  });
  const webhook = { webhookEventUrl: 'https://hooks.test/', webhookEventFailoverUrl: null, webhookTimeoutSecs: null };
  const room = await repositories.rooms.create({
    ...{ uniqueName: null, maxParticipants: 2, enableRecording: true, ...webhook },
  });
  recording = {
    ...{ id: randomUUID(), roomId: room.id, sessionId: await repositories.sessions.open(room.id) },
    ...{ participantId: 'ada', streamKey: 'self', type: 'audio', codec: 'opus', startedAt: now() },
  };
});

async function told(): Promise<{ event_type: string; payload: object }[]> {
  const rows = await database.database.db.select().from(webhookDeliveries).orderBy(webhookDeliveries.seq);
  return rows
    .map(({ event }) => JSON.parse(event))
    .filter(({ event_type }) => event_type.startsWith('video.room.recording'));
}

describe('the record of recordings', () => {
  test('is written with the events that tell of it', async () => {
    const begun = await records.begin(recording);
    expect(begun.status).toBe('processing');
    expect(await records.complete(recording.id, FILE, now())).toMatchObject({ status: 'completed' });
    const { id, roomId, sessionId } = recording;
    const about = { room_id: roomId, session_id: sessionId, participant_id: 'ada', recording_id: id, type: 'audio' };
    expect(await told()).toMatchObject([
      { event_type: 'video.room.recording.started', payload: about },
      {
        event_type: 'video.room.recording.completed',
        payload: {
          ...{ ...about, codec: 'opus', duration_secs: 61, size_mb: 3 },
          download_url: 'https://files.test/recordings/1.ogg?signed',
        },
      },
    ]);
    expect(ended).toEqual(['completed']);
  });

  test('tells of a failure with its reason', async () => {
    await records.begin(recording);
    await records.fail(recording.id, 'The disk is full.', now());
    expect((await told())[1]).toMatchObject({
      event_type: 'video.room.recording.failed',
      payload: { recording_id: recording.id, reason: 'The disk is full.' },
    });
    expect(ended).toEqual(['failed']);
  });

  test('has neither when one of the two cannot be written', async () => {
    await records.begin(recording);
    await expect(records.begin(recording)).rejects.toThrow();
    expect(await told()).toHaveLength(1);
    const cut = new RecordingRecords({
      recordings: repositories.recordings,
      events: {
        record: (work) =>
          new RoomEvents(database.database.db, now).record(async (tx, publish) => {
            await work(tx, publish);
            throw new Error('The connection to the database broke.');
          }),
      },
      storage: { signedUrl: async () => '' },
      onEnded: (status) => ended.push(status),
    });
    await expect(cut.complete(recording.id, FILE, now())).rejects.toThrow('broke');
    expect(await repositories.recordings.find(recording.id)).toMatchObject({ status: 'processing' });
    expect(await told()).toHaveLength(1);
    expect(ended).toEqual([]);
  });

  test('tells nothing of what was deleted meanwhile', async () => {
    await records.begin(recording);
    await repositories.recordings.remove(recording.id);
    expect(await records.complete(recording.id, FILE, now())).toBeNull();
    expect(await told()).toHaveLength(1);
    expect(ended).toEqual([]);
  });
});
