import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useRef } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { KeyboardShortcuts, type KeyboardShortcutsProps } from '../../../src/components/panels.ts';
import { type ChoosableDevice, RoomError } from '../../../src/engine/index.ts';
import { roomOf } from '../../../stories/support/snapshots.ts';
import { stubDialogs } from '../support/dialogs.ts';
import { inRoom } from '../support/inRoom.tsx';

beforeEach(stubDialogs);

const device = (): ChoosableDevice => ({
  enable: vi.fn(async () => {}),
  disable: vi.fn(async () => {}),
  toggle: vi.fn(async () => {}),
  choose: vi.fn(async () => {}),
});
const track = {} as MediaStreamTrack;

function setUp(
  props: KeyboardShortcutsProps = {},
  change: Parameters<typeof roomOf>[1] = {},
  microphone: ChoosableDevice = device(),
) {
  const devices = { microphone, camera: device() };
  const hands = { raise: vi.fn(async () => {}), lower: vi.fn(async () => {}), lowerAll: vi.fn(async () => {}) };
  const page = (
    <>
      <input aria-label="elsewhere" />
      <button type="button">press</button>
      <KeyboardShortcuts {...props} />
    </>
  );
  render(inRoom(page, roomOf([{ name: 'Ada' }], change), { devices, hands }));
  return { user: userEvent.setup(), ...devices, hands };
}

/** Keys count in the room only. */
function Page() {
  const within = useRef<HTMLElement>(null);
  return (
    <>
      <section ref={within} tabIndex={-1} aria-label="room" />
      <KeyboardShortcuts within={within} />
    </>
  );
}

describe('keys', () => {
  it('turn devices on and off, and say so', async () => {
    const { user, microphone, camera } = setUp({}, { devices: { camera: { status: 'on', track } } });
    await user.keyboard('m');
    expect(microphone.enable).toHaveBeenCalledOnce();
    expect(await screen.findByText('Microphone: on')).toHaveAttribute('role', 'status');
    await user.keyboard('V');
    expect(camera.disable).toHaveBeenCalledOnce();
    expect(await screen.findByText('Camera: off')).toBeInTheDocument();
  });

  it('raise the hand', async () => {
    const { user, hands } = setUp();
    await user.keyboard('h');
    expect(hands.raise).toHaveBeenCalledOnce();
  });

  it('say why a device could not be turned on', async () => {
    const microphone = { ...device(), enable: vi.fn(() => Promise.reject(new RoomError('device-in-use', 'busy'))) };
    const { user } = setUp({}, {}, microphone);
    await user.keyboard('m');
    await waitFor(() => expect(screen.getByRole('status')).not.toBeEmptyDOMElement());
    expect(screen.getByRole('status')).not.toHaveTextContent('Microphone: on');
  });

  it('let one talk while the space bar is held, or until the window is left', async () => {
    const { microphone } = setUp();
    fireEvent.keyDown(document.body, { key: ' ', code: 'Space' });
    fireEvent.keyDown(document.body, { key: ' ', code: 'Space', repeat: true });
    expect(microphone.enable).toHaveBeenCalledOnce();
    expect(microphone.disable).not.toHaveBeenCalled();
    fireEvent.keyUp(document.body, { key: ' ', code: 'Space' });
    expect(microphone.disable).toHaveBeenCalledOnce();
    fireEvent.keyDown(document.body, { key: ' ', code: 'Space' });
    act(() => void window.dispatchEvent(new Event('blur')));
    expect(microphone.disable).toHaveBeenCalledTimes(2);
    fireEvent.keyUp(document.body, { key: ' ', code: 'Space' });
    expect(microphone.disable).toHaveBeenCalledTimes(2);
  });

  it('do not silence, let go, who was heard before', () => {
    const { microphone } = setUp({}, { devices: { microphone: { status: 'on', track } } });
    fireEvent.keyDown(document.body, { key: ' ', code: 'Space' });
    fireEvent.keyUp(document.body, { key: ' ', code: 'Space' });
    expect(microphone.enable).not.toHaveBeenCalled();
    expect(microphone.disable).not.toHaveBeenCalled();
  });

  it('mean nothing while one writes, with other keys held, and where the space bar presses a button', async () => {
    const { user, microphone } = setUp();
    await user.type(screen.getByLabelText('elsewhere'), 'mm ');
    expect(screen.getByLabelText('elsewhere')).toHaveValue('mm ');
    screen.getByRole('button', { name: 'press' }).focus();
    fireEvent.keyDown(screen.getByRole('button', { name: 'press' }), { key: ' ', code: 'Space' });
    fireEvent.keyDown(document.body, { key: 'm', code: 'KeyM', ctrlKey: true });
    fireEvent.keyDown(document.body, { key: 'm', code: 'KeyM', metaKey: true });
    expect(microphone.enable).not.toHaveBeenCalled();
  });

  it('are found by their place where the keyboard has no Latin letters', () => {
    const { microphone } = setUp();
    fireEvent.keyDown(document.body, { key: 'ь', code: 'KeyM' });
    expect(microphone.enable).toHaveBeenCalledOnce();
  });

  it('are others, or none, where that is wanted', async () => {
    const { user, microphone, camera } = setUp({ keys: { microphone: 'x', camera: null } });
    await user.keyboard('mv');
    expect(microphone.enable).not.toHaveBeenCalled();
    expect(camera.enable).not.toHaveBeenCalled();
    await user.keyboard('x');
    expect(microphone.enable).toHaveBeenCalledOnce();
  });

  it('count in one element only, where that is wanted', async () => {
    const microphone = device();
    render(inRoom(<Page />, roomOf([{ name: 'Ada' }]), { devices: { microphone } }));
    await userEvent.keyboard('m');
    expect(microphone.enable).not.toHaveBeenCalled();
    screen.getByRole('region', { name: 'room' }).focus();
    await userEvent.keyboard('m');
    expect(microphone.enable).toHaveBeenCalledOnce();
  });
});

describe('their dialog', () => {
  it('shows them, and turns them off', async () => {
    const onEnabledChange = vi.fn();
    const { user, microphone } = setUp({ onEnabledChange });
    await user.keyboard('?');
    const dialog = within(screen.getByRole('dialog', { name: 'Keyboard shortcuts' }));
    expect(dialog.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual([
      'Space',
      'M',
      'V',
      'H',
      '?',
    ]);
    await user.click(dialog.getByRole('checkbox', { name: 'Use keyboard shortcuts' }));
    expect(onEnabledChange).toHaveBeenCalledExactlyOnceWith(false);
    await user.click(dialog.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.keyboard('m?');
    expect(microphone.enable).not.toHaveBeenCalled();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is opened and closed from outside', async () => {
    const onOpenChange = vi.fn();
    const { user } = setUp({ open: false, onOpenChange });
    await user.keyboard('?');
    expect(onOpenChange).toHaveBeenCalledOnce();
    expect(onOpenChange.mock.calls[0]?.[0]).toBe(true);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
