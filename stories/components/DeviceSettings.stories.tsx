import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { DeviceSettings } from '../../src/components/device-settings/DeviceSettings.tsx';
import { RoomError } from '../../src/engine/index.ts';
import type { StaticState } from '../../src/store/index.ts';
import { InRoom } from '../support/InRoom.tsx';
import { personTrack } from '../support/scenes.ts';
import { roomOf } from '../support/snapshots.ts';

/** Which devices are used, and whether they work. */
const meta = { title: 'Components/DeviceSettings', component: DeviceSettings } satisfies Meta<typeof DeviceSettings>;
export default meta;
type Story = StoryObj;

const settings = (devices: () => NonNullable<StaticState['devices']>): Story => ({
  render: () => (
    <InRoom state={roomOf([{ name: 'Ada Lovelace' }], { devices: devices() })} width={400}>
      <DeviceSettings />
    </InRoom>
  ),
});

/** Nothing was allowed yet: there is nothing to tell apart. */
export const BeforePermission = settings(() => ({}));

export const Working: Story = {
  ...settings(() => ({
    camera: {
      status: 'on',
      track: personTrack(0),
      deviceId: 'c',
      available: [{ deviceId: 'c', label: 'Built-in camera', groupId: '' }],
    },
    microphone: { status: 'off', available: [{ deviceId: 'm', label: 'Headset', groupId: '' }] },
    speaker: { available: [{ deviceId: 's', label: 'Built-in speakers', groupId: '' }] },
  })),
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('combobox', { name: 'Camera' })).toHaveDisplayValue('Built-in camera');
  },
};

export const CameraInUse = settings(() => ({
  camera: { status: 'failed', error: new RoomError('device-in-use', 'The device is busy.') },
}));
