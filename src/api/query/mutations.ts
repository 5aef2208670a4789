import type { MutationFunctionContext, QueryKey, UseMutationOptions } from '@tanstack/react-query';
import type {
  ChangeGrantsInput,
  CreateCompositionInput,
  CreateRoomInput,
  DeleteRoomQuery,
  KickParticipantsInput,
  MuteParticipantsInput,
  RoomCompositionResource,
  RoomParticipantResource,
  RoomRecordingResource,
  RoomRecordingsFilter,
  RoomResource,
  RoomSessionResource,
  RoomsApiError,
  RoomsClient,
  UnmuteParticipantsInput,
  UpdateRoomInput,
  WebhookDeliveryResource,
} from '../client/index.ts';
import { changeCached, type Undo } from './changeCached.ts';
import type { RoomsApiKeys } from './keys.ts';
import { matchesFilter } from './matchesFilter.ts';

/** The options of a mutation, for `useMutation`. */
export type RoomsApiMutation<Data, Variables> = UseMutationOptions<Data, RoomsApiError, Variables, Undo>;

interface Parts<Data, Variables> {
  run(variables: Variables): Promise<Data>;
  /** Shows what will be, before it is. */
  foresee?(variables: Variables, context: MutationFunctionContext): Promise<Undo> | Promise<Undo>[];
  /** Takes over what the server says. */
  learn?(data: Data, variables: Variables, context: MutationFunctionContext): void;
  /** What is out of date afterwards. */
  outdated: readonly QueryKey[];
}

