import { randomUUID } from 'node:crypto';
import type { types } from 'mediasoup-client';
import * as v from 'valibot';
import {
  capabilitiesAnswer,
  type LobbyAnswer,
  PROTOCOL_VERSION,
  type ProducerInfo,
  type PublishedStream,
} from '../../../../src/protocol/index.ts';
import { FakeTrack } from './FakeTrack.ts';
import type { LiveServer } from './startLiveServer.ts';
import { FINGERPRINT, TestClient } from './TestClient.ts';

/** A client that waits in a lobby before it joins. */
export class LobbyClient extends TestClient {
  readonly #url: string;

  constructor(server: Pick<LiveServer, 'url'>) {
    super(server);
    this.#url = server.url;
  }

  /** Asks for a place; the answer, whatever it says. */
  async postLobby(wish: { roomId: string; token: string; [field: string]: unknown }): Promise<Response> {
    const capabilities = v.parse(capabilitiesAnswer, await (await fetch(`${this.#url}/v2/rtc/capabilities`)).json());
    if (!this.device.loaded) {
      await this.device.load({ routerRtpCapabilities: capabilities.rtpCapabilities as types.RtpCapabilities });
    }
    const body = {
      version: PROTOCOL_VERSION,
      connectionId: this.connectionId,
      capabilitiesHash: capabilities.hash,
      dtls: {
        send: { role: 'server', fingerprints: [FINGERPRINT] },
        receive: { role: 'client', fingerprints: [FINGERPRINT] },
      },
      ...wish,
    };
    return fetch(`${this.#url}/v2/rtc/lobby`, { method: 'POST', body: JSON.stringify(body) });
  }

  /** Negotiates sound and picture on the transport of a lobby, as a stream that the join can carry. */
  async warm(lobby: LobbyAnswer, key: string): Promise<PublishedStream> {
    const transport = this.device.createSendTransport(lobby.transports.send as types.TransportOptions);
    transport.on('connect', (_parameters, done) => done());
    transport.on('produce', (_parameters, done) => done({ id: randomUUID() }));
    const producers: ProducerInfo[] = [];
    for (const kind of ['audio', 'video'] as const) {
      const { id, rtpParameters } = await transport.produce({ track: new FakeTrack(kind) as never });
      producers.push({ id, kind, rtpParameters: rtpParameters as ProducerInfo['rtpParameters'], paused: false });
    }
    return { key, producers };
  }

  /** Gives the place up, as a page does that goes. */
  leave(): Promise<Response> {
    return this.post('leave', {});
  }
}
