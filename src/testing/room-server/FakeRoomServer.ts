import { testFakeParameters } from 'mediasoup-client';
import { loadJoining } from '../../engine/loadJoining.ts';
import { loadWaiting } from '../../engine/loadWaiting.ts';
import { loadWatching } from '../../engine/loadWatching.ts';
import { untilAborted } from '../../engine/untilAborted.ts';
import { type RoomError, roomError } from '../../errors/index.ts';
import type {
  CapabilitiesAnswer,
  DisconnectReason,
  JoinAnswer,
  RequestMethod,
  RtpCapabilities,
  TransportInfo,
  WaitAnswer,
} from '../../protocol/index.ts';
import { MAX_MESSAGE_LENGTH, PROTOCOL_VERSION } from '../../protocol/index.ts';
import type { JoinInput, SignallingAdapter, WaitInput } from '../../signalling/index.ts';
import { type ClientTokenContent, readClientToken } from '../clientToken.ts';
import { Gates } from '../Gates.ts';
import { answerRequest } from './answerRequest.ts';
import { FakeConnection } from './FakeConnection.ts';
import { consumerBatch, FakeParticipant } from './FakeParticipant.ts';
import { RoomOnServer } from './RoomOnServer.ts';

// A fake room connects without waiting for anything: its code is here before it can be made.
await Promise.all([loadJoining(), loadWaiting(), loadWatching()]);

/** Where a test can hold somebody up or refuse: `entered` is in the room already, but has no answer yet. */
export type ServerStep = 'capabilities' | 'join' | 'wait' | 'entered' | RequestMethod | `answer to ${RequestMethod}`;

interface Options {
  /** @default 100 */
  readonly capacity?: number;
  /** How many participants fit into the join's answer; more follow in pages of this size. @default all */
  readonly rosterPage?: number;
  /** The server's clock, in milliseconds since 1970. @default the machine's */
  readonly now?: () => number;
}

/** A room server in memory, with one room: a second, small implementation of {@link SignallingAdapter}. */
export class FakeRoomServer implements SignallingAdapter {
  readonly room = new RoomOnServer();
  readonly gates = new Gates<ServerStep>();
  /** All connections that were ever made, in their order. */
  readonly connections: FakeConnection[] = [];
  /** All joins that were asked for, those that were refused too. */
  readonly joins: JoinInput[] = [];
  /** How often the capabilities were asked for. */
  capabilitiesAsked = 0;
  /** Change it, and clients have to load the capabilities anew. */
  capabilitiesHash = 'first';
  /** While it is there, every join fails with it. */
  refuseJoins: RoomError | null = null;
  /** Stands between a connection and its client: it has to call `deliver` with each thing that is told. */
  onDelivery: (deliver: () => void, what: string) => void = (deliver) => deliver();
  readonly #options: Required<Options>;

  constructor({ capacity = 100, rosterPage = Number.POSITIVE_INFINITY, now = Date.now }: Options = {}) {
    this.#options = { capacity, rosterPage, now };
  }

  async capabilities(_serverUrl: string, signal: AbortSignal): Promise<CapabilitiesAnswer> {
    this.capabilitiesAsked += 1;
    await untilAborted(this.gates.pass('capabilities'), signal);
    return {
      version: PROTOCOL_VERSION,
      hash: this.capabilitiesHash,
      rtpCapabilities: testFakeParameters.generateRouterRtpCapabilities() as RtpCapabilities,
    };
  }

