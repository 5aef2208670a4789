import '../../../test/support/dom/countRenders.ts';
import { RoomProvider, VideoGrid } from 'parlour';
import 'parlour/styles.css';
import { createFakeRoom, type FakeRoom } from 'parlour/testing';
import { createRoot, type Root } from 'react-dom/client';
import { nextFrame } from './Bench.ts';
import { offer } from './offer.ts';

let fake: FakeRoom | null = null;
let root: Root | null = null;
let size = 0;

const person = (n: number) => (fake as FakeRoom).people.get(`p${n % (size - 1)}`);

offer({
  async prepare(count) {
    size = count;
    fake = createFakeRoom({
      capacity: count + 1,
      room: { initialDemand: { audio: 0, video: 0 } },
      people: Array.from({ length: count - 1 }, (_, n) => ({ id: `p${n}`, name: `Person ${n}`, camera: false })),
    });
    await fake.connect();
    await fake.settle();
  },
  async mount(layout) {
    const { room } = fake as FakeRoom;
    root = createRoot(document.getElementById('root') as HTMLElement);
    root.render(
      <RoomProvider room={room}>
        <VideoGrid pageSize={layout === 'everybody' ? size + 1 : 'auto'} />
      </RoomProvider>,
    );
    await nextFrame();
  },
  async unmount() {
    root?.unmount();
    root = null;
    await nextFrame();
  },
  events: {
    speaker: (n) => person(n + 1).speak(),
    joinOrLeave: (n) =>
      n % 2 === 0
        ? fake?.people.add({ id: `new${n}`, name: 'New', camera: false })
        : fake?.people.get(`new${n - 1}`).leave(),
    level: (n) => person(1).setAudioLevel((n % 10) / 10),
    mute: (n) => (n % 2 === 0 ? person(3).mute() : person(3).unmute()),
  },
});
