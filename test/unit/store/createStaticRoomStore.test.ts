import { expect, it } from 'vitest';
import { createStaticRoomStore } from '../../../src/store/index.ts';

it('shows the given state, with a status that fits its connection, for ever', () => {
  const store = createStaticRoomStore({ connection: { status: 'reconnecting', attempt: 2, cause: 'x' } });
  expect(store.getState()).toMatchObject({ status: 'reconnecting', localParticipantId: '' });
  expect(store.getState()).toBe(store.getInitialState());
  let told = 0;
  const count = () => {
    told += 1;
  };
  store.subscribe(count)();
  store.subscribeTo('connection', count)();
  expect(told).toBe(0);
});

it('does nothing when it is told to, except for what it was given', async () => {
  let connects = 0;
  const { commands } = createStaticRoomStore(
    {},
    {
      connect: async () => {
        connects += 1;
      },
    },
  );
  await commands.connect();
  await commands.disconnect();
  await commands.devices.camera.toggle();
  const demand = commands.subscribeDemand({ participantId: 'a', key: 'self', kind: 'video' });
  demand.update({ visible: false });
  demand.release();
  commands.hold()();
  expect(connects).toBe(1);
});
