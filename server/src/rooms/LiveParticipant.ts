import type { RoomErrorCode } from '../../../src/errors/index.ts';
import type {
  Censored,
  DisconnectReason,
  DtlsParameters,
  Grants,
  InitialDemand,
  ParticipantInfo,
  RtpCapabilities,
} from '../../../src/protocol/index.ts';
import { chooseUnasked } from './initialDemand.ts';
import type { LiveProducer, LiveStream } from './LiveStream.ts';
import { Outbox } from './Outbox.ts';
import { ParticipantQuality } from './ParticipantQuality.ts';
import type { ParticipantTransports } from './ParticipantTransports.ts';
import type { ProducerDemands } from './ProducerDemands.ts';
import type { LobbyPlace } from './RoomLobby.ts';
import { Subscriptions } from './Subscriptions.ts';

/** Who somebody is, by the word of the token. */
export interface Identity {
  participantId: string;
  name?: string | undefined;
  metadata?: Record<string, unknown> | undefined;
}

/** What somebody brings who enters a room. */
export interface Entrant {
  identity: Identity;
  /** The client that joins, the same over all of its joins; none of one that does not tell. */
  clientId?: string | undefined;
  /** It comes back by itself, which is no reason to put out whoever has taken its place meanwhile. */
  returning?: boolean | undefined;
  grants: Grants;
  context?: string | undefined;
  canReceiveMessages: boolean;
  rtpCapabilities: RtpCapabilities;
  dtls?: { send: DtlsParameters; receive: DtlsParameters } | undefined;
  initialDemand: InitialDemand;
  /** Where it waited before, with transports that are connected by now. */
  place?: LobbyPlace | null | undefined;
  /**
   * Called once, when the participant is out of the room. `reason` was told to it as `disconnecting`; null when it went
   * by itself. `code` says the reason more exactly, where there is one.
   */
  onGone(reason: DisconnectReason | null, code?: RoomErrorCode): void;
}

/** One presence in a room: its streams, what it receives, and what it is to be told. */
export class LiveParticipant {
  readonly id: string;
  readonly joinedAt: number;
  readonly outbox = new Outbox();
  readonly streams = new Map<string, LiveStream>();
  readonly transports: ParticipantTransports;
  readonly subscriptions: Subscriptions;
  readonly quality = new ParticipantQuality();
  /** What counts: the token's, with what moderators have changed. */
  grants: Grants;
  context: string | undefined;
  /** When the hand was raised that is up now. */
  handRaisedAt: number | null = null;
  /** What the token in force says. */
  tokenGrants: Grants;
  /** What moderators keep off. */
  censored: Censored = {};
  /** It has lost its socket, and may come back on another. */
  reconnecting = false;
  /** Out of the room, for good: who comes back is a new presence. */
  gone = false;
  /** Why it was put out; null while it is there, or when it went by itself. */
  goneReason: DisconnectReason | null = null;
  readonly #entrant: Entrant;
  readonly #offered = new Set<LiveStream>();
  #made: { of: readonly unknown[]; info: ParticipantInfo } | null = null;

  constructor(
    entrant: Entrant,
    transports: ParticipantTransports,
    demands: Pick<ProducerDemands, 'set'>,
    joinedAt: number,
  ) {
    this.#entrant = entrant;
    this.id = entrant.identity.participantId;
    this.joinedAt = joinedAt;
    this.grants = entrant.grants;
    this.context = entrant.context;
    this.tokenGrants = entrant.grants;
    this.transports = transports;
    this.subscriptions = new Subscriptions({
      rtpCapabilities: entrant.rtpCapabilities,
      transport: this.transports.receive,
      demands,
      onLayersChange: (consumerId, layers) => this.outbox.notify('consumerLayersChanged', { consumerId, layers }),
      quality: this.quality,
    });
  }

  get clientId(): string | undefined {
    return this.#entrant.clientId;
  }

  get name(): string | undefined {
    return this.#entrant.identity.name;
  }

  get canReceiveMessages(): boolean {
    return this.#entrant.canReceiveMessages;
  }

  get handRaised(): boolean {
    return this.handRaisedAt !== null;
  }

  get initialDemand(): InitialDemand {
    return this.#entrant.initialDemand;
  }

  /** The streams that others know of. */
  get announcedStreams(): LiveStream[] {
    return [...this.streams.values()].filter(({ announced }) => announced);
  }

  get producers(): LiveProducer[] {
    return [...this.streams.values()].flatMap((stream) => stream.producers);
  }

  /** The participant as it crosses the wire: another object only when something has changed. */
  get info(): ParticipantInfo {
    const streams = this.announcedStreams.map(({ info }) => info);
    const { context, handRaisedAt, reconnecting, grants, censored } = this;
    // Grants and what is censored are replaced when they change, never written to.
    const parts = [
      context,
      handRaisedAt,
      reconnecting,
      grants,
      censored,
      streams.length > 0 && JSON.stringify(streams),
    ];
    const made = this.#made;
    if (made && parts.every((part, index) => part === made.of[index])) return made.info;
    const { identity, canReceiveMessages } = this.#entrant;
    const info: ParticipantInfo = {
      id: this.id,
      ...(identity.name !== undefined && { name: identity.name }),
      ...(identity.metadata !== undefined && { metadata: identity.metadata }),
      ...(context !== undefined && { context }),
      canReceiveMessages,
      origin: 'remote',
      connection: reconnecting ? 'reconnecting' : 'connected',
      joinedAt: this.joinedAt,
      ...(handRaisedAt !== null && { handRaisedAt }),
      grants,
      ...(Object.keys(censored).length > 0 && { censored }),
      streams,
    };
    this.#made = { of: parts, info };
    return info;
  }

  /**
   * Sends a stream that is new, unless the initial demand is filled. All that is offered in one tick goes into one
   * message; its consumers are paused, since media that flows before the client has set them up loses its key frame.
   */
  offer(stream: LiveStream): void {
    if (this.#offered.size === 0) setImmediate(() => void this.#sendOffered());
    this.#offered.add(stream);
  }

  /**
   * Ends the presence: last words, then everything is closed. Idempotent.
   *
   * @param code says the reason more exactly.
   */
  close(reason: DisconnectReason | null, code?: RoomErrorCode): void {
    if (this.gone) return;
    this.gone = true;
    this.goneReason = reason;
    if (reason) this.outbox.notify('disconnecting', { reason, ...(code && { code }) });
    this.outbox.close();
    this.subscriptions.end();
    this.transports.close();
    this.#entrant.onGone(reason, code);
  }

  async #sendOffered(): Promise<void> {
    const streams = [...this.#offered].filter(({ announced }) => announced);
    this.#offered.clear();
    if (this.gone || !this.grants.subscribe) return;
    const wanted = chooseUnasked(streams, this.initialDemand, this.subscriptions, null);
    const batch = await this.subscriptions.pack(this.subscriptions.open(wanted, true), true);
    if (batch.consumers.length > 0) this.outbox.notify('consumersAdded', batch);
  }
}
