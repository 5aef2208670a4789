import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ConnectionStatus, RoomProvider } from '../../../src/components/index.ts';
import { type ConnectionState, RoomError } from '../../../src/engine/index.ts';
import { inRoom } from '../support/inRoom.tsx';
import { MutableStore } from '../support/MutableStore.ts';

const status = () => screen.getByRole('status');

describe('the connection status', () => {
  it.each<[string, ConnectionState]>([
    ['Joining…', { status: 'connecting' }],
    ['Waiting to be let inYou come in as soon as a moderator lets you.', { status: 'connecting', waiting: true }],
    ['You left', { status: 'disconnected', reason: 'user_initiated' }],
    // Who leaves before it is in has called its own join off.
    ['You left', { status: 'disconnected', reason: 'user_initiated', error: new RoomError('aborted', 'server text') }],
    ['A moderator removed you', { status: 'disconnected', reason: 'kicked' }],
    ['The room is no longer open.', { status: 'disconnected', reason: 'room_expired' }],
    [
      'The room is full.',
      { status: 'disconnected', reason: 'forbidden', error: new RoomError('room-full', 'server text') },
    ],
    [
      'You could not joinA moderator did not let you in.',
      { status: 'disconnected', reason: 'forbidden', error: new RoomError('turned-away', 'server text') },
    ],
  ])('says "%s"', (words, connection) => {
    render(inRoom(<ConnectionStatus />, { connection }));
    expect(status()).toHaveTextContent(words);
  });

  it('is there before there is something to tell, so that it is announced', () => {
    const store = new MutableStore({ connection: { status: 'connected' } });
    render(
      <RoomProvider store={store}>
        <ConnectionStatus />
      </RoomProvider>,
    );
    const region = status();
    expect(region).toBeEmptyDOMElement();
    act(() => store.change({ connection: { status: 'disconnected', reason: 'kicked' } }, ['connection']));
    expect(status()).toBe(region);
    expect(region).toHaveTextContent('A moderator removed you');
  });

  it('offers the way back only when the room is disconnected', async () => {
    const connect = vi.fn(async () => {});
    const { unmount } = render(
      inRoom(<ConnectionStatus />, { connection: { status: 'reconnecting', attempt: 1, cause: '' } }, { connect }),
    );
    expect(screen.queryByRole('button')).toBeNull();
    unmount();
    render(
      inRoom(<ConnectionStatus />, { connection: { status: 'disconnected', reason: 'network_error' } }, { connect }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Join again' }));
    expect(connect).toHaveBeenCalledOnce();
  });
});
