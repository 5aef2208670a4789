import { GridLayout, ParticipantTile, RoomContext, TrackLoop, useTracks } from '@livekit/components-react';
import { Room, Track } from 'livekit-client';
import { offer } from '../page/offer.ts';

/** The methods by which the peer's own room takes in what its server says. */
interface Inside {
  handleParticipantUpdates(infos: object[]): void;
  handleSpeakersChanged(speakers: { sid: string; level: number; active: boolean }[]): void;
}

const SOURCES = [{ source: Track.Source.Camera, withPlaceholder: true }];
/** States of a participant on the peer's wire. */
const ACTIVE = 2;
const DISCONNECTED = 3;

let room: (Room & Inside) | null = null;
let size = 0;
let speaking: string | null = null;

function Everybody() {
  const tracks = useTracks(SOURCES, { onlySubscribed: false });
  return (
    <TrackLoop tracks={tracks}>
      <ParticipantTile />
    </TrackLoop>
  );
}

function Grid() {
  const tracks = useTracks(SOURCES, { onlySubscribed: false });
  return (
    <GridLayout tracks={tracks}>
      <ParticipantTile />
    </GridLayout>
  );
}

const track = (sid: string, type: number, source: number, muted: boolean) => ({
  sid,
  type,
  source,
  name: '',
  muted,
  width: 0,
  height: 0,
  simulcast: false,
  disableDtx: false,
  layers: [],
  mimeType: '',
  mid: '',
  codecs: [],
  stereo: false,
  disableRed: false,
  encryption: 0,
  stream: 'camera',
  audioFeatures: [],
  backupCodecPolicy: 0,
});

/** Somebody as the peer's server tells of them: the microphone is on, unless muted, and the camera off. */
const info = (id: string, name: string, { state = ACTIVE, muted = false } = {}) => ({
  sid: `PA_${id}`,
  identity: id,
  name,
  state,
  tracks: state === ACTIVE ? [track(`TR_A${id}`, 0, 2, muted), track(`TR_V${id}`, 1, 1, true)] : [],
  metadata: '',
  attributes: {},
  joinedAt: 0n,
  joinedAtMs: 0n,
  version: 0,
  kind: 0,
  kindDetails: [],
  disconnectReason: 0,
  clientProtocol: 0,
  capabilities: [],
  dataTracks: [],
});

const sidAt = (n: number) => `PA_p${n % (size - 1)}`;

offer({
  async prepare(count) {
    size = count;
    room = new Room() as Room & Inside;
    // Puts the room into the state of one that is connected, with oneself in it.
    await room.simulateParticipants({
      publish: { audio: false, video: false, useRealTracks: false },
      participants: { count: 1, audio: false, video: false, aspectRatios: [1.6] },
    });
    room.handleParticipantUpdates(Array.from({ length: count - 1 }, (_, n) => info(`p${n}`, `Person ${n}`)));
  },
  element: (layout) => (
    <RoomContext.Provider value={room as Room}>
      {layout === 'everybody' ? <Everybody /> : <Grid />}
    </RoomContext.Provider>
  ),
  events: {
    speaker(n) {
      const next = sidAt(n);
      const updates = [{ sid: next, level: 0.5, active: true }];
      if (speaking !== null && speaking !== next) updates.push({ sid: speaking, level: 0, active: false });
      speaking = next;
      room?.handleSpeakersChanged(updates);
    },
    joinOrLeave(n) {
      room?.handleParticipantUpdates([
        info(`new${n - (n % 2)}`, 'New', { state: n % 2 === 0 ? ACTIVE : DISCONNECTED }),
      ]);
    },
    level(n) {
      speaking = sidAt(1);
      room?.handleSpeakersChanged([{ sid: speaking, level: 0.1 + (n % 10) / 20, active: true }]);
    },
    mute(n) {
      room?.handleParticipantUpdates([info('p3', 'Person 3', { muted: n % 2 === 0 })]);
    },
  },
});
