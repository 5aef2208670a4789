import { render, screen } from '@testing-library/react';
import { beforeAll, expect, it } from 'vitest';
import { PreJoin } from '../../../src/components/index.ts';
import { RoomError } from '../../../src/engine/index.ts';
import type { StaticState } from '../../../src/store/index.ts';
import { inRoom } from '../support/inRoom.tsx';

const track = (label: string) => ({ label }) as MediaStreamTrack;
const lost = { deviceId: 'x', label: 'Headset' };

it.each<[string, NonNullable<StaticState['devices']>, RegExp]>([
  [
    'a device that fails',
    { camera: { status: 'failed', error: new RoomError('device-in-use', 'x') } },
    /^Camera: Another app/,
  ],
  [
    'what has taken the place of an unplugged one',
    { microphone: { status: 'on', track: track('Built-in'), lost } },
    /^Microphone: Headset was disconnected. Built-in is used instead.$/,
  ],
  [
    'a microphone that the system mutes',
    { microphone: { status: 'on', track: track('a'), muted: true } },
    /^Microphone: Your system/,
  ],
  [
    'a speaker that cannot be used',
    { speaker: { status: 'failed', error: new RoomError('device-not-found', 'x') } },
    /^Speaker: No such device/,
  ],
  [
    'nothing of a dialog that was closed',
    { screen: { status: 'failed', error: new RoomError('device-dismissed', 'x') } },
    /^$/,
  ],
  [
    'an effect that was too much for the machine',
    {
      camera: {
        status: 'on',
        track: track('a'),
        effect: { name: 'background-blur', status: 'stopped', reason: 'busy' },
      },
    },
    /^Camera: The effect is off/,
  ],
  [
    'an effect that could not be applied',
    {
      microphone: {
        status: 'on',
        track: track('a'),
        effect: { name: 'noise-suppression', status: 'failed', error: new RoomError('effect-failed', 'x') },
      },
    },
    /^Microphone: The effect could not be applied/,
  ],
  ['nothing of an unplugged one that nobody uses', { microphone: { status: 'off', lost } }, /^$/],
])('tells of %s', (_what, devices, text) => {
  render(inRoom(<PreJoin.DeviceProblems />, { devices }));
  expect(screen.getByRole('status').textContent).toMatch(text);
});

// What is fetched first is there at once, however busy the machine is.
beforeAll(() => import('../../../src/components/device-settings/devicePieces.ts').then(() => {}));

const denied = {
  camera: { status: 'failed', permission: 'denied', error: new RoomError('device-permission-denied', 'x') },
} as const;

it('shows how to allow what the browser does not, where it is asked to', async () => {
  const { rerender } = render(inRoom(<PreJoin.DeviceProblems help="steps" />, { devices: denied }));
  expect(await screen.findAllByRole('listitem')).toHaveLength(3);
  rerender(inRoom(<PreJoin.DeviceProblems help="none" />, { devices: denied }));
  expect(screen.queryByRole('listitem')).toBeNull();
});

it('shows where the answer is when the browser’s question was closed', async () => {
  const devices = { microphone: { status: 'off', permission: 'dismissed' } } as const;
  render(inRoom(<PreJoin.DeviceProblems help="steps" />, { devices }));
  expect(screen.getByRole('status')).not.toHaveAttribute('data-empty');
  const steps = await screen.findAllByRole('listitem');
  expect(steps.map(({ textContent }) => textContent)).toEqual([
    'Turn the microphone or the camera on again.',
    'When the browser asks, choose “Allow”.',
  ]);
});
