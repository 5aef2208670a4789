import { expect, it } from 'vitest';
import { audio, connected, video } from '../../support/engine/connectedRoom.ts';

it('where the user saves data, fewer and smaller pictures come, the most important ones first', async () => {
  const ids = Array.from({ length: 12 }, (_, index) => `p${index}`);
  const { room, clock, conditions, connection, consumer, subscription } = await connected(ids);
  const priorities = new Map(ids.map((id, index) => [id, index + 1]));
  for (const [participantId, priority] of priorities) {
    room.subscribeDemand(video(participantId, { width: 1280, height: 720, priority }));
    room.subscribeDemand(audio(participantId));
  }
  await clock.frame();
  expect(consumer('p0')).toMatchObject({ paused: false, spatialLayer: 2, temporalLayer: 2 });
  const before = connection.sent('updateConsumers').length;

  conditions.set({ saveData: true });
  await clock.advance(1_000);
  const paused = ids.filter((id) => consumer(id)?.paused);
  expect(paused).toEqual(['p0', 'p1', 'p2']);
  expect(consumer('p11')).toMatchObject({ paused: false, spatialLayer: 1, temporalLayer: 1 });
  expect(subscription('p0')).toMatchObject({ reason: 'bandwidth', status: 'started', audio: true });
  expect(subscription('p11')?.reason).toBeUndefined();
  expect(consumer('p0', 'audio')?.paused).toBe(false);
  // One for those that wait, and one for those that have been too large for a while.
  expect(connection.sent('updateConsumers')).toHaveLength(before + 2);

  conditions.set({ saveData: false });
  await clock.frame();
  expect(ids.filter((id) => consumer(id)?.paused)).toEqual([]);
  expect(consumer('p11')).toMatchObject({ spatialLayer: 2, temporalLayer: 2 });
});

it('a device without a limit, whose room ends, is not watched any more', async () => {
  const { room, clock, conditions, connection } = await connected(['a']);
  room.subscribeDemand(video('a'));
  await clock.frame();
  await room.disconnect();
  const { length } = connection.requests;
  conditions.set({ saveData: true, pressure: 'critical' });
  await clock.advance(60_000);
  expect(connection.requests).toHaveLength(length);
  expect(clock.waiting).toBe(0);
});
