import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ConnectionBanner, RoomProvider } from '../../../src/components/index.ts';
import { roomOf } from '../../../stories/support/snapshots.ts';
import { MutableStore } from '../support/MutableStore.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function banner() {
  const store = new MutableStore(roomOf([{ name: 'Ada' }]));
  render(
    <RoomProvider store={store}>
      <ConnectionBanner data-testid="banner" />
    </RoomProvider>,
  );
  return {
    element: screen.getByTestId('banner'),
    reconnect: (attempt: number) =>
      act(() =>
        store.change({ connection: { status: 'reconnecting', attempt, cause: 'the socket closed' } }, ['connection']),
      ),
    connect: () => act(() => store.change({ connection: { status: 'connected' } }, ['connection'])),
    end: () =>
      act(() => store.change({ connection: { status: 'disconnected', reason: 'network_error' } }, ['connection'])),
  };
}

it('tells that the connection is mended, at which try, and for three seconds that it stands again', () => {
  const { element, reconnect, connect } = banner();
  expect(element).toHaveTextContent('');
  reconnect(1);
  expect(element).toHaveTextContent('Connection lost. Reconnecting…');
  expect(element).toHaveAttribute('data-cause', 'the socket closed');
  reconnect(2);
  expect(element).toHaveTextContent('Attempt 2');
  expect(screen.getByRole('status')).not.toHaveTextContent('Attempt');
  connect();
  expect(screen.getByRole('status')).toHaveTextContent('You are connected again');
  act(() => vi.advanceTimersByTime(3000));
  expect(element).not.toHaveAttribute('data-phase');
});

it('says so when there is no network, in a room that still stands as well', () => {
  const { element } = banner();
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  act(() => void dispatchEvent(new Event('offline')));
  expect(screen.getByRole('status')).toHaveTextContent('You are offline');
  expect(element).toHaveTextContent('The call goes on as soon as your network is back.');
});

it('leaves it to the connection status when the call is over', () => {
  const { element, reconnect, end } = banner();
  reconnect(1);
  end();
  expect(element).not.toHaveAttribute('data-phase');
});
