import type { types } from 'mediasoup-client';
import type { JoinAnswer, TransportInfo } from '../protocol/index.ts';
import type { SignallingConnection } from '../signalling/index.ts';
import { IceRecovery, type PathListener } from './IceRecovery.ts';
import { Publisher } from './Publisher.ts';
import type { PreparedMedia } from './prepareMedia.ts';
import { SentLayers } from './SentLayers.ts';
import { Subscriber } from './Subscriber.ts';
import { type StatsClock, TransportStats } from './TransportStats.ts';

const UNUSABLE: ReadonlySet<types.ConnectionState> = new Set(['disconnected', 'failed', 'closed']);

/** The two transports of a connection, what we send and what we receive. */
export class MediaSession {
  readonly publisher: Publisher;
  readonly subscriber: Subscriber;
  readonly sentLayers: SentLayers;
  /** What the browser knows of either transport, read once for all who ask. */
  readonly stats: { readonly send: TransportStats; readonly receive: TransportStats };
  readonly #transports: types.Transport[];
  readonly #recoveries: IceRecovery[] = [];
  readonly #capabilities: types.RtpCapabilities;
  #receiving = false;

  constructor(
    prepared: PreparedMedia,
    answer: Pick<JoinAnswer, 'transports' | 'iceServers'>,
    signalling: Pick<SignallingConnection, 'request'>,
    clock: StatsClock,
  ) {
    const options = (info: TransportInfo): types.TransportOptions => ({
      ...(info as Pick<types.TransportOptions, 'id' | 'iceParameters' | 'iceCandidates' | 'dtlsParameters'>),
      iceServers: answer.iceServers as RTCIceServer[],
      // No iceCandidatePoolSize: it saves 10 ms, but in Chromium an answerer that is offered more while its pool still
      // fills never gathers, in one of 20 joins on a busy machine.
      ...(prepared.certificate && { additionalSettings: { certificates: [prepared.certificate.certificate] } }),
    });
    const send = prepared.device.createSendTransport(options(answer.transports.send));
    const receive = prepared.device.createRecvTransport(options(answer.transports.receive));
    for (const [transport, direction] of [
      [send, 'send'],
      [receive, 'receive'],
    ] as const) {
      transport.on('connect', ({ dtlsParameters }, done, failed) => {
        // Answered at once: the server holds back media until it knows the fingerprint.
        done();
        if (prepared.certificate) return;
        signalling.request('connectTransport', { direction, dtlsParameters }).catch(failed);
      });
      this.#recoveries.push(new IceRecovery(transport, direction, signalling, clock));
    }
    this.#transports = [send, receive];
    this.sentLayers = new SentLayers(send, answer.iceServers as RTCIceServer[]);
    this.publisher = new Publisher(send, signalling);
    this.subscriber = new Subscriber(receive);
    this.stats = { send: new TransportStats(send, clock), receive: new TransportStats(receive, clock) };
    this.#capabilities = prepared.device.recvRtpCapabilities;
  }

  /** Whether none of its transports has lost its way: they are connected, or will be. */
  get usable(): boolean {
    return this.#transports.every(({ connectionState }) => !UNUSABLE.has(connectionState));
  }

  /** Whether it has the transports that an answer names. */
  has({ send, receive }: JoinAnswer['transports']): boolean {
    const ids = this.#transports.map(({ id }) => id);
    return ids.includes(send.id) && ids.includes(receive.id);
  }

  /** Connects what receives although there is nothing to receive yet. */
  connectReceiving(): void {
    if (this.#receiving) return;
    this.#receiving = true;
    // Only a head start: whatever is received first connects it too.
    this.subscriber.connect(this.#capabilities).catch(() => {});
  }

  /** From now on it is told when media does not get through, and when it does again. */
  watchPaths(listeners: Record<'send' | 'receive', PathListener>): void {
    const { send, receive } = listeners;
    for (const [index, listener] of [send, receive].entries()) this.#recoveries[index]?.watch(listener);
  }

  /** Calls `listener` when a transport begins to connect, is connected, loses its way, has failed; and at once when it has begun. */
  watchStates(listener: (direction: 'send' | 'receive', state: RTCPeerConnectionState) => void): void {
    for (const transport of this.#transports) {
      const direction = transport.direction === 'send' ? 'send' : 'receive';
      if (transport.connectionState !== 'new') listener(direction, transport.connectionState);
      transport.on('connectionstatechange', (state) => listener(direction, state));
    }
  }

  /** The network was away: whatever of the media did not come back with it begins anew, at once. */
  recover(): void {
    for (const recovery of this.#recoveries) recovery.recover();
  }

  /** The machine has another network: media looks for its way over that one. */
  networkChanged(): void {
    for (const recovery of this.#recoveries) recovery.networkChanged();
  }

  /** Closes both transports with all that goes over them. The application's tracks go on. */
  close(): void {
    for (const recovery of this.#recoveries) recovery.close();
    for (const stats of [this.stats.send, this.stats.receive]) stats.close();
    for (const transport of this.#transports) transport.close();
  }
}
