import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StrictMode } from 'react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { preloadRoom } from '../../../src/components/pre-join/lobbyPreloads.ts';
import { VideoRoom } from '../../../src/prebuilt/VideoRoom.tsx';
import { roomOf } from '../../../stories/support/snapshots.ts';
import '../support/fakeMediaStream.ts';
import { MutableStore } from '../support/MutableStore.ts';

/** A store of a room with two people, which disconnects when told to. */
function connectedStore() {
  const holds = { now: 0 };
  const store: MutableStore = new MutableStore(roomOf([{ name: 'Ada' }, { name: 'Grace' }]), {
    hold: () => {
      holds.now += 1;
      return () => {
        holds.now -= 1;
      };
    },
    disconnect: async () => {
      act(() => store.change({ connection: { status: 'disconnected', reason: 'user_initiated' } }, ['connection']));
    },
    connect: async () => {
      act(() => store.change({ connection: { status: 'connected' } }, ['connection']));
    },
  });
  return { store, holds };
}

// As when one comes from a lobby.
beforeAll(preloadRoom);

describe('the prebuilt room', () => {
  it('keeps the room connected while it is mounted, once also under StrictMode', () => {
    const { store, holds } = connectedStore();
    const { unmount } = render(
      <StrictMode>
        <VideoRoom store={store} />
      </StrictMode>,
    );
    expect(holds.now).toBe(1);
    unmount();
    expect(holds.now).toBe(0);
  });

  it('shows everybody, plays the others, and offers the controls', () => {
    const { store } = connectedStore();
    const subscribeDemand = vi.spyOn(store.commands, 'subscribeDemand');
    render(<VideoRoom store={store} />);
    expect(screen.getAllByRole('group').map((tile) => tile.getAttribute('aria-label'))).toEqual(['Ada (you)', 'Grace']);
    expect(subscribeDemand).toHaveBeenCalledWith({ participantId: 'person-2', key: 'self', kind: 'audio' });
    expect(screen.getByRole('toolbar', { name: 'Call controls' })).toBeVisible();
  });

  it('says that you left, keeps the focus, and lets you back in', async () => {
    const onLeave = vi.fn();
    const { container } = render(<VideoRoom store={connectedStore().store} onLeave={onLeave} />);
    await userEvent.click(screen.getByRole('button', { name: 'Leave' }));
    await vi.waitFor(() => expect(onLeave).toHaveBeenCalledOnce());
    expect(screen.getByRole('status')).toHaveTextContent('You left');
    expect(screen.queryByRole('toolbar')).toBeNull();
    expect(container).toContainElement(document.activeElement as HTMLElement);
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Join again' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('toolbar')).toBeVisible();
  });

  it('makes a room of its own, asks for a token once, and says that it is joining', async () => {
    const tokenSource = vi.fn(() => new Promise<never>(() => {}));
    const { unmount } = render(
      <VideoRoom
        roomId="11111111-1111-4111-8111-111111111111"
        serverUrl="http://127.0.0.1:1"
        tokenSource={tokenSource}
      />,
    );
    expect(await screen.findByText('Joining…')).toBeVisible();
    await vi.waitFor(() => expect(tokenSource).toHaveBeenCalledOnce());
    unmount();
  });
});
