import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { PreJoin } from '../../../src/components/index.ts';
import { RoomError } from '../../../src/engine/index.ts';
import { inRoom } from '../support/inRoom.tsx';

const name = () => screen.getByRole('textbox', { name: 'Your name' });

describe('the lobby', () => {
  it('joins with the name when Enter is pressed', async () => {
    const onJoin = vi.fn();
    render(inRoom(<PreJoin onJoin={onJoin} />, {}));
    await userEvent.type(name(), ' Ada {Enter}');
    expect(onJoin.mock.calls).toEqual([[{ name: 'Ada' }]]);
  });

  it('wants a name, and takes the complaint back when there is one', async () => {
    const onJoin = vi.fn();
    render(inRoom(<PreJoin onJoin={onJoin} />, {}));
    await userEvent.click(screen.getByRole('button', { name: 'Join' }));
    expect(screen.getByRole('alert')).toHaveTextContent('Enter your name');
    expect(name()).toBeInvalid();
    expect(name()).toHaveFocus();
    expect(name()).toHaveAccessibleDescription(/Enter your name/);
    await userEvent.type(name(), 'Ada');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(onJoin).not.toHaveBeenCalled();
  });

  it('joins once while joining is pending, and says so', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const onJoin = vi.fn(() => promise);
    render(inRoom(<PreJoin onJoin={onJoin} defaultName="Ada" />, {}));
    await userEvent.click(screen.getByRole('button', { name: 'Join' }));
    await userEvent.click(screen.getByRole('button', { name: 'Joining…' }));
    expect(onJoin).toHaveBeenCalledOnce();
    resolve();
    expect(await screen.findByRole('button', { name: 'Join' })).toBeVisible();
  });

  it('says by its code why joining failed, and lets you try again', async () => {
    const onJoin = vi
      .fn()
      .mockRejectedValueOnce(new RoomError('room-full', 'server text'))
      .mockResolvedValue(undefined);
    render(inRoom(<PreJoin onJoin={onJoin} defaultName="Ada" />, {}));
    await userEvent.click(screen.getByRole('button', { name: 'Join' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The room is full.');
    await userEvent.click(screen.getByRole('button', { name: 'Join' }));
    await vi.waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(onJoin).toHaveBeenCalledTimes(2);
  });

  it('says something also of an error that is none of ours', async () => {
    render(inRoom(<PreJoin onJoin={() => Promise.reject(new TypeError('x'))} defaultName="Ada" />, {}));
    await userEvent.click(screen.getByRole('button', { name: 'Join' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong. Try again.');
  });

  it('waits in the lobby for as long as it is there', () => {
    const leave = vi.fn();
    const holdLobby = vi.fn(() => leave);
    const { unmount } = render(inRoom(<PreJoin onJoin={() => {}} />, {}, { holdLobby }));
    expect(holdLobby).toHaveBeenCalled();
    unmount();
    expect(leave).toHaveBeenCalledTimes(holdLobby.mock.calls.length);
  });

  it('says in words why there is no camera', () => {
    const error = new RoomError('device-permission-denied', 'NotAllowedError');
    const off = { status: 'off' } as const;
    const devices = { microphone: off, camera: { status: 'failed', error } as const, screen: off };
    render(inRoom(<PreJoin onJoin={() => {}} />, { devices }));
    expect(screen.getByRole('status')).toHaveTextContent('Camera: The browser does not allow it.');
  });
});
