import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { RoomControls, RoomProvider } from '../../src/components/index.ts';
import { RoomError } from '../../src/engine/index.ts';
import type { StaticState } from '../../src/store/index.ts';
import { createFakeRoom, type FakeRoom } from '../../src/testing/index.ts';
import { InRoom } from '../support/InRoom.tsx';
import { personTrack, screenTrack } from '../support/scenes.ts';
import { roomOf } from '../support/snapshots.ts';

/** What everybody can do in a room. One stop of the Tab key; the arrow keys move within. */
const meta = { title: 'Components/RoomControls', component: RoomControls } satisfies Meta<typeof RoomControls>;
export default meta;
type Story = StoryObj;

const controls = (devices: () => NonNullable<StaticState['devices']>): Story => ({
  render: () => (
    <InRoom state={roomOf([{ name: 'Ada Lovelace' }], { devices: devices() })}>
      <div style={{ paddingBlockStart: 120, display: 'grid', justifyContent: 'center' }}>
        <RoomControls />
      </div>
    </InRoom>
  ),
});

export const AllOff = controls(() => ({}));
export const AllOn = controls(() => ({
  microphone: { status: 'on', track: personTrack(0) },
  camera: { status: 'on', track: personTrack(0) },
  screen: { status: 'on', track: screenTrack() },
}));
export const Opening = controls(() => ({ microphone: { status: 'starting' }, camera: { status: 'starting' } }));
export const Failed = controls(() => ({
  microphone: { status: 'failed', error: new RoomError('device-not-found', 'No microphone.') },
  camera: { status: 'failed', error: new RoomError('device-permission-denied', 'Not allowed.') },
}));

/** Choosing nothing in the browser's own dialog is no failure. */
export const Dismissed = controls(() => ({
  screen: { status: 'failed', error: new RoomError('device-dismissed', 'Nothing was chosen.') },
}));

const buttons = (canvas: HTMLElement) => within(within(canvas).getByRole('toolbar')).getAllByRole('button');

export const Keyboard: Story = {
  ...controls(() => ({})),
  play: async ({ canvasElement, globals }) => {
    const [microphone, camera, , leave] = buttons(canvasElement);
    const forward = globals.dir === 'rtl' ? '{ArrowLeft}' : '{ArrowRight}';
    const backward = globals.dir === 'rtl' ? '{ArrowRight}' : '{ArrowLeft}';
    await userEvent.tab();
    await expect(microphone).toHaveFocus();
    await userEvent.keyboard(forward);
    await expect(camera).toHaveFocus();
    await userEvent.keyboard(backward);
    await expect(microphone).toHaveFocus();
    await userEvent.keyboard(backward);
    await expect(leave).toHaveFocus();
    await userEvent.keyboard('{Home}');
    await expect(microphone).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect(leave).toHaveFocus();
    // The toolbar remembers where it was left.
    await userEvent.tab();
    await userEvent.tab({ shift: true });
    await expect(leave).toHaveFocus();
  },
};

const onLeave = fn();

/** In a room that works: devices go on and off, and leaving leaves. */
export const Working: Story = {
  loaders: [async () => ({ fake: createFakeRoom({ time: 'real', people: [{ name: 'Grace Hopper' }] }) })],
  render: (_args, { loaded: { fake } }) => (
    <RoomProvider room={fake.room}>
      <RoomControls onLeave={onLeave} />
    </RoomProvider>
  ),
  play: async ({ canvasElement, loaded }) => {
    const { room, faults, connect } = loaded.fake as FakeRoom;
    onLeave.mockClear();
    const button = (name: string) => within(canvasElement).getByRole('button', { name });
    await connect();
    await userEvent.click(button('Microphone'));
    await waitFor(() => expect(button('Microphone')).toHaveAttribute('aria-pressed', 'true'));
    await waitFor(() => expect(room.getLocalStreams().get('self')?.isAudioEnabled).toBe(true));
    await userEvent.click(button('Camera'));
    await waitFor(() => expect(button('Camera')).toHaveAttribute('aria-pressed', 'true'));
    await faults.unplug('camera');
    await waitFor(() => expect(button('Camera')).toHaveAttribute('aria-pressed', 'false'));
    await userEvent.click(button('Leave'));
    await waitFor(() => expect(onLeave).toHaveBeenCalledOnce());
    await expect(room.getState().connection).toMatchObject({ status: 'disconnected', reason: 'user_initiated' });
  },
};
