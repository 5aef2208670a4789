import { randomUUID } from 'node:crypto';
import { Device, type types } from 'mediasoup-client';
import * as fakeParameters from 'mediasoup-client/fakeParameters';
import { FakeHandler } from 'mediasoup-client/handlers/FakeHandler';
import { Peer } from 'protoo-client';
import * as v from 'valibot';
import {
  capabilitiesAnswer,
  type InitialDemand,
  type JoinAnswer,
  joinAnswer,
  type MediaKind,
  type Notification,
  type NotificationData,
  type NotificationMethod,
  notifications,
  PROTOCOL_VERSION,
  type ProducerInfo,
  type RequestAnswer,
  type RequestInput,
  type RequestMethod,
  requests,
  type UnpackedConsumer,
} from '../../../../src/protocol/index.ts';
import { FakeTrack } from './FakeTrack.ts';
import { NativeTransport } from './NativeTransport.ts';
import type { LiveServer } from './startLiveServer.ts';

/** How a client of the tests joins; the rest is usual. */
export interface JoinWish {
  roomId: string;
  token: string;
  demand?: InitialDemand;
  dtls?: boolean;
  context?: string;
  [field: string]: unknown;
}

/** A certificate that nobody has. */
export const FINGERPRINT = { algorithm: 'sha-256' as const, value: Array.from({ length: 32 }, () => 'A0').join(':') };

/** Speaks the protocol over real sockets, with mediasoup-client's own negotiation and no media. */
export class TestClient {
  readonly connectionId = randomUUID();
  /** All notifications that came, in order. */
  readonly received: (Notification & { data: { seq?: number } })[] = [];
  /** Methods of notifications that did not fit the protocol. */
  readonly misunderstood: string[] = [];
  readonly device: Device;
  /** Resolves when the socket is closed. */
  readonly closed: Promise<void>;
  token = '';
  answer!: JoinAnswer;
  peer: Peer | null = null;
  #send: types.Transport | null = null;
  #receive: types.Transport | null = null;
  #resolveClosed!: () => void;
  #waiting = new Set<() => void>();
  readonly #server: Pick<LiveServer, 'url'>;

  constructor(server: Pick<LiveServer, 'url'>) {
    this.#server = server;
    this.device = new Device({ handlerFactory: FakeHandler.createFactory(fakeParameters) } as never);
    this.closed = new Promise((resolve) => {
      this.#resolveClosed = resolve;
    });
  }

  /** Joins and attaches. */
  static async join(server: Pick<LiveServer, 'url'>, wish: JoinWish): Promise<TestClient> {
    const client = new TestClient(server);
    await Promise.all([client.join(wish), client.attach(wish.token)]);
    return client;
  }

  /** Posts a join as it is; the answer, whatever it says. */
  async postJoin({ roomId, token, demand, dtls = true, ...others }: JoinWish, init: RequestInit = {}) {
    this.token = token;
    const capabilities = v.parse(
      capabilitiesAnswer,
      await (await fetch(`${this.#server.url}/v2/rtc/capabilities`)).json(),
    );
    if (!this.device.loaded) {
      await this.device.load({ routerRtpCapabilities: capabilities.rtpCapabilities as types.RtpCapabilities });
    }
    const body = {
      version: PROTOCOL_VERSION,
      roomId,
      token,
      connectionId: this.connectionId,
      capabilitiesHash: capabilities.hash,
      rtpCapabilities: this.device.recvRtpCapabilities,
      initialDemand: demand ?? { audio: 10, video: 10 },
      ...(dtls && {
        dtls: {
          send: { role: 'server', fingerprints: [FINGERPRINT] },
          receive: { role: 'client', fingerprints: [FINGERPRINT] },
        },
      }),
      ...others,
    };
    return fetch(`${this.#server.url}/v2/rtc/join`, { method: 'POST', body: JSON.stringify(body), ...init });
  }

