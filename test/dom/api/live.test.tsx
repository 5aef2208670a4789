import { act, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as api from '../../../src/api/index.ts';
import type { RoomEvents } from '../../../src/engine/index.ts';
import { restServerForAll } from '../../support/rest-server/RestServer.ts';
import { apiOf, renderApi } from './inRoomsApi.tsx';

const server = restServerForAll();
afterEach(() => vi.useRealTimers());

/** Timers are ours; requests take as long as they take. */
const ownTimers = () =>
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
const generate = (roomId: string) => `POST /v2/rooms/${roomId}/actions/generate_join_client_token`;
const refresh = (roomId: string) => `POST /v2/rooms/${roomId}/actions/refresh_client_token`;

describe('useClientToken', () => {
  const newRoom = async () => (await apiOf(server()).client.rooms.create()).id;

  it('gets a token once, which a room takes', async () => {
    const roomId = await newRoom();
    const { result, rerender } = renderApi(apiOf(server()), () =>
      api.useClientToken({ roomId, input: { participant: { id: 'ada' } } }),
    );
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    const { tokenSource, data } = result.current;
    rerender();
    expect(result.current.tokenSource).toBe(tokenSource);
    expect(await tokenSource()).toEqual({ token: data?.token });
    expect(JSON.parse(atob(data?.token.split('.')[1] ?? ''))).toMatchObject({ sub: 'ada' });
    expect(server().count(generate(roomId))).toBe(1);
  });

  it('gives a room its first token, when it asks before there is one', async () => {
    const roomId = await newRoom();
    await server().hold(generate(roomId));
    const { result } = renderApi(apiOf(server()), () => api.useClientToken({ roomId }));
    const token = result.current.tokenSource();
    await server().release(generate(roomId));
    expect((await token).token).toMatch(/^ey/);
    expect(server().count(generate(roomId))).toBe(1);
  });

  it('says why there is none, and gives the error to the room that asks', async () => {
    const roomId = crypto.randomUUID();
    const { result } = renderApi(apiOf(server()), () => api.useClientToken({ roomId }));
    await waitFor(() => expect(result.current.error).toMatchObject({ status: 404 }));
    await expect(act(() => result.current.tokenSource())).rejects.toMatchObject({ code: 'resource-not-found' });
  });

  it('calls its request off when nobody waits for the token', async () => {
    const roomId = await newRoom();
    await server().hold(generate(roomId));
    const { unmount } = renderApi(apiOf(server()), () => ({ ...api.useClientToken({ roomId }) }));
    await server().until(generate(roomId), 'asked');
    unmount();
    await server().until(generate(roomId), 'aborted');
    expect(server().count(generate(roomId))).toBe(1);
  });

  it('goes on for a room that waits, though the component is gone', async () => {
    const roomId = await newRoom();
    await server().hold(generate(roomId));
    const { result, unmount } = renderApi(apiOf(server()), () => api.useClientToken({ roomId }));
    const token = result.current.tokenSource();
    await server().until(generate(roomId), 'asked');
    unmount();
    await server().release(generate(roomId));
    expect((await token).token).toMatch(/^ey/);
    expect(server().count(generate(roomId))).toBe(1);
  });

  it('asks nothing until it may', async () => {
    const roomId = await newRoom();
    const { result, unmount } = renderApi(apiOf(server()), () => api.useClientToken({ roomId }, { enabled: false }));
    expect(result.current.fetchStatus).toBe('idle');
    unmount();
    expect(server().count('POST')).toBe(1);
  });

  it('renews it by its refresh token before it runs out, and a room never gets one that is old', async () => {
    const roomId = await newRoom();
    const { result } = renderApi(apiOf(server()), () => ({
      ...api.useClientToken({ roomId, input: { token_ttl_secs: 100 } }),
    }));
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    const first = result.current.data?.token;
    const startedAt = result.current.dataUpdatedAt;
    // Twenty seconds of its hundred are gone: good for a page, too old for a room that takes it for new.
    vi.spyOn(Date, 'now').mockReturnValue(startedAt + 20_000);
    const { token } = await act(() => result.current.tokenSource());
    vi.restoreAllMocks();
    expect(token).not.toBe(first);
    expect([server().count(generate(roomId)), server().count(refresh(roomId))]).toEqual([1, 1]);
  });

  it('is asked for anew when the refresh token is not good any more', async () => {
    const roomId = await newRoom();
    const { result } = renderApi(apiOf(server()), () => ({
      ...api.useClientToken({ roomId, input: { participant: { id: 'eve' } } }),
    }));
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    await apiOf(server()).client.clientTokens.revoke(roomId, { participant_ids: ['eve'] });
    const again = await act(() => result.current.refetch());
    expect(again.isSuccess).toBe(true);
    expect([server().count(generate(roomId)), server().count(refresh(roomId))]).toEqual([2, 1]);
  });

  it('comes from a backend of the application, and what is no token is an error', async () => {
    const roomId = await newRoom();
    const { token } = await apiOf(server()).client.clientTokens.generate(roomId);
    const own = renderApi(apiOf(server()), () => api.useClientToken({ roomId, source: async () => ({ token }) }));
    await waitFor(() => expect(own.result.current.data).toEqual({ token }));
    const wrong = renderApi(apiOf(server()), () =>
      api.useClientToken({ roomId, source: async () => ({ token: 'x' }) }),
    );
    await waitFor(() => expect(wrong.result.current.error).toMatchObject({ code: 'token-invalid' }), {
      timeout: 10_000,
    });
  });

  it('is renewed at three quarters of its life', () => {
    ownTimers();
    const { refetchInterval } = apiOf(server()).queries.clientToken({ roomId: 'r' });
    const payload = btoa(
      JSON.stringify({ grants: [{ resources: ['video:rooms:r'] }], iat: 1000, exp: 1100, typ: 'access' }),
    );
    const state = (status: string) => ({
      data: { token: `a.${payload}.b` },
      dataUpdatedAt: Date.now() - 30_000,
      status,
    });
    const next = (given: object) => (refetchInterval as (query: object) => number | false)({ state: given });
    expect(next(state('success'))).toBe(45_000);
    expect(next(state('error'))).toBe(10_000);
    expect(next({ data: undefined })).toBe(false);
  });
});

describe('useLiveRoomInvalidation', () => {
  /** A room that says what it is told to say. */
  class SayingRoom {
    readonly listeners = new Map<keyof RoomEvents, Set<() => void>>();
    on = (event: keyof RoomEvents, listener: () => void) => {
      const listeners = this.listeners.get(event) ?? new Set();
      this.listeners.set(event, listeners.add(listener));
      return () => void listeners.delete(listener);
    };
    say(event: keyof RoomEvents) {
      for (const listener of this.listeners.get(event) ?? []) listener();
    }
  }
  const shown = (room: SayingRoom, roomId: string) => () => {
    api.useLiveRoomInvalidation(room as unknown as Parameters<typeof api.useLiveRoomInvalidation>[0]);
    return {
      recordings: api.useRecordingsQuery({ filter: { room_id: roomId } }).data?.data.map(({ id }) => id),
      people: api.useRoomParticipantsQuery({ filter: { context: roomId } }).data?.meta.total_results,
    };
  };

  it('shows a recording as soon as the live room says that it is recorded', async () => {
    const { id: roomId } = await apiOf(server()).client.rooms.create();
    const room = new SayingRoom();
    const { result } = renderApi(apiOf(server()), shown(room, roomId));
    await waitFor(() => expect(result.current.recordings).toEqual([]));
    const recordingId = await server().recording(roomId, await server().meeting(roomId));
    act(() => room.say('recording_changed'));
    await waitFor(() => expect(result.current.recordings).toEqual([recordingId]));
  });

  it('asks once for however much happens within a second, and for nothing that nobody looks at', async () => {
    const room = new SayingRoom();
    const roomId = crypto.randomUUID();
    const address = 'GET /v2/room_participants?';
    const { result, cache, unmount } = renderApi(apiOf(server()), shown(room, roomId));
    await waitFor(() => expect(result.current.people).toBe(0));
    const invalidate = vi.spyOn(cache, 'invalidateQueries').mockResolvedValue();
    ownTimers();
    for (let count = 0; count < 50; count++) room.say('participant_joined');
    expect(invalidate).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(1000);
    expect(invalidate).toHaveBeenCalledTimes(4);
    vi.advanceTimersByTime(5000);
    room.say('participant_left');
    expect(invalidate).toHaveBeenCalledTimes(7);
    unmount();
    vi.advanceTimersByTime(5000);
    expect(invalidate).toHaveBeenCalledTimes(7);
    expect([...room.listeners.values()].every(({ size }) => size === 0)).toBe(true);
    expect(server().count(address)).toBeGreaterThan(0);
    expect(server().count('GET /v2/room_sessions')).toBe(0);
  });
});
