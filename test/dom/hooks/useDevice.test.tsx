import { act, screen as page, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { useCamera, useMicrophone, useScreenShare } from '../../../src/hooks/index.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { inRoom } from '../../support/dom/inRoom.tsx';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';

const hooks = { microphone: useMicrophone, camera: useCamera, screen: useScreenShare } as const;
type Name = keyof typeof hooks;

function Toggle({ name }: { name: Name }) {
  const { buttonProps, enabled, pending, error, censored, track } = hooks[name]();
  return (
    <button {...buttonProps}>
      {name} {enabled ? 'on' : 'off'} {pending && 'pending'} {error?.code} {censored?.reason} {track?.kind}
    </button>
  );
}

function setUp(name: Name) {
  const server = new FakeRoomServer();
  const test = createTestRoom(server);
  render(<Toggle name={name} />, { wrapper: inRoom(test) });
  return { ...test, server, button: page.getByRole('button'), user: userEvent.setup() };
}

describe.each<Name>(['microphone', 'camera', 'screen'])('the props of a %s button', (name) => {
  it('toggle the device, and say whether it is on', async () => {
    const { button, user, devices } = setUp(name);
    expect(button).toHaveAttribute('aria-pressed', 'false');
    expect(button).toHaveAttribute('type', 'button');
    await user.click(button);
    expect(button).toHaveAttribute('aria-pressed', 'true');
    expect(button).toHaveTextContent(name === 'microphone' ? 'audio' : 'video');
    await user.click(button);
    expect(button).toHaveAttribute('aria-pressed', 'false');
    expect(devices.opened.length).toBeGreaterThan(0);
  });

  it('say that it is being opened', async () => {
    const { button, user, devices } = setUp(name);
    const held = devices.hold(name);
    await user.click(button);
    expect(button).toHaveAttribute('aria-busy', 'true');
    expect(button).toHaveTextContent('pending');
    await act(async () => {
      held.release();
      await settled();
    });
    expect(button).not.toHaveAttribute('aria-busy');
    expect(button).toHaveAttribute('aria-pressed', 'true');
  });

  it('throw nothing at a device that fails, whose error is told', async () => {
    const { button, user, devices } = setUp(name);
    devices.fail(name, 'device-in-use');
    await user.click(button);
    expect(button).toHaveTextContent('device-in-use');
    expect(button).toHaveAttribute('aria-pressed', 'false');
    await user.click(button);
    expect(button).toHaveAttribute('aria-pressed', 'true');
    expect(button).not.toHaveTextContent('device-in-use');
  });

  it('are off while a moderator keeps it off, and say why; then they may be used again', async () => {
    const source = ({ microphone: 'audio', camera: 'video', screen: 'presentation' } as const)[name];
    const { button, user, room, server } = setUp(name);
    const moderate = (reason: string | null) =>
      act(async () => {
        server.room.censor('me', [source], reason === null ? null : { by: 'host', reason });
        await settled();
      });
    await act(() => room.connect());
    await user.click(button);
    await moderate('a noisy street');
    expect(button).toHaveAttribute('aria-pressed', 'false');
    expect(button).toBeDisabled();
    expect(button).toHaveTextContent('a noisy street');
    await moderate(null);
    expect(button).toBeEnabled();
    expect(button).not.toHaveTextContent('a noisy street');
    expect(button).toHaveAttribute('aria-pressed', 'false');
    await user.click(button);
    expect(button).toHaveAttribute('aria-pressed', 'true');
  });
});