/** The options of every mutation: `useMutation(roomsApi.mutations.updateRoom())`. */
export function createMutations(client: RoomsClient, keys: RoomsApiKeys) {
  const mutation = <Data, Variables>(
    name: string,
    parts: Parts<Data, Variables>,
  ): RoomsApiMutation<Data, Variables> => {
    const mutationKey = keys.mutation(name);
    return {
      mutationKey,
      mutationFn: (variables) => parts.run(variables),
      onMutate: async (variables, context) => {
        const undos = await Promise.all([parts.foresee?.(variables, context) ?? []].flat());
        return () => {
          for (const undo of undos) undo();
        };
      },
      onSuccess: (data, variables, _undo, context) => parts.learn?.(data, variables, context),
      onError: (_error, _variables, undo) => undo?.(),
      onSettled: (_data, _error, _variables, _undo, { client: cache }) => {
        // The last of several fetches for all of them: what an earlier one brought would lack what is still to come.
        if (cache.isMutating({ mutationKey }) > 1) return;
        for (const queryKey of parts.outdated) void cache.invalidateQueries({ queryKey });
      },
    };
  };

  const { rooms, sessions, participants, recordings, compositions, webhookDeliveries } = keys;
  /** People who went, or all that changes with a session. */
  const people = [participants.all, sessions.all];

  return {
    createRoom: () =>
      mutation<RoomResource, CreateRoomInput>('create-room', {
        run: (input) => client.rooms.create(input),
        learn: (room, _input, { client: cache }) => void cache.setQueryData(rooms.one(room.id), room),
        outdated: [rooms.lists],
      }),
    updateRoom: () =>
      mutation<RoomResource, UpdateRoomVariables>('update-room', {
        run: ({ roomId, ...changes }) => client.rooms.update(roomId, changes),
        foresee: ({ roomId, ...changes }, { client: cache }) =>
          changeCached<RoomResource>(cache, rooms.all, (room) => (room.id === roomId ? { ...room, ...changes } : room)),
        outdated: [rooms.all],
      }),
    deleteRoom: () =>
      mutation<void, DeleteRoomVariables>('delete-room', {
        run: ({ roomId, ...query }) => client.rooms.delete(roomId, query),
        foresee: ({ roomId }, { client: cache }) => changeCached<RoomResource>(cache, rooms.lists, without(roomId)),
        learn: (_nothing, { roomId }, { client: cache }) => cache.removeQueries(gone(rooms.one(roomId))),
        outdated: [rooms.lists, ...people, recordings.lists],
      }),
    endSession: () =>
      mutation<void, SessionVariables>('end-session', {
        run: ({ sessionId }) => client.sessions.end(sessionId),
        foresee: ({ sessionId }, { client: cache }) => [
          changeCached<RoomSessionResource>(cache, sessions.all, (session) =>
            session.id === sessionId && session.active
              ? { ...session, active: false, ended_at: new Date().toISOString() }
              : session,
          ),
          changeCached<RoomResource>(cache, rooms.all, (room) =>
            room.active_session_id === sessionId ? { ...room, active_session_id: null } : room,
          ),
        ],
        outdated: [rooms.all, ...people, recordings.all],
      }),
    kickParticipants: () =>
      mutation<void, KickParticipantsVariables>('kick-participants', {
        run: ({ sessionId, ...input }) => client.sessions.kick(sessionId, input),
        foresee: ({ sessionId, participants: who, exclude = [] }, { client: cache }) =>
          changeCached<RoomParticipantResource>(cache, participants.all, (person) => {
            const meant = (who === 'all' || who.includes(person.id)) && !exclude.includes(person.id);
            if (!meant || person.session_id !== sessionId || person.left_at !== null) return person;
            return { ...person, left_at: new Date().toISOString() };
          }),
        outdated: people,
      }),
    muteParticipants: () =>
      mutation<void, MuteParticipantsVariables>('mute-participants', {
        run: ({ sessionId, ...input }) => client.sessions.mute(sessionId, input),
        outdated: people,
      }),
    unmuteParticipants: () =>
      mutation<void, UnmuteParticipantsVariables>('unmute-participants', {
        run: ({ sessionId, ...input }) => client.sessions.unmute(sessionId, input),
        outdated: people,
      }),
    changeGrants: () =>
      mutation<void, ChangeGrantsVariables>('change-grants', {
        run: ({ sessionId, ...input }) => client.sessions.changeGrants(sessionId, input),
        outdated: people,
      }),
    deleteRecording: () =>
      mutation<void, DeleteRecordingVariables>('delete-recording', {
        run: ({ recordingId }) => client.recordings.delete(recordingId),
        foresee: ({ recordingId }, { client: cache }) =>
          changeCached<RoomRecordingResource>(cache, recordings.lists, without(recordingId)),
        learn: (_nothing, { recordingId }, { client: cache }) => cache.removeQueries(gone(recordings.one(recordingId))),
        outdated: [recordings.lists],
      }),
    deleteRecordings: () =>
      mutation<number, RoomRecordingsFilter>('delete-recordings', {
        run: (filter) => client.recordings.deleteAll(filter),
        foresee: (filter, { client: cache }) =>
          changeCached<RoomRecordingResource>(cache, recordings.lists, (recording) =>
            matchesFilter(recording, filter) ? null : recording,
          ),
        outdated: [recordings.all],
      }),
    createComposition: () =>
      mutation<RoomCompositionResource, CreateCompositionInput>('create-composition', {
        run: (input) => client.compositions.create(input),
        learn: (film, _input, { client: cache }) => void cache.setQueryData(compositions.one(film.id), film),
        outdated: [compositions.lists],
      }),
    deleteComposition: () =>
      mutation<void, DeleteCompositionVariables>('delete-composition', {
        run: ({ compositionId }) => client.compositions.delete(compositionId),
        foresee: ({ compositionId }, { client: cache }) =>
          changeCached<RoomCompositionResource>(cache, compositions.lists, without(compositionId)),
        learn: (_nothing, { compositionId }, { client: cache }) =>
          cache.removeQueries(gone(compositions.one(compositionId))),
        outdated: [compositions.lists],
      }),
    redeliverWebhook: () =>
      mutation<WebhookDeliveryResource, RedeliverWebhookVariables>('redeliver-webhook', {
        run: ({ deliveryId }) => client.webhooks.deliveries.redeliver(deliveryId),
        outdated: [webhookDeliveries.all],
      }),
  };
}

/** The option factories of mutations. */
export type RoomsApiMutations = ReturnType<typeof createMutations>;

/** Which room is changed, and what of it. */
export type UpdateRoomVariables = { readonly roomId: string } & UpdateRoomInput;
/** Which room is deleted, and whether its recordings go with it. */
export type DeleteRoomVariables = { readonly roomId: string } & DeleteRoomQuery;
/** Which session it is about. */
export interface SessionVariables {
  readonly sessionId: string;
}
export type KickParticipantsVariables = SessionVariables & KickParticipantsInput;
export type MuteParticipantsVariables = SessionVariables & MuteParticipantsInput;
export type UnmuteParticipantsVariables = SessionVariables & UnmuteParticipantsInput;
export type ChangeGrantsVariables = SessionVariables & ChangeGrantsInput;
export interface DeleteRecordingVariables {
  readonly recordingId: string;
}
export interface DeleteCompositionVariables {
  readonly compositionId: string;
}
export interface RedeliverWebhookVariables {
  readonly deliveryId: string;
}

const without =
  (id: string) =>
  <Resource extends { readonly id: string }>(resource: Resource): Resource | null =>
    resource.id === id ? null : resource;

/** What nobody looks at any more. Whoever still does goes on seeing it until they leave. */
const gone = (queryKey: QueryKey) => ({ queryKey, type: 'inactive' as const });
