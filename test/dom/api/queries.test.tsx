import {
  type InfiniteData,
  QueryClient,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { Component, type ReactNode, Suspense } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import * as api from '../../../src/api/index.ts';
import { restServerForAll } from '../../support/rest-server/RestServer.ts';
import { apiOf, renderApi } from './inRoomsApi.tsx';

const server = restServerForAll();
afterEach(() => vi.restoreAllMocks());

/** What there is on the server. */
const there = { roomId: '', sessionId: '', recordingId: '', compositionId: '', deliveryId: '' };
beforeAll(async () => {
  const { client } = apiOf(server());
  const room = await client.rooms.create({ webhook_event_url: 'http://127.0.0.1:9/hook' });
  there.roomId = room.id;
  there.sessionId = await server().meeting(room.id, 'ada', 'bob', 'cyd');
  there.recordingId = await server().recording(room.id, there.sessionId);
  there.compositionId = (await client.compositions.create({ session_id: there.sessionId })).id;
  const { data } = await client.webhooks.deliveries.list({ filter: { room_id: room.id } });
  there.deliveryId = data.at(-1)?.id ?? '';
});

interface Case {
  use: () => UseQueryResult<unknown, api.RoomsApiError>;
  /** How the request for it begins. */
  address: () => string;
  /** What answers it, and fails when it is told to. */
  repository: [string, string];
  id: () => string;
}
const ofSession = () => ({ filter: { session_id: there.sessionId } });
const ofRoom = () => ({ filter: { room_id: there.roomId } });

const cases: Record<string, Case> = {
  useRoomsQuery: {
    use: () => api.useRoomsQuery({ page: { size: 250 } }),
    address: () => 'GET /v2/rooms?',
    repository: ['rooms', 'list'],
    id: () => there.roomId,
  },
  useRoomQuery: {
    use: () => api.useRoomQuery(there.roomId, { include_sessions: true }),
    address: () => `GET /v2/rooms/${there.roomId}`,
    repository: ['rooms', 'find'],
    id: () => there.roomId,
  },
  useRoomSessionsQuery: {
    use: () => api.useRoomSessionsQuery({ ...ofRoom(), include_participants: true }),
    address: () => 'GET /v2/room_sessions?',
    repository: ['sessionHistory', 'list'],
    id: () => there.sessionId,
  },
  useRoomSessionQuery: {
    use: () => api.useRoomSessionQuery(there.sessionId),
    address: () => `GET /v2/room_sessions/${there.sessionId}`,
    repository: ['sessionHistory', 'find'],
    id: () => there.sessionId,
  },
  useRoomParticipantsQuery: {
    use: () => api.useRoomParticipantsQuery(ofSession()),
    address: () => 'GET /v2/room_participants?',
    repository: ['sessionHistory', 'listParticipants'],
    id: () => 'ada',
  },
  useRoomParticipantQuery: {
    use: () => api.useRoomParticipantQuery('ada'),
    address: () => 'GET /v2/room_participants/ada',
    repository: ['sessionHistory', 'findParticipant'],
    id: () => 'ada',
  },
  useRecordingsQuery: {
    use: () => api.useRecordingsQuery(ofRoom()),
    address: () => 'GET /v2/room_recordings?',
    repository: ['recordings', 'list'],
    id: () => there.recordingId,
  },
  useRecordingQuery: {
    use: () => api.useRecordingQuery(there.recordingId),
    address: () => `GET /v2/room_recordings/${there.recordingId}`,
    repository: ['recordings', 'find'],
    id: () => there.recordingId,
  },
  useCompositionsQuery: {
    use: () => api.useCompositionsQuery(ofSession()),
    address: () => 'GET /v2/room_compositions?',
    repository: ['compositions', 'list'],
    id: () => there.compositionId,
  },
  useCompositionQuery: {
    use: () => api.useCompositionQuery(there.compositionId),
    address: () => `GET /v2/room_compositions/${there.compositionId}`,
    repository: ['compositions', 'find'],
    id: () => there.compositionId,
  },
  useWebhookDeliveriesQuery: {
    use: () => api.useWebhookDeliveriesQuery(ofRoom()),
    address: () => 'GET /v2/webhook_deliveries?',
    repository: ['webhookDeliveries', 'list'],
    id: () => there.deliveryId,
  },
  useWebhookDeliveryQuery: {
    use: () => api.useWebhookDeliveryQuery(there.deliveryId),
    address: () => `GET /v2/webhook_deliveries/${there.deliveryId}`,
    repository: ['webhookDeliveries', 'find'],
    id: () => there.deliveryId,
  },
};
/** The ids in what a query has got: one resource or a page of them. */
const idsIn = (data: unknown) =>
  [(data as { data?: unknown }).data ?? data].flat().map((one) => (one as { id: string }).id);

describe.each(Object.entries(cases))('%s', (_name, { use: useCase, address, repository, id }) => {
  // Reading all of it, as a page that shows all of it does: a component is told of what it reads.
  const use = () => ({ ...useCase() });

  it('gets it, and gets it again when it is told to', async () => {
    const { result } = renderApi(apiOf(server()), use);
    expect(result.current.isPending).toBe(true);
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    expect(idsIn(result.current.data)).toContain(id());
    const first = result.current.dataUpdatedAt;
    const again = await act(() => result.current.refetch());
    expect(again.isSuccess).toBe(true);
    expect(again.dataUpdatedAt).toBeGreaterThan(first);
    await server().until(address(), 'answered', 2);
  });

  it('says why it cannot, and gets it when that has passed', async () => {
    await server().fail(...repository);
    const { result } = renderApi(apiOf(server()), use);
    await waitFor(() => expect(result.current.isError).toBe(true));
    expect(result.current.error).toBeInstanceOf(api.RoomsApiError);
    expect(result.current.error).toMatchObject({ status: 500, code: 'internal-error' });
    await server().forget();
    await act(() => result.current.refetch());
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
  });

  it('calls its request off when nobody is there for the answer', async () => {
    await server().hold(address());
    const { unmount } = renderApi(apiOf(server()), use);
    await server().until(address(), 'asked');
    unmount();
    await server().until(address(), 'aborted');
    expect(server().count(address(), 'answered')).toBe(0);
  });
});

type RoomsByPages = UseInfiniteQueryResult<InfiniteData<api.Page<api.RoomResource>>, api.RoomsApiError>;

const infinite: Record<string, Omit<Case, 'use' | 'id'> & { use: () => unknown; least: number }> = {
  useInfiniteRoomsQuery: {
    use: () => api.useInfiniteRoomsQuery({ page: { size: 250 } }),
    address: () => 'GET /v2/rooms?',
    repository: ['rooms', 'list'],
    least: 1,
  },
  useInfiniteRoomSessionsQuery: {
    use: () => api.useInfiniteRoomSessionsQuery(ofRoom()),
    address: () => 'GET /v2/room_sessions?',
    repository: ['sessionHistory', 'list'],
    least: 1,
  },
  useInfiniteRoomParticipantsQuery: {
    use: () => api.useInfiniteRoomParticipantsQuery({ ...ofSession(), page: { size: 2 } }),
    address: () => 'GET /v2/room_participants?',
    repository: ['sessionHistory', 'listParticipants'],
    least: 3,
  },
  useInfiniteRecordingsQuery: {
    use: () => api.useInfiniteRecordingsQuery(ofRoom()),
    address: () => 'GET /v2/room_recordings?',
    repository: ['recordings', 'list'],
    least: 1,
  },
  useInfiniteCompositionsQuery: {
    use: () => api.useInfiniteCompositionsQuery(ofSession()),
    address: () => 'GET /v2/room_compositions?',
    repository: ['compositions', 'list'],
    least: 1,
  },
  useInfiniteWebhookDeliveriesQuery: {
    use: () => api.useInfiniteWebhookDeliveriesQuery({ ...ofRoom(), page: { size: 2 } }),
    address: () => 'GET /v2/webhook_deliveries?',
    repository: ['webhookDeliveries', 'list'],
    least: 4,
  },
};

describe.each(Object.entries(infinite))('%s', (_name, { use: useCase, address, repository, least }) => {
  const use = () => ({ ...(useCase() as RoomsByPages) });

  it('gets one page after the other, to the last', async () => {
    const { result } = renderApi(apiOf(server()), use);
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    while (result.current.hasNextPage) await act(() => result.current.fetchNextPage());
    const ids = result.current.data?.pages.flatMap(({ data }) => data.map(({ id }) => id));
    expect(ids?.length).toBeGreaterThanOrEqual(least);
    expect(new Set(ids).size).toBe(ids?.length);
    expect(ids).toHaveLength(result.current.data?.pages[0]?.meta.total_results ?? -1);
  });

  it('says why it cannot, and gets it when that has passed', async () => {
    await server().fail(...repository);
    const { result } = renderApi(apiOf(server()), use);
    await waitFor(() => expect(result.current.isError).toBe(true));
    expect(result.current.error).toMatchObject({ status: 500, code: 'internal-error' });
    await server().forget();
    await act(() => result.current.refetch());
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
  });

  it('calls its request off when nobody is there for the answer', async () => {
    await server().hold(address());
    const { unmount } = renderApi(apiOf(server()), use);
    await server().until(address(), 'asked');
    unmount();
    await server().until(address(), 'aborted');
    expect(server().count(address(), 'answered')).toBe(0);
  });
});

describe('an infinite list', () => {
  it('keeps what it has when the next page cannot be had, and goes on from there', async () => {
    const { result } = renderApi(apiOf(server()), () => ({
      ...api.useInfiniteRoomParticipantsQuery({ ...ofSession(), page: { size: 2 } }),
    }));
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    await server().fail('sessionHistory', 'listParticipants');
    await act(() => result.current.fetchNextPage());
    await waitFor(() => expect(result.current.isFetchNextPageError).toBe(true));
    expect(result.current.data?.pages).toHaveLength(1);
    await server().forget();
    await act(() => result.current.fetchNextPage());
    await waitFor(() => expect(result.current.data?.pages).toHaveLength(2));
    expect(result.current.error).toBeNull();
  });
});

describe('a query', () => {
  it('asks nothing while it does not know of what', async () => {
    const { result } = renderApi(apiOf(server()), () => [api.useRoomQuery(null), api.useRecordingQuery(undefined)]);
    expect(result.current.map(({ fetchStatus }) => fetchStatus)).toEqual(['idle', 'idle']);
    expect(server().count('GET')).toBe(0);
  });

  it('selects', async () => {
    const { result } = renderApi(apiOf(server()), () =>
      api.useRoomsQuery({}, { select: ({ meta }) => meta.total_results }),
    );
    await waitFor(() => expect(result.current.data).toBeGreaterThan(0));
  });

  it('is not tried again where the answer would be the same', async () => {
    const cache = new QueryClient();
    const { result } = renderApi(apiOf(server()), () => api.useRoomQuery(there.sessionId), cache);
    await waitFor(() => expect(result.current.error?.status).toBe(404));
    expect(server().count(`GET /v2/rooms/${there.sessionId}`, 'answered')).toBe(1);
    expect(api.retryPassing(0, new Error('something else'))).toBe(true);
    expect(api.retryPassing(3, new Error('something else'))).toBe(false);
  });

  it('suspends, and throws where there is nothing to show', async () => {
    // React tells of what the boundary catches.
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const rooms = apiOf(server());
    const wrapped = (roomId: string) => {
      const shown: string[] = [];
      const { cache } = renderApi(rooms, () => null);
      const wrapper = ({ children }: { children: ReactNode }) => (
        <Boundary onError={(error) => shown.push(String((error as api.RoomsApiError).code))}>
          <Suspense fallback={null}>{children}</Suspense>
        </Boundary>
      );
      renderHook(() => shown.push(useSuspenseQuery(rooms.queries.room(roomId), cache).data.id), { wrapper });
      return shown;
    };
    const [found, missing] = [wrapped(there.roomId), wrapped(there.sessionId)];
    await waitFor(() => expect(found).toContain(there.roomId));
    await waitFor(() => expect(missing).toEqual(['resource-not-found']));
  });

  it('asks again while something is not done yet', () => {
    const interval = api.whileProcessing(500);
    const of = (data: unknown) => interval({ state: { data } } as Parameters<typeof interval>[0]);
    const [open, done] = [{ status: 'processing' }, { status: 'completed' }];
    expect([open, { data: [done, open] }, { pages: [{ data: [done] }, { data: [open] }] }].map(of)).toEqual([
      500, 500, 500,
    ]);
    expect([undefined, done, { data: [done] }, { pages: [] }].map(of)).toEqual([false, false, false, false]);
  });

  it('says what is missing around it', () => {
    expect(() => renderHook(() => api.useRoomsApi())).toThrow('Put <RoomsApiProvider');
  });
});

class Boundary extends Component<{ children: ReactNode; onError: (error: unknown) => void }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown) {
    this.props.onError(error);
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
}
