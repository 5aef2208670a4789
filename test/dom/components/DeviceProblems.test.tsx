import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
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
  ['nothing of an unplugged one that nobody uses', { microphone: { status: 'off', lost } }, /^$/],
])('tells of %s', (_what, devices, text) => {
  render(inRoom(<PreJoin.DeviceProblems />, { devices }));
  expect(screen.getByRole('status').textContent).toMatch(text);
});
