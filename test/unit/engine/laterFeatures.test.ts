import { expect, it } from 'vitest';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';

it('what a later version brings says so instead of doing half of it', async () => {
  const { room } = createTestRoom(new FakeRoomServer());
  await room.connect();
  const commands = [room.enableNetworkMetricsReport(['me']), room.disableNetworkMetricsReport()];
  expect(await Promise.all(commands.map(rejectionCode))).toEqual(['not-available', 'not-available']);
});