  async join(wish: JoinWish): Promise<JoinAnswer> {
    const response = await this.postJoin(wish);
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    this.answer = v.parse(joinAnswer, await response.json());
    const { send, receive } = this.answer.transports;
    this.#send = this.device.createSendTransport(send as types.TransportOptions);
    this.#receive = this.device.createRecvTransport(receive as types.TransportOptions);
    for (const transport of [this.#send, this.#receive]) {
      transport.on('connect', (_parameters, callback) => callback());
    }
    this.#send.on('produce', (_parameters, callback) => callback({ id: randomUUID() }));
    return this.answer;
  }

  /** Opens the socket. */
  async open(headers: Record<string, string> = {}): Promise<Peer> {
    const url = `${this.#server.url.replace('http', 'ws')}/v2/rtc`;
    const peer = new Peer(new NativeTransport(url, headers) as never);
    this.peer = peer;
    peer.on('notification', ({ method, data }) => {
      if (!v.is(notifications[method as NotificationMethod], data)) this.misunderstood.push(method);
      this.received.push({ method, data } as never);
      for (const check of this.#waiting) check();
    });
    peer.on('close', () => this.#resolveClosed());
    await new Promise<void>((resolve, reject) => {
      peer.on('open', resolve);
      peer.on('failed', () => reject(new Error('The socket did not open.')));
      peer.on('close', () => reject(new Error('The socket was closed.')));
    });
    return peer;
  }

  async attach(token = this.token, lastSeq?: number): Promise<void> {
    if (!this.peer) await this.open();
    await this.request('attach', { connectionId: this.connectionId, token, ...(lastSeq !== undefined && { lastSeq }) });
  }

  /** The number of the last notification that came. */
  get lastSeq(): number {
    return this.received.reduce((last, { data: { seq } }) => Math.max(last, seq ?? 0), 0);
  }

  /** Opens another socket and goes on with it, whatever has become of the one before. */
  async resume(lastSeq = this.lastSeq): Promise<void> {
    await this.open();
    await this.attach(this.token, lastSeq);
  }

  async request<M extends RequestMethod>(method: M, data: RequestInput<M>): Promise<RequestAnswer<M>> {
    return v.parse(requests[method].answer, await this.peer?.request(method, data)) as RequestAnswer<M>;
  }

  post<M extends RequestMethod>(method: M, data: RequestInput<M>): Promise<Response> {
    return fetch(`${this.#server.url}/v2/rtc/request`, {
      method: 'POST',
      body: JSON.stringify({ connectionId: this.connectionId, method, data }),
    });
  }

  /** A producer as the client announces it, with parameters that mediasoup-client made. */
  async producer(kind: MediaKind, layers = 1): Promise<ProducerInfo> {
    const track = new FakeTrack(kind);
    const encodings = Array.from({ length: layers }, () => ({ maxBitrate: 100_000 }));
    const producer = await this.#send?.produce({ track: track as never, ...(kind === 'video' && { encodings }) });
    const sizes = kind === 'video' ? { width: 1280, height: 720 } : {};
    return {
      id: randomUUID(),
      kind,
      rtpParameters: producer?.rtpParameters as ProducerInfo['rtpParameters'],
      paused: false,
      ...sizes,
    };
  }

  async publish(key: string, kinds: readonly MediaKind[], layers = 1): Promise<ProducerInfo[]> {
    const producers = await Promise.all(kinds.map((kind) => this.producer(kind, layers)));
    await this.request('publishStream', { key, producers });
    return producers;
  }

  /** Sets consumers up with mediasoup-client, which checks their parameters. */
  async consume(consumers: readonly UnpackedConsumer[]): Promise<types.Consumer[]> {
    return Promise.all(
      consumers.map(({ id, producerId, kind, rtpParameters }) => {
        const options = { id, producerId, kind, rtpParameters } as types.ConsumerOptions;
        return this.#receive?.consume(options) as Promise<types.Consumer>;
      }),
    );
  }

  of<M extends NotificationMethod>(method: M): NotificationData<M>[] {
    if (this.misunderstood.length > 0) throw new Error(`Not in the protocol: ${this.misunderstood.join(', ')}`);
    return this.received.filter((one) => one.method === method).map(({ data }) => data as NotificationData<M>);
  }

  /** The first notification of a method that fits, come already or still to come. */
  async heard<M extends NotificationMethod>(
    method: M,
    fits: (data: NotificationData<M>) => boolean = () => true,
  ): Promise<NotificationData<M>> {
    await this.until(() => this.of(method).some(fits), `${method} was not heard`);
    return this.of(method).find(fits) as NotificationData<M>;
  }

  /** Resolves when what came fulfils the condition. */
  until(condition: () => boolean, otherwise = 'it did not come true'): Promise<void> {
    if (condition()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const deadline = setTimeout(
        () => reject(new Error(`${otherwise}: ${this.received.map(({ method }) => method).join(', ')}`)),
        15_000,
      );
      const check = () => {
        if (!condition()) return;
        clearTimeout(deadline);
        this.#waiting.delete(check);
        resolve();
      };
      this.#waiting.add(check);
    });
  }

  /** Everything that was said to this client before now has come: an answer comes behind it. */
  async settled(): Promise<void> {
    await this.request('unsubscribe', { consumerIds: [] });
  }

  close(): void {
    this.peer?.close();
  }
}
