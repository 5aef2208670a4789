import { createRoom, type Room, type RoomOptions } from '../../../src/engine/index.ts';
import { clientToken } from '../../../src/testing/clientToken.ts';
import { FakeConditions } from '../../../src/testing/FakeConditions.ts';
import { ManualClock } from '../../../src/testing/ManualClock.ts';
import { FakeAudio } from '../../../src/testing/media/FakeAudio.ts';
import { FakeDevices } from '../../../src/testing/media/FakeDevices.ts';
import { FakeMedia } from '../../../src/testing/media/FakeMedia.ts';
import type { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';

/** A room of the engine with all of its surroundings in the test's hands. */
export interface TestRoom {
  readonly room: Room;
  readonly clock: ManualClock;
  readonly devices: FakeDevices;
  readonly audio: FakeAudio;
  readonly media: FakeMedia;
  readonly conditions: FakeConditions;
}

interface Options extends Partial<RoomOptions> {
  /** Who we are. @default 'me' */
  readonly participantId?: string;
}

/** A room on a server in memory; nothing comes unasked unless `initialDemand` says so. */
export function createTestRoom(server: FakeRoomServer, { participantId = 'me', ...options }: Options = {}): TestRoom {
  const clock = new ManualClock();
  const devices = new FakeDevices();
  const audio = new FakeAudio();
  const media = new FakeMedia({ now: clock.now });
  const conditions = new FakeConditions();
  const { now, setTimer, nextFrame, whenIdle } = clock;
  const room = createRoom({
    ...(options.clientToken === undefined && { tokenSource: async () => ({ token: clientToken({ participantId }) }) }),
    signalling: server,
    initialDemand: { audio: 0, video: 0 },
    ...options,
    environment: {
      now,
      setTimer,
      nextFrame,
      whenIdle,
      devices,
      deviceCatalog: devices.catalog,
      audio,
      createDevice: media.createDevice,
      watchConditions: conditions.watch,
    },
  });
  return { room, clock, devices, audio, media, conditions };
}
