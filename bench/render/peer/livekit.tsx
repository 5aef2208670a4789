import '../../../test/support/dom/countRenders.ts';
import { GridLayout, ParticipantTile, RoomContext, TrackLoop, useTracks } from '@livekit/components-react';
import { Room, Track } from 'livekit-client';
import { createRoot, type Root } from 'react-dom/client';
import { nextFrame } from '../page/Bench.ts';
import { offer } from '../page/offer.ts';

/**
 * Driven through the methods by which the peer's own room takes in what the server says, on the room that
 * `simulateParticipants` makes, which it offers for trying a page with many people.
 */
interface Inside {
  handleParticipantUpdates(infos: object[]): void;
  handleSpeakersChanged(speakers: { sid: string; level: number; active: boolean }[]): void;
}

const SOURCES = [{ source: Track.Source.Camera, withPlaceholder: true }];

let room: (Room & Inside) | null = null;
let root: Root | null = null;
let people: string[] = [];
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

const sid = (n: number) => people[n % people.length] as string;
const info = (n: number, state: number) => ({
  sid: `PA_new${n}`,
  identity: `new${n}`,
  name: 'New',
  state,
  tracks: [],
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

offer({
  async prepare(count) {
    room = new Room() as Room & Inside;
    await room.simulateParticipants({
      publish: { audio: false, video: false, useRealTracks: false },
      // Without tracks: it makes them with a constructor that browsers do not allow any more.
      participants: { count, audio: false, video: false, aspectRatios: [1.6] },
    });
    people = [...room.remoteParticipants.values()].map((participant) => participant.sid);
    await nextFrame();
  },
  async mount(layout) {
    root = createRoot(document.getElementById('root') as HTMLElement);
    root.render(
      <RoomContext.Provider value={room as Room}>
        {layout === 'everybody' ? <Everybody /> : <Grid />}
      </RoomContext.Provider>,
    );
    await nextFrame();
  },
  async unmount() {
    root?.unmount();
    root = null;
    await nextFrame();
  },
  events: {
    speaker(n) {
      const next = sid(n + 1);
      const updates = [{ sid: next, level: 0.5, active: true }];
      if (speaking !== null && speaking !== next) updates.push({ sid: speaking, level: 0, active: false });
      speaking = next;
      room?.handleSpeakersChanged(updates);
    },
    joinOrLeave(n) {
      room?.handleParticipantUpdates([n % 2 === 0 ? info(n, 2) : info(n - 1, 3)]);
    },
    level(n) {
      speaking = sid(1);
      room?.handleSpeakersChanged([{ sid: speaking, level: 0.1 + (n % 10) / 20, active: true }]);
    },
    // Its simulated people have no tracks that could be muted.
    mute() {},
  },
});
