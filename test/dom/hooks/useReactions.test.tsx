import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reaction } from '../../../src/engine/index.ts';
import { useReactions } from '../../../src/hooks/index.ts';
import { createStaticRoomStore } from '../../../src/store/index.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { inRoom } from '../../support/dom/inRoom.tsx';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** Reactions by hand. */
function setUp(options?: Parameters<typeof useReactions>[0]) {
  const listeners = new Set<(reaction: Reaction) => void>();
  const store = createStaticRoomStore(
    {},
    {
      reactions: {
        send: () => Promise.reject(new Error('refused')),
        subscribe: (listener) => {
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
      },
    },
  );
  const { result, unmount } = renderHook(() => useReactions(options), { wrapper: inRoom({ store }) });
  const react = (reaction: string) =>
    act(() => {
      for (const listener of listeners) listener({ participantId: 'ada', reaction });
    });
  const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms));
  return { result, unmount, react, wait, listeners, shown: () => result.current.reactions.map((one) => one.reaction) };
}

describe('reactions', () => {
  it('are listed for five seconds each', () => {
    const { react, wait, shown } = setUp();
    react('🎉');
    wait(3_000);
    react('👍');
    expect(shown()).toEqual(['🎉', '👍']);
    wait(2_000);
    expect(shown()).toEqual(['👍']);
    wait(3_000);
    expect(shown()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('are as many and as long as is asked for, each with an id of its own', () => {
    const { react, wait, shown, result } = setUp({ limit: 2, duration: 100 });
    for (const reaction of ['a', 'b', 'b']) react(reaction);
    expect(shown()).toEqual(['b', 'b']);
    expect(new Set(result.current.reactions.map(({ id }) => id)).size).toBe(2);
    wait(100);
    expect(shown()).toEqual([]);
  });

  it('leave nothing behind', () => {
    const { react, unmount, listeners } = setUp();
    expect(listeners.size).toBe(1);
    react('🎉');
    unmount();
    expect([listeners.size, vi.getTimerCount()]).toEqual([0, 0]);
  });

  it('that are refused throw nothing', async () => {
    const { result } = setUp();
    result.current.send('👍');
    await settled();
  });

  it('go to the room and come back from it', async () => {
    const { room } = createTestRoom(new FakeRoomServer());
    const { result } = renderHook(() => useReactions(), { wrapper: inRoom({ room }) });
    await act(async () => {
      await room.connect();
      result.current.send('👏');
      await settled();
    });
    expect(result.current.reactions).toMatchObject([{ participantId: 'me', reaction: '👏' }]);
  });
});
