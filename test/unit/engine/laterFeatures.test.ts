import { expect, it } from 'vitest';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';
import { FakeRoomServer } from '../../support/room-server/FakeRoomServer.ts';

it('what a later version brings says so instead of doing half of it', async () => {
  const { room } = createTestRoom(new FakeRoomServer());
  await room.connect();
  const commands = [
    room.sendMessage({ type: 'text', payload: 'hello' }),
    room.enableNetworkMetricsReport(['me']),
    room.disableNetworkMetricsReport(),
  ];
  expect(await Promise.all(commands.map(rejectionCode))).toEqual(['not-available', 'not-available', 'not-available']);
});
