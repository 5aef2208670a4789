import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ApiError } from '../errors/ApiError.ts';
import { orNotFound } from '../errors/orNotFound.ts';
import type { RestDeps } from '../RestDeps.ts';
import { dataOf, errorResponses, listOf } from '../schemas/envelope.ts';
import { pageFields, presentPage, readPageRequest } from '../schemas/page.ts';
import { presentRoomRecording, RoomRecording } from '../schemas/roomRecording.ts';
import { Uuid } from '../schemas/text.ts';
import { deleteRecording, deleteRecordings } from './deleteRecordings.ts';
import { readRecordingFilter, recordingFilterFields } from './recordingFilter.ts';

const tags = ['Room recordings'];
const RecordingParams = Type.Object({ room_recording_id: Uuid });

/** Recordings: list, read, delete. */
export const recordingsRoutes: FastifyPluginAsyncTypebox<RestDeps> = async (app, deps) => {
  const { repositories, storage } = deps;
  const { recordings } = repositories;

  const listSchema = {
    tags,
    summary: 'List recordings',
    operationId: 'listRoomRecordings',
    querystring: Type.Object({ ...recordingFilterFields, ...pageFields }),
    response: { 200: listOf(RoomRecording), ...errorResponses(401, 422) },
  };
  app.get('/room_recordings', { schema: listSchema }, async ({ query }) => {
    const page = readPageRequest(query);
    const { items, totalResults } = await recordings.list(readRecordingFilter(query), page);
    const presented = await Promise.all(items.map((recording) => presentRoomRecording(recording, storage)));
    return presentPage({ items: presented, totalResults }, page, (recording) => recording);
  });

  const deleteManySchema = {
    tags,
    summary: 'Delete recordings',
    description: 'All that pass the filters, with their files. One that goes on is stopped.',
    operationId: 'deleteRoomRecordings',
    querystring: Type.Object(recordingFilterFields),
    response: {
      201: dataOf(Type.Object({ room_recordings: Type.Integer({ description: 'How many were deleted.' }) })),
      ...errorResponses(401, 422),
    },
  };
  app.delete('/room_recordings', { schema: deleteManySchema }, async ({ query }, reply) => {
    if (!Object.keys(query).some((name) => name in recordingFilterFields)) {
      throw new ApiError('filter-missing', 'Say with a filter which recordings to delete: filter[room_id], say.');
    }
    const deleted = await deleteRecordings(readRecordingFilter(query), deps);
    return reply.code(201).send({ data: { room_recordings: deleted } });
  });

  const readSchema = {
    tags,
    summary: 'Read a recording',
    operationId: 'readRoomRecording',
    params: RecordingParams,
    response: { 200: dataOf(RoomRecording), ...errorResponses(401, 404) },
  };
  app.get('/room_recordings/:room_recording_id', { schema: readSchema }, async ({ params: { room_recording_id } }) => {
    const recording = orNotFound(await recordings.find(room_recording_id), 'recording', room_recording_id);
    return { data: await presentRoomRecording(recording, storage) };
  });

  const deleteSchema = {
    tags,
    summary: 'Delete a recording',
    description: 'With its file. One that goes on is stopped.',
    operationId: 'deleteRoomRecording',
    params: RecordingParams,
    response: { 204: Type.Null(), ...errorResponses(401, 404) },
  };
  app.delete('/room_recordings/:room_recording_id', { schema: deleteSchema }, async ({ params }, reply) => {
    const { room_recording_id: id } = params;
    await deleteRecording(orNotFound(await recordings.find(id), 'recording', id), deps);
    return reply.code(204).send(null);
  });
};