  async join(_serverUrl: string, input: JoinInput, signal: AbortSignal): Promise<FakeConnection> {
    this.joins.push(input);
    const connection = new FakeConnection(
      (method, data) => this.#answer(participant(), method, data),
      () => this.room.leave(participant().id, 'lost'),
      (deliver, what) => this.onDelivery(deliver, what),
    );
    let entered: FakeParticipant | null = null;
    const participant = (): FakeParticipant => {
      if (!entered) throw roomError('not-connected');
      return entered;
    };
    await untilAborted(this.gates.pass('join'), signal);
    if (this.refuseJoins) throw this.refuseJoins;
    entered = this.#admit(input, connection);
    this.connections.push(connection);
    connection.answer = this.#enter(entered, input);
    try {
      await untilAborted(this.gates.pass('entered'), signal);
      return connection;
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  async wait(_serverUrl: string, { token: text, context }: WaitInput, signal: AbortSignal): Promise<WaitAnswer> {
    await untilAborted(this.gates.pass('wait'), signal);
    const { participantId: id, name } = this.#verify(text);
    return this.room.waitingRoom.wait(
      {
        id,
        ...(name !== undefined && { name }),
        ...(context !== undefined && { context }),
        since: this.#options.now(),
      },
      signal,
    );
  }

  /** The connection of somebody who is in the room. */
  connectionOf(participantId = 'me'): FakeConnection {
    const connection = this.room.participants.get(participantId)?.connection;
    if (!connection) throw new Error(`The test's ${participantId} is not connected.`);
    return connection;
  }

  /** Puts somebody out and says why. */
  disconnect(participantId: string, reason: DisconnectReason): void {
    this.room.expel(participantId, reason);
  }

  /** The connection of somebody breaks. */
  lose(participantId = 'me', cause = 'the cable was pulled'): void {
    const connection = this.connectionOf(participantId);
    this.room.leave(participantId, 'lost');
    connection.lose(cause);
  }

  async #answer(participant: FakeParticipant, method: RequestMethod, data: unknown): Promise<unknown> {
    if (JSON.stringify(data).length > MAX_MESSAGE_LENGTH) throw roomError('bad-request', 'The message is too long.');
    await this.gates.pass(method);
    // A request that was held up until its connection was gone.
    if (this.room.participants.get(participant.id) !== participant) throw roomError('not-connected');
    const answer = answerRequest(this.room, participant, method, data, this.#options.now);
    await this.gates.pass(`answer to ${method}`);
    return answer;
  }

  #verify(text: string): ClientTokenContent {
    const token = readClientToken(text);
    if (!token) throw roomError('token-invalid');
    if (token.exp * 1000 <= this.#options.now()) throw roomError('token-expired');
    return token;
  }

  #admit(input: JoinInput, connection: FakeConnection): FakeParticipant {
    const token = this.#verify(input.token);
    if (token.roomId !== input.roomId) throw roomError('token-wrong-room');
    if (input.roomId !== this.room.id) throw roomError('room-not-found');
    if (input.capabilitiesHash !== this.capabilitiesHash) throw roomError('capabilities-changed');
    this.room.waitingRoom.requireAdmission(token.participantId);
    if (this.room.participants.size >= this.#options.capacity) throw roomError('room-full');
    const participant = new FakeParticipant({
      id: token.participantId,
      ...(token.name !== undefined && { name: token.name }),
      ...(input.context !== undefined && { context: input.context }),
      canReceiveMessages: input.enableMessages ?? false,
      origin: 'remote',
      connection: 'connected',
      joinedAt: 1_700_000_000_000 + this.room.participants.size,
      grants: token.grants,
    });
    participant.connection = connection;
    participant.unasked = token.grants.subscribe ? { ...input.initialDemand } : { audio: 0, video: 0 };
    return participant;
  }

  #enter(participant: FakeParticipant, { token }: JoinInput): JoinAnswer {
    const others = [...this.room.participants.values()];
    const infos = others.map(({ info }) => info);
    const page = this.#options.rosterPage;
    const initial = others
      .flatMap(({ producers }) => producers)
      .filter(({ kind }) => {
        participant.unasked[kind] -= 1;
        return participant.unasked[kind] >= 0;
      })
      .map((producer) => participant.consume(producer));
    participant.unasked.audio = Math.max(0, participant.unasked.audio);
    participant.unasked.video = Math.max(0, participant.unasked.video);
    this.room.add(participant);
    for (let start = page; start < infos.length; start += page) {
      const participants = infos.slice(start, start + page);
      const remaining = Math.max(0, infos.length - start - page);
      participant.connection?.notify({ method: 'participantsListed', data: { participants, remaining } });
    }
    this.room.conversation.listTo(participant);
    this.room.listWaitingTo(participant);
    return {
      sessionId: 'session-1',
      resumeWindow: 30_000,
      seq: 0,
      self: participant.info,
      transports: { send: transport('send'), receive: transport('receive') },
      iceServers: [],
      initial: consumerBatch(initial),
      participants: infos.slice(0, page),
      participantsRemaining: Math.max(0, infos.length - page),
      activeSpeakerId: this.room.activeSpeakerId,
      recording: this.room.isRecording,
      tokenExpiresAt: (readClientToken(token)?.exp ?? 0) * 1000,
      now: this.#options.now(),
    };
  }
}

function transport(id: string): TransportInfo {
  const { iceParameters, iceCandidates, dtlsParameters } = testFakeParameters.generateTransportRemoteParameters();
  return { id, iceParameters, iceCandidates, dtlsParameters } as TransportInfo;
}
