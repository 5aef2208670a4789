import { testFakeParameters } from 'mediasoup-client';
import { roomError } from '../../../src/errors/index.ts';
import type { TransportInfo } from '../../../src/protocol/index.ts';
import type { JoinInput, SignallingConnection, SignallingLobby } from '../../../src/signalling/index.ts';
import type { LobbyInput, LobbySurroundings } from '../../../src/signalling/SignallingAdapter.ts';
import { answerRequest } from '../../../src/testing/room-server/answerRequest.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';

/** A room server in memory that has a lobby as well. */
export class LobbyRoomServer extends FakeRoomServer {
  /** All lobbies that were asked for. */
  readonly lobbies: LobbyInput[] = [];
  /** How many of them are open. */
  waiting = 0;
  /** Ids of a lobby's transports; those of the join's answer are `send` and `receive`. */
  lobbyTransports = { send: 'send', receive: 'receive' };
  /** The server gives up the last lobby. */
  giveUp = (): void => {};

  async lobby(serverUrl: string, input: LobbyInput, { onLost }: LobbySurroundings): Promise<SignallingLobby> {
    this.lobbies.push(input);
    this.waiting += 1;
    let open = true;
    const end = () => {
      if (open) this.waiting -= 1;
      open = false;
    };
    this.giveUp = () => {
      end();
      onLost();
    };
    const { send, receive } = this.lobbyTransports;
    return {
      answer: { transports: { send: transport(send), receive: transport(receive) }, iceServers: [], keepWithin: 1000 },
      join: async (request, signal) => {
        end();
        return this.#joinWithStreams(serverUrl, request, signal);
      },
      close: end,
    };
  }

  async #joinWithStreams(serverUrl: string, request: JoinInput, signal: AbortSignal): Promise<SignallingConnection> {
    const connection = await this.join(serverUrl, request, signal);
    const participant = this.room.participants.get(connection.answer.self.id);
    if (!participant) throw roomError('not-connected');
    const refusedStreams: NonNullable<typeof connection.answer.refusedStreams> = [];
    for (const stream of request.streams ?? []) {
      try {
        answerRequest(this.room, participant, 'publishStream', stream, Date.now);
      } catch (error) {
        const { code, message } = error as { code: string; message: string };
        refusedStreams.push({ key: stream.key, error: { code, message } });
      }
    }
    connection.answer = { ...connection.answer, refusedStreams };
    return connection;
  }
}

function transport(id: string): TransportInfo {
  return { ...testFakeParameters.generateTransportRemoteParameters(), id } as unknown as TransportInfo;
}
