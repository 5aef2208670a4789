import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { PreJoin, type PreJoinDetails } from '../../src/components/index.ts';

import { RoomError } from '../../src/engine/index.ts';
import type { StaticState } from '../../src/store/index.ts';
import { InRoom } from '../support/InRoom.tsx';
import { personTrack } from '../support/scenes.ts';
import { roomOf } from '../support/snapshots.ts';

/** The lobby: how you will look, your name, and whether microphone and camera are on. */
const meta = {
  title: 'Components/PreJoin',
  component: PreJoin,
  // What is fetched first is there at once, however busy the machine is.
  loaders: [
    async () => {
      const pieces = import('../../src/components/device-settings/devicePieces.ts');
      await pieces;
    },
  ],
} satisfies Meta<typeof PreJoin>;
export default meta;
type Story = StoryObj;

const onJoin = fn(async (_details: PreJoinDetails) => {});
const lobby = (devices: () => NonNullable<StaticState['devices']>, join: typeof onJoin = onJoin): Story => ({
  render: () => (
    <InRoom state={roomOf([], { connection: { status: 'initialized' }, devices: devices() })}>
      <PreJoin onJoin={join} />
    </InRoom>
  ),
});

export const Empty = lobby(() => ({}));
export const WithCamera = lobby(() => ({
  camera: { status: 'on', track: personTrack(0) },
  microphone: { status: 'on', track: personTrack(0) },
}));

/** How to allow it is told at once, with a picture of this browser. */
export const CameraNotAllowed: Story = {
  ...lobby(() => ({
    camera: {
      status: 'failed',
      permission: 'denied',
      error: new RoomError('device-permission-denied', 'Not allowed.'),
    },
  })),
  play: async ({ canvasElement }) => {
    const steps = await within(canvasElement).findAllByRole('listitem');
    await expect(steps[0]).toHaveTextContent('Press the icon at the start of the address.');
  },
};

/** The browser's question was closed. */
export const NotAnswered: Story = {
  ...lobby(() => ({ camera: { status: 'off', permission: 'dismissed' } })),
  play: async ({ canvasElement }) => {
    const steps = await within(canvasElement).findAllByRole('listitem');
    await expect(steps.map(({ textContent }) => textContent)).toEqual([
      'Turn the microphone or the camera on again.',
      'When the browser asks, choose “Allow”.',
    ]);
  },
};

/** Your background, before anybody sees it. */
export const Effects: Story = {
  ...lobby(() => ({ camera: { status: 'on', track: personTrack(0) } })),
  play: async ({ canvasElement }) => {
    await userEvent.click(await within(canvasElement).findByRole('button', { name: 'Effects' }));
    const dialog = within(await within(document.body).findByRole('dialog', { name: 'Effects' }));
    await expect(dialog.getByRole('radio', { name: 'Blur' })).toBeInTheDocument();
  },
};

/** Enter in the field joins, with the name as it should be shown. */
export const EnterJoins: Story = {
  ...lobby(() => ({})),
  play: async ({ canvasElement }) => {
    onJoin.mockClear();
    await userEvent.type(within(canvasElement).getByRole('textbox', { name: 'Your name' }), '  Ada Lovelace {Enter}');
    await waitFor(() => expect(onJoin.mock.calls).toEqual([[{ name: 'Ada Lovelace' }]]));
  },
};

/** Without a name it says what is missing, and puts the cursor there. */
export const NameMissing: Story = {
  ...lobby(() => ({})),
  play: async ({ canvasElement }) => {
    onJoin.mockClear();
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Join' }));
    await expect(canvas.getByRole('alert')).toHaveTextContent('Enter your name');
    await expect(canvas.getByRole('textbox', { name: 'Your name' })).toHaveFocus();
    await expect(canvas.getByRole('textbox', { name: 'Your name' })).toBeInvalid();
    await expect(onJoin).not.toHaveBeenCalled();
  },
};

const never = fn((_details: PreJoinDetails) => new Promise<void>(() => {}));
export const Joining: Story = {
  ...lobby(() => ({}), never),
  play: async ({ canvasElement }) => {
    never.mockClear();
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole('textbox'), 'Ada{Enter}{Enter}');
    await expect(canvas.getByRole('button', { name: 'Joining…' })).toHaveAttribute('aria-busy', 'true');
    await expect(never).toHaveBeenCalledOnce();
  },
};

const refused = fn(async (_details: PreJoinDetails) => {
  throw new RoomError('room-full', 'The room is full.');
});
export const RoomIsFull: Story = {
  ...lobby(() => ({}), refused),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole('textbox'), 'Ada{Enter}');
    await expect(await canvas.findByRole('alert')).toHaveTextContent('The room is full.');
  },
};
