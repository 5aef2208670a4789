import type { UseMutationResult } from '@tanstack/react-query';
import { act, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import * as api from '../../../src/api/index.ts';
import { restServerForAll } from '../../support/rest-server/RestServer.ts';
import { apiOf, renderApi } from './inRoomsApi.tsx';

const server = restServerForAll();

/** A room in which a session goes on, with two people and two recordings. */
async function meeting() {
  const { client } = apiOf(server());
  const { id: roomId } = await client.rooms.create({ unique_name: crypto.randomUUID() });
  const sessionId = await server().meeting(roomId, 'ada', 'bob');
  const recordingIds = [await server().recording(roomId, sessionId), await server().recording(roomId, sessionId)];
  const { id: compositionId } = await client.compositions.create({ session_id: sessionId });
  return { client, roomId, sessionId, recordingIds, recordingId: recordingIds[0] ?? '', compositionId };
}
type Meeting = Awaited<ReturnType<typeof meeting>>;

interface Case {
  use: () => Pick<UseMutationResult, 'isPending' | 'isSuccess' | 'isError' | 'error'> & {
    mutate: (variables: never) => void;
  };
  variables: (there: Meeting) => object;
  /** How its request begins. */
  address: (there: Meeting) => string;
  /** What carries it out, and fails when it is told to. */
  repository: [string, string];
  /** What a page shows of it. */
  look: (there: Meeting) => unknown;
  /** How that looks before and afterwards. */
  initially: (there: Meeting) => unknown;
  eventually: (there: Meeting) => unknown;
  /** Whether it is seen before the server has said so. @default true */
  optimistic?: boolean;
}

const recordings = ({ roomId }: Meeting) =>
  api.useRecordingsQuery({ filter: { room_id: roomId } }, { select: ({ data }) => data.map(({ id }) => id).sort() })
    .data;
const compositions = ({ sessionId }: Meeting) =>
  api.useCompositionsQuery(
    { filter: { session_id: sessionId } },
    { select: ({ data, meta }) => [data.map(({ id }) => id), meta.total_results] },
  ).data;

const cases: Record<string, Case> = {
  useUpdateRoom: {
    use: api.useUpdateRoom,
    variables: ({ roomId }) => ({ roomId, max_participants: 33 }),
    address: ({ roomId }) => `PATCH /v2/rooms/${roomId}`,
    repository: ['rooms', 'update'],
    look: ({ roomId }) => [
      api.useRoomQuery(roomId).data?.max_participants,
      api.useInfiniteRoomsQuery().data?.pages[0]?.data.find(({ id }) => id === roomId)?.max_participants,
    ],
    initially: () => [10, 10],
    eventually: () => [33, 33],
  },
  useDeleteRoom: {
    use: api.useDeleteRoom,
    variables: ({ roomId }) => ({ roomId }),
    address: ({ roomId }) => `DELETE /v2/rooms/${roomId}`,
    repository: ['rooms', 'remove'],
    look: ({ roomId }) => api.useRoomsQuery().data?.data.some(({ id }) => id === roomId),
    initially: () => true,
    eventually: () => false,
  },
  useEndSession: {
    use: api.useEndSession,
    variables: ({ sessionId }) => ({ sessionId }),
    address: ({ sessionId }) => `POST /v2/room_sessions/${sessionId}/actions/end`,
    repository: ['sessions', 'end'],
    look: ({ roomId, sessionId }) => [
      api.useRoomSessionQuery(sessionId).data?.active,
      api.useRoomSessionQuery(sessionId).data?.ended_at != null,
      api.useRoomQuery(roomId).data?.active_session_id,
    ],
    initially: ({ sessionId }) => [true, false, sessionId],
    eventually: () => [false, true, null],
  },
  useDeleteRecording: {
    use: api.useDeleteRecording,
    variables: ({ recordingId }) => ({ recordingId }),
    address: ({ recordingId }) => `DELETE /v2/room_recordings/${recordingId}`,
    repository: ['recordings', 'remove'],
    look: recordings,
    initially: ({ recordingIds }) => [...recordingIds].sort(),
    eventually: ({ recordingIds }) => recordingIds.slice(1),
  },
  useDeleteRecordings: {
    use: api.useDeleteRecordings,
    variables: ({ roomId }) => ({ room_id: roomId, type: 'video' }),
    address: () => 'DELETE /v2/room_recordings?',
    repository: ['recordings', 'remove'],
    look: recordings,
    initially: ({ recordingIds }) => [...recordingIds].sort(),
    eventually: () => [],
  },
  useDeleteComposition: {
    use: api.useDeleteComposition,
    variables: ({ compositionId }) => ({ compositionId }),
    address: ({ compositionId }) => `DELETE /v2/room_compositions/${compositionId}`,
    repository: ['compositions', 'remove'],
    look: compositions,
    initially: ({ compositionId }) => [[compositionId], 1],
    eventually: () => [[], 0],
  },
  useCreateComposition: {
    use: api.useCreateComposition,
    variables: ({ sessionId }) => ({ session_id: sessionId }),
    address: () => 'POST /v2/room_compositions',
    repository: ['sessionHistory', 'find'],
    look: ({ sessionId }) =>
      api.useCompositionsQuery({ filter: { session_id: sessionId } }, { select: ({ data }) => data.length }).data,
    initially: () => 1,
    eventually: () => 2,
    optimistic: false,
  },
};

describe.each(Object.entries(cases))(
  '%s',
  (_name, { use, variables, address, repository, look, initially, eventually, optimistic = true }) => {
    const show = (there: Meeting) => renderApi(apiOf(server()), () => ({ mutation: use(), seen: look(there) }));

    it('does it, shows it before it is done, and asks again what is out of date', async () => {
      const there = await meeting();
      const { result } = show(there);
      await waitFor(() => expect(result.current.seen).toEqual(initially(there)));
      await server().hold(address(there));
      act(() => result.current.mutation.mutate(variables(there) as never));
      await server().until(address(there), 'asked');
      await waitFor(() => expect(result.current.seen).toEqual(optimistic ? eventually(there) : initially(there)));
      expect(result.current.mutation.isPending).toBe(true);
      await server().release(address(there));
      await waitFor(() => expect(result.current.mutation.isSuccess).toBe(true));
      await waitFor(() => expect(result.current.seen).toEqual(eventually(there)));
    });

    it('puts everything back when the server fails, and says why', async () => {
      const there = await meeting();
      const { result } = show(there);
      await waitFor(() => expect(result.current.seen).toEqual(initially(there)));
      await server().fail(...repository);
      // What would mend the picture by asking again waits: it is the roll-back that is looked at.
      await server().hold('GET ');
      act(() => result.current.mutation.mutate(variables(there) as never));
      await waitFor(() => expect(result.current.mutation.isError).toBe(true));
      expect(result.current.mutation.error).toMatchObject({ status: 500, code: 'internal-error' });
      expect(result.current.seen).toEqual(initially(there));
    });
  },
);

describe('useCreateRoom', () => {
  it('makes a room that the lists show, and that is known without asking', async () => {
    const unique_name = crypto.randomUUID();
    const { result, cache } = renderApi(apiOf(server()), () => ({
      create: api.useCreateRoom(),
      rooms: api.useRoomsQuery({ filter: { unique_name } }),
    }));
    await waitFor(() => expect(result.current.rooms.data?.data).toEqual([]));
    const room = await act(() => result.current.create.mutateAsync({ unique_name }));
    expect(cache.getQueryData(apiOf(server()).keys.rooms.one(room.id))).toEqual(room);
    await waitFor(() => expect(result.current.rooms.data?.data).toEqual([room]));
  });

  it('says which field is wrong', async () => {
    const { result } = renderApi(apiOf(server()), () => api.useCreateRoom());
    act(() => result.current.mutate({ max_participants: 1 }));
    await waitFor(() => expect(result.current.error).toMatchObject({ status: 422, field: 'max_participants' }));
  });
});

describe('people', () => {
  const left = (sessionId: string) =>
    api.useRoomParticipantsQuery(
      { filter: { session_id: sessionId } },
      { select: ({ data }) => data.filter(({ left_at }) => left_at !== null).map(({ id }) => id) },
    ).data;

  it('who are removed are shown as gone, and come back when the server refuses', async () => {
    const { sessionId } = await meeting();
    const address = `POST /v2/room_sessions/${sessionId}/actions/kick`;
    const { result } = renderApi(apiOf(server()), () => ({ kick: api.useKickParticipants(), left: left(sessionId) }));
    await waitFor(() => expect(result.current.left).toEqual([]));
    await server().hold(address);
    await server().fail('sessionHistory', 'knownParticipants');
    act(() => result.current.kick.mutate({ sessionId, participants: 'all', exclude: ['ada'] }));
    await waitFor(() => expect(result.current.left).toEqual(['bob']));
    await server().hold('GET ');
    await server().release(address);
    await waitFor(() => expect(result.current.kick.error?.status).toBe(500));
    expect(result.current.left).toEqual([]);
    await server().forget();
    await act(() => result.current.kick.mutateAsync({ sessionId, participants: ['ada'] }));
    await server().until(address, 'answered');
  });

  it.each([
    ['useMuteParticipants', 'mute', api.useMuteParticipants, {}],
    ['useUnmuteParticipants', 'unmute', api.useUnmuteParticipants, {}],
    ['useChangeGrants', 'change_grants', api.useChangeGrants, { grants: { publish: [] } }],
  ] as const)('%s asks the server, and says what is wrong', async (_name, action, use, rest) => {
    const { sessionId } = await meeting();
    const { result } = renderApi(apiOf(server()), () => (use as typeof api.useMuteParticipants)());
    await act(() => result.current.mutateAsync({ sessionId, participants: ['ada'], ...rest }));
    await server().until(`POST /v2/room_sessions/${sessionId}/actions/${action}`, 'answered');
    act(() => result.current.mutate({ sessionId, participants: ['nobody'], ...rest }));
    await waitFor(() =>
      expect(result.current.error).toMatchObject({ code: 'participant-unknown', field: 'participants.0' }),
    );
  });
});

describe('useRedeliverWebhook', () => {
  it('delivers again, and says when there is nothing to deliver', async () => {
    const { client } = apiOf(server());
    const { id } = await client.rooms.create({ webhook_event_url: 'http://127.0.0.1:9/hook' });
    await server().meeting(id);
    const [delivery] = (await client.webhooks.deliveries.list({ filter: { room_id: id } })).data;
    const { result } = renderApi(apiOf(server()), () => api.useRedeliverWebhook());
    const again = await act(() => result.current.mutateAsync({ deliveryId: delivery?.id ?? '' }));
    expect(again).toMatchObject({ id: delivery?.id, status: 'pending' });
    act(() => result.current.mutate({ deliveryId: id }));
    await waitFor(() => expect(result.current.error?.status).toBe(404));
  });
});

describe('a mutation', () => {
  it('runs the callbacks of its caller after its own', async () => {
    const onSuccess = vi.fn();
    const [onError, onSettled] = [vi.fn(), vi.fn()];
    const { roomId } = await meeting();
    const { result } = renderApi(apiOf(server()), () => api.useUpdateRoom({ onSuccess, onError, onSettled }));
    const room = await act(() => result.current.mutateAsync({ roomId, enable_recording: true }));
    expect(onSuccess.mock.calls[0]?.slice(0, 2)).toEqual([room, { roomId, enable_recording: true }]);
    act(() => result.current.mutate({ roomId, max_participants: 1 }));
    await waitFor(() => expect(onError).toHaveBeenCalledOnce());
    expect(onSettled).toHaveBeenCalledTimes(2);
  });

  it('that fails leaves alone what another one has changed since', async () => {
    const { roomId } = await meeting();
    const { result } = renderApi(apiOf(server()), () => ({
      update: api.useUpdateRoom(),
      other: api.useUpdateRoom(),
      room: api.useRoomQuery(roomId).data,
    }));
    await waitFor(() => expect(result.current.room).toBeDefined());
    const address = `PATCH /v2/rooms/${roomId}`;
    await server().hold(address);
    act(() => result.current.update.mutate({ roomId, max_participants: 1 }));
    await waitFor(() => expect(result.current.room?.max_participants).toBe(1));
    act(() => result.current.other.mutate({ roomId, enable_recording: true, max_participants: 12 }));
    await waitFor(() => expect(result.current.room?.max_participants).toBe(12));
    await server().until(address, 'asked', 2);
    await server().release(address);
    await waitFor(() => expect(result.current.update.isError && result.current.other.isSuccess).toBe(true));
    await waitFor(() => expect(result.current.room).toMatchObject({ max_participants: 12, enable_recording: true }));
  });

  it('does not guess what only the server can tell: which recordings are of a day', async () => {
    const { roomId, recordingIds } = await meeting();
    const address = 'DELETE /v2/room_recordings?';
    const { result } = renderApi(apiOf(server()), () => ({
      remove: api.useDeleteRecordings(),
      count: api.useRecordingsQuery({ filter: { room_id: roomId } }).data?.meta.total_results,
    }));
    await waitFor(() => expect(result.current.count).toBe(recordingIds.length));
    await server().hold(address);
    act(() => result.current.remove.mutate({ room_id: roomId, date_started_at: { gte: '2020-01-01' } }));
    await server().until(address, 'asked');
    expect(result.current.count).toBe(recordingIds.length);
    await server().release(address);
    await waitFor(() => expect(result.current.remove.data).toBe(recordingIds.length));
    await waitFor(() => expect(result.current.count).toBe(0));
  });
});
