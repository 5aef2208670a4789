import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RoomControls } from '../../../src/components/index.ts';
import { type ChoosableDevice, RoomError } from '../../../src/engine/index.ts';
import { roomOf } from '../../../stories/support/snapshots.ts';
import { inRoom } from '../support/inRoom.tsx';

const device = (): ChoosableDevice => ({
  enable: vi.fn(async () => {}),
  disable: vi.fn(async () => {}),
  toggle: vi.fn(async () => {}),
  choose: vi.fn(async () => {}),
});
const track = {} as MediaStreamTrack;
const room = (change?: Parameters<typeof roomOf>[1]) => roomOf([{ name: 'Ada' }], change);

afterEach(() => vi.unstubAllGlobals());
const stubScreenSharing = () =>
  vi.stubGlobal('navigator', { ...navigator, userAgent: '', mediaDevices: { getDisplayMedia: () => {} } });

describe('the controls', () => {
  it('name every button', () => {
    stubScreenSharing();
    render(inRoom(<RoomControls />, room()));
    expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual([
      'Microphone',
      'Choose microphone and speaker',
      'Camera',
      'Choose camera',
      'Share screen',
      'Raise hand',
      'Reactions',
      'Layout',
      'More',
      'Leave',
    ]);
  });

  it('show as pressed what is on, and say what a press does', () => {
    render(inRoom(<RoomControls />, room({ devices: { microphone: { status: 'on', track } } })));
    const microphone = screen.getByRole('button', { name: 'Microphone', pressed: true });
    expect(microphone).toHaveAccessibleDescription('Turn microphone off');
    expect(screen.getByRole('button', { name: 'Camera', pressed: false })).toHaveAccessibleDescription(
      'Turn camera on',
    );
  });

  it('toggle a device', async () => {
    const devices = { microphone: device(), camera: device(), screen: device() };
    render(inRoom(<RoomControls />, room(), { devices }));
    await userEvent.click(screen.getByRole('button', { name: 'Camera' }));
    expect(devices.camera.toggle).toHaveBeenCalledOnce();
    expect(devices.microphone.toggle).not.toHaveBeenCalled();
  });

  it('let a handler of yours prevent that', async () => {
    const devices = { microphone: device(), camera: device(), screen: device() };
    render(inRoom(<RoomControls.Camera onClick={(event) => event.preventDefault()} />, room(), { devices }));
    await userEvent.click(screen.getByRole('button', { name: 'Camera' }));
    expect(devices.camera.toggle).not.toHaveBeenCalled();
  });

  it('show that a device is being opened', () => {
    render(inRoom(<RoomControls />, room({ devices: { camera: { status: 'starting' } } })));
    expect(screen.getByRole('button', { name: 'Camera' })).toHaveAttribute('aria-busy', 'true');
  });

  it('say in words why a device could not be opened', () => {
    const error = new RoomError('device-in-use', 'NotReadableError');
    render(inRoom(<RoomControls />, room({ devices: { camera: { status: 'failed', error } } })));
    expect(screen.getByRole('status')).toHaveTextContent('Camera: Another application is using it.');
    expect(screen.getByRole('button', { name: 'Camera' })).toHaveAttribute('data-failed');
  });

  it('take no choice in the browser’s own dialog for an answer, not a failure', () => {
    stubScreenSharing();
    const error = new RoomError('device-dismissed', 'Closed.');
    render(inRoom(<RoomControls />, room({ devices: { screen: { status: 'failed', error } } })));
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    expect(screen.getByRole('button', { name: 'Share screen' })).not.toHaveAttribute('data-failed');
  });

  it('offer no sharing where the browser cannot do it', () => {
    render(inRoom(<RoomControls />, room()));
    expect(screen.queryByRole('button', { name: 'Share screen' })).toBeNull();
  });

  it('offer no device that the token does not allow', () => {
    const state = room();
    const me = state.participants?.get('person-1');
    const participants = new Map(me && [[me.id, { ...me, grants: { ...me.grants, publish: ['audio' as const] } }]]);
    render(inRoom(<RoomControls />, { ...state, participants }));
    expect(screen.getByRole('button', { name: 'Microphone' })).toBeEnabled();
    expect(screen.getByRole('button', { name: 'Camera' })).toBeDisabled();
  });

  it('tell when the room is left, also when its connection was lost before', async () => {
    const onLeave = vi.fn();
    const disconnect = vi.fn(() => Promise.reject(new Error('lost')));
    render(inRoom(<RoomControls onLeave={onLeave} />, room(), { disconnect }));
    await userEvent.click(screen.getByRole('button', { name: 'Leave' }));
    expect(disconnect).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(onLeave).toHaveBeenCalledOnce());
  });
});
