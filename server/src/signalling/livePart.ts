import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { roomError } from '../../../src/errors/index.ts';
import { ConnectionTests } from '../connectionTests/ConnectionTests.ts';
import { RoomGoneError } from '../db/repositories/SessionsRepository.ts';
import { countMessages } from '../operations/countMessages.ts';
import { measureJoins } from '../operations/measureJoins.ts';
import { Recorder } from '../recording/Recorder.ts';
import { RecordingRecords, type RecordingRecordsOptions } from '../recording/RecordingRecords.ts';
import type { RecordingsArchiveOptions } from '../recording/RecordingsArchive.ts';
import { addRecordingMetrics } from '../recording/recordingMetrics.ts';
import { LiveRooms } from '../rooms/LiveRooms.ts';
import { lookInto } from '../rooms/lookInto.ts';
import { OperatorActions } from '../rooms/OperatorActions.ts';
import type { SessionRecords } from '../rooms/SessionLog.ts';
import type { Admissions } from '../rooms/WaitingRoom.ts';
import type { LivePart, ServerDeps } from '../ServerDeps.ts';
import { listenAddresses } from '../sfu/listenAddress.ts';
import { MediasoupServer } from '../sfu/MediasoupServer.ts';
import { workerBinary } from '../sfu/workerBinary.ts';
import { Connections } from './Connections.ts';
import { CountedSessions } from './CountedSessions.ts';
import { Lobbies } from './Lobbies.ts';
import { limitsOf, type SignallingLimits } from './limits.ts';
import { addLiveGauges, addWorkerGauges } from './liveGauges.ts';
import { signallingRoutes } from './routes.ts';
import type { SignallingDeps } from './SignallingDeps.ts';
import { SocketServer } from './SocketServer.ts';
import { TokenBucket } from './TokenBucket.ts';
import { UnusedConnections } from './UnusedConnections.ts';

/** How many bytes of messages a room keeps for those who come later. */
const HISTORY_BYTES = 262_144;

/** What the live part needs of the server it is built into. */
export type LiveDeps = Pick<
  ServerDeps,
  'config' | 'log' | 'now' | 'bans' | 'metrics' | 'readiness' | 'countRefusal'
> & {
  tokens: Pick<ServerDeps['tokens'], 'verifyAccess' | 'requireGood' | 'isRevoked' | 'onRevoked'>;
  storage: RecordingsArchiveOptions['storage'] & RecordingRecordsOptions['storage'];
  events: RecordingRecordsOptions['events'];
  repositories: {
    rooms: Pick<ServerDeps['repositories']['rooms'], 'find'>;
    sessions: Pick<ServerDeps['repositories']['sessions'], 'open' | 'end' | 'participantJoined' | 'participantLeft'>;
    recordings: RecordingRecordsOptions['recordings'];
    admissions: Admissions;
  };
};

/**
 * The part of the server that people are connected to. Starts the media workers; they end with the server.
 *
 * @throws `StartupError` when the workers cannot run.
 */
export async function createLivePart(deps: LiveDeps, limits: Partial<SignallingLimits> = {}): Promise<LivePart> {
  const { config, log, repositories, tokens } = deps;
  const media = await MediasoupServer.start({
    workerBin: workerBinary(),
    size: config.workers,
    participantsPerWorker: config.roomParticipantsPerWorker,
    listen: await listenAddresses(config),
    rtcPort: config.rtcPort,
    log,
  });
  const sessions = new CountedSessions(recordsIn(repositories.sessions));
  const now = () => deps.now().getTime();
  const recordingEnded = addRecordingMetrics(deps.metrics, () => recorder.count);
  const recorder: Recorder = new Recorder({
    folder: join(config.dataDir, 'recording'),
    storage: deps.storage,
    recordings: new RecordingRecords({ ...deps, recordings: repositories.recordings, onEnded: recordingEnded }),
    log,
    now: deps.now,
  });
  const rooms = new LiveRooms({
    mediaServer: media,
    records: sessions,
    bans: deps.bans,
    admissions: repositories.admissions,
    recorder,
    log,
    now,
    graceMs: config.sessionGraceSecs * 1000,
    history: { messages: config.messageHistory, bytes: HISTORY_BYTES },
  });
  const tests = new ConnectionTests(media);
  const allLimits = { ...limitsOf(config.limits), ...limits };
  const lobbies = new Lobbies({
    keepMs: allLimits.lobbyMs,
    perParticipant: allLimits.lobbiesPerParticipant,
    limit: config.limits.lobbies,
  });
  const signalling: SignallingDeps = {
    rooms,
    tests,
    connections: new Connections(),
    lobbies,
    limits: allLimits,
    joins: new TokenBucket({ rate: config.limits.joinsPerSec, burst: 2 * config.limits.joinsPerSec }),
    capabilitiesHash: hashOf(rooms.rtpCapabilities),
    config,
    tokens,
    roomRecords: repositories.rooms,
    admissions: repositories.admissions,
    log,
    now,
    countRefusal: deps.countRefusal,
    messages: countMessages(deps.metrics),
    measureJoin: measureJoins(deps.metrics),
  };
  let sockets: SocketServer | null = null;
  const socketCount = {
    get count() {
      return sockets?.count ?? 0;
    },
  };
  tokens.onRevoked((roomId) => {
    signalling.connections.dropRevoked(roomId, (claims) => tokens.isRevoked(claims));
    signalling.lobbies.dropRevoked(roomId, (claims) => tokens.isRevoked(claims));
  });
  addLiveGauges(deps.metrics, { rooms, tests, lobbies, sessions, sockets: socketCount });
  addWorkerGauges(deps.metrics, media);
  deps.readiness.add('media', async () => {
    // One that is there may still not answer.
    if ((await media.loads()).length === 0) throw new Error('No mediasoup worker runs.');
  });
  return {
    rooms: {
      closeRoom: (roomId) => rooms.roomDeleted(roomId),
      setRecording: (roomId, enabled) => rooms.setRecording(roomId, enabled),
      discardRecording: (id) => recorder.discard(id),
      look: (roomId, sessionId) => lookInto(rooms.get(roomId), sessionId),
      actions: new OperatorActions(rooms),
    },
    stopTaking: () => rooms.stopTaking(),
    plugin: async (app) => {
      await recorder.repair();
      const unused = new UnusedConnections(app.server);
      const socketServer = new SocketServer(app.server, signalling);
      sockets = socketServer;
      await app.register(async (scope: FastifyInstance) => signallingRoutes(scope, signalling));
      app.addHook('preClose', async () => {
        tests.close();
        await rooms.close();
        await socketServer.close();
        unused.close();
        await recorder.finished();
      });
      app.addHook('onClose', async () => media.close());
    },
  };
}

function hashOf(value: object): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
}

/** Postgres keeps no NUL in a text. */
function keepable(text: string | null): string | null {
  return text?.replaceAll('\u0000', '\ufffd') ?? null;
}

function recordsIn(sessions: LiveDeps['repositories']['sessions']): SessionRecords {
  return {
    open: (roomId) =>
      sessions.open(roomId).catch((error: unknown) => {
        throw error instanceof RoomGoneError ? roomError('room-not-found', undefined, error) : error;
      }),
    end: (sessionId, reason) => sessions.end(sessionId, reason),
    participantJoined: ({ name, context, ...participant }) =>
      sessions.participantJoined({ ...participant, name: keepable(name), context: keepable(context) }),
    participantLeft: (participant, reason) => sessions.participantLeft(participant, reason),
  };
}
