import { RoomProvider, VideoGrid } from 'parlour';
import { offer } from './offer.ts';
import 'parlour/styles.css';
import { createRoom, type Room } from '../../../src/engine/index.ts';
import type { ParticipantInfo, StreamInfo } from '../../../src/protocol/index.ts';
import type { SignallingAdapter, SignallingListener } from '../../../src/signalling/index.ts';
import { clientToken } from '../../../src/testing/clientToken.ts';
import { FakeConditions } from '../../../src/testing/FakeConditions.ts';
import { FakeAudio } from '../../../src/testing/media/FakeAudio.ts';
import { FakeDevices } from '../../../src/testing/media/FakeDevices.ts';
import { FakeMedia } from '../../../src/testing/media/FakeMedia.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';

let room: Room | null = null;
let listener: SignallingListener | null = null;
let size = 0;
let details: ParticipantInfo | null = null;

const microphone = (id: string, enabled: boolean): StreamInfo => ({
  key: 'self',
  audio: { producerId: `microphone of ${id}`, enabled, censored: false },
  video: null,
});
const personAt = (n: number) => `p${n % (size - 1)}`;

/** A server whose connection hands out who listens to it. */
const overheard = (server: SignallingAdapter): SignallingAdapter => ({
  capabilities: (...asked) => server.capabilities(...asked),
  async join(...asked) {
    const connection = await server.join(...asked);
    return {
      answer: connection.answer,
      start(room) {
        listener = room;
        connection.start(room);
      },
      request: (...request) => connection.request(...request),
      close: () => connection.close(),
    };
  },
});

/**
 * The room itself, told as its connection tells it, in the same task: no server in between that would be measured too, on
 * neither side.
 */
const tell: SignallingListener['onNotification'] = (notification) => listener?.onNotification(notification);

offer({
  async prepare(count) {
    size = count;
    const server = new FakeRoomServer({ capacity: count });
    for (let n = 0; n < count - 1; n += 1) {
      server.room.enter({ id: `p${n}`, name: `Person ${n}`, streams: [{ video: null }] });
    }
    const devices = new FakeDevices();
    room = createRoom({
      tokenSource: async () => ({ token: clientToken({ participantId: 'me' }) }),
      signalling: overheard(server),
      initialDemand: { audio: 0, video: 0 },
      environment: {
        devices,
        deviceCatalog: devices.catalog,
        audio: new FakeAudio(),
        createDevice: new FakeMedia({ now: () => performance.now() }).createDevice,
        watchConditions: new FakeConditions().watch,
      },
    });
    await room.connect();
    details = server.room.participants.get('p0')?.info ?? null;
    // Of the server nothing else is needed, and it is nothing that an application would keep.
    server.room.participants.clear();
  },
  element: (layout) => (
    <RoomProvider room={room as Room}>
      <VideoGrid pageSize={layout === 'everybody' ? size + 1 : 'auto'} />
    </RoomProvider>
  ),
  events: {
    speaker: (n) => tell({ method: 'activeSpeakerChanged', data: { participantId: personAt(n), key: 'self' } }),
    joinOrLeave(n) {
      const id = `new${n - (n % 2)}`;
      const participant = {
        ...(details as ParticipantInfo),
        id,
        name: 'New',
        joinedAt: Date.now(),
        streams: [microphone(id, true)],
      };
      if (n % 2 === 0) tell({ method: 'participantJoined', data: { participant } });
      else tell({ method: 'participantLeft', data: { participantId: id, reason: 'left' } });
    },
    level: (n) => tell({ method: 'audioLevels', data: { levels: [[personAt(1), (n % 10) / 10]] } }),
    mute(n) {
      const participantId = personAt(3);
      tell({ method: 'streamUpdated', data: { participantId, stream: microphone(participantId, n % 2 === 1) } });
    },
  },
});
