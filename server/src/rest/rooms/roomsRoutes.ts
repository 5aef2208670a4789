import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Room as RoomRecord } from '../../db/repositories/RoomsRepository.ts';
import { orNotFound } from '../errors/orNotFound.ts';
import type { RestDeps } from '../RestDeps.ts';
import { dateFilterFields, readDateRange } from '../schemas/dateFilter.ts';
import { EMBEDDED_LIMIT } from '../schemas/embeddedLimit.ts';
import { dataOf, errorResponses, listOf } from '../schemas/envelope.ts';
import { pageFields, presentPage, readPageRequest } from '../schemas/page.ts';
import { newRoomInput, presentRoom, Room, roomChangesInput, toRoomChanges, toRoomValues } from '../schemas/room.ts';
import { plainText } from '../schemas/text.ts';
import { deleteRoom } from './deleteRoom.ts';
import { RoomParams } from './RoomParams.ts';

const tags = ['Rooms'];
const includeSessions = { include_sessions: Type.Boolean({ default: false }) };

/** Rooms: list, make, read, change, delete. */
export const roomsRoutes: FastifyPluginAsyncTypebox<RestDeps> = async (app, deps) => {
  const { identify, config, repositories } = deps;
  const { rooms, sessionHistory } = repositories;

  const sessionsOf = async (found: readonly RoomRecord[]) => {
    const byRoom = await sessionHistory.newestOfRooms(
      found.map(({ id }) => id),
      EMBEDDED_LIMIT,
    );
    return ({ id }: RoomRecord) => byRoom.get(id) ?? [];
  };
  const noSessions = () => undefined;

  const listSchema = {
    tags,
    summary: 'List rooms',
    operationId: 'listRooms',
    querystring: Type.Object({
      ...dateFilterFields('date_created_at'),
      ...dateFilterFields('date_updated_at'),
      'filter[unique_name]': Type.Optional(plainText(1, 255)),
      'filter[search]': Type.Optional({
        ...plainText(1, 255),
        description: 'Text that the unique_name holds, upper and lower case alike.',
      }),
      ...includeSessions,
      ...pageFields,
    }),
    response: { 200: listOf(Room), ...errorResponses(401, 422) },
  };
  app.get('/rooms', { schema: listSchema }, async ({ query }) => {
    const page = readPageRequest(query);
    const uniqueName = query['filter[unique_name]'];
    const search = query['filter[search]'];
    const filter = {
      ...(uniqueName !== undefined && { uniqueName }),
      ...(search !== undefined && { search }),
      createdAt: readDateRange(query, 'date_created_at'),
      updatedAt: readDateRange(query, 'date_updated_at'),
    };
    const found = await rooms.list(filter, page);
    const sessions = query.include_sessions ? await sessionsOf(found.items) : noSessions;
    return presentPage(found, page, (room) => presentRoom(room, sessions(room)));
  });

  const createSchema = {
    tags,
    summary: 'Create a room',
    operationId: 'createRoom',
    body: newRoomInput(config.maxParticipantsLimit),
    response: { 201: dataOf(Room), ...errorResponses(401, 403, 422) },
  };
  app.post('/rooms', { schema: createSchema }, async (request, reply) => {
    const { body } = request;
    const apiKeyId = identify(request);
    const room = await rooms.create(toRoomValues(body), { apiKeyId, limit: config.limits.roomsPerKey });
    return reply.code(201).send({ data: presentRoom(room) });
  });

  const readSchema = {
    tags,
    summary: 'Read a room',
    operationId: 'readRoom',
    params: RoomParams,
    querystring: Type.Object(includeSessions),
    response: { 200: dataOf(Room), ...errorResponses(401, 404, 422) },
  };
  app.get('/rooms/:room_id', { schema: readSchema }, async ({ params, query }) => {
    const room = orNotFound(await rooms.find(params.room_id), 'room', params.room_id);
    const sessions = query.include_sessions ? await sessionsOf([room]) : noSessions;
    return { data: presentRoom(room, sessions(room)) };
  });

  const updateSchema = {
    tags,
    summary: 'Change a room',
    operationId: 'updateRoom',
    params: RoomParams,
    body: roomChangesInput(config.maxParticipantsLimit),
    response: { 200: dataOf(Room), ...errorResponses(401, 404, 422) },
  };
  app.patch('/rooms/:room_id', { schema: updateSchema }, async ({ params, body }) => {
    const room = orNotFound(await rooms.update(params.room_id, toRoomChanges(body)), 'room', params.room_id);
    if (body.enable_recording !== undefined) deps.liveRooms.setRecording(room.id, room.enableRecording);
    return { data: presentRoom(room) };
  });

  const deleteSchema = {
    tags,
    summary: 'Delete a room',
    description: 'Everyone in it is disconnected, and it cannot be joined any more. Its sessions stay readable.',
    operationId: 'deleteRoom',
    params: RoomParams,
    querystring: Type.Object({
      delete_recordings: Type.Boolean({ default: false, description: 'Whether its recordings are deleted, too.' }),
    }),
    response: { 204: Type.Null(), ...errorResponses(401, 404, 422) },
  };
  app.delete('/rooms/:room_id', { schema: deleteSchema }, async ({ params, query }, reply) => {
    const deleted = await deleteRoom(params.room_id, query.delete_recordings, deps);
    orNotFound(deleted ? true : null, 'room', params.room_id);
    return reply.code(204).send(null);
  });
};
