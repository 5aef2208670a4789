import { readToken, refreshClientToken, Tokens } from '../auth/index.ts';
import { roomError } from '../errors/index.ts';
import { browserDeviceStorage } from '../media/index.ts';
import type { MediaKind } from '../protocol/index.ts';
import { parlourSignalling } from '../signalling/index.ts';
import { askingOf } from './Asking.ts';
import { bringToken } from './bringToken.ts';
import type { Message } from './Chat.ts';
import { Connection } from './Connection.ts';
import type { SelfCommands } from './ConversationCommands.ts';
import type { Demand, DemandHandle } from './Demand.ts';
import { Emitter } from './Emitter.ts';
import { browserEnvironment } from './Environment.ts';
import { checkRoom, serverUrlOf } from './joinRoom.ts';
import { Lobby } from './Lobby.ts';
import { MixedAudio } from './managers/audio/MixedAudio.ts';
import { Playback } from './managers/audio/Playback.ts';
import { Conversation } from './managers/conversation/Conversation.ts';
import { Demands } from './managers/Demands.ts';
import { LocalDevicesManager } from './managers/devices/LocalDevicesManager.ts';
import { History } from './managers/history/History.ts';
import { recordEvent } from './managers/history/recordEvent.ts';
import { recordSignalling } from './managers/history/recordSignalling.ts';
import { Moderation } from './managers/Moderation.ts';
import type { QualityManager } from './managers/quality/QualityManager.ts';
import { Recording } from './managers/Recording.ts';
import { Speakers } from './managers/Speakers.ts';
import { observeRoom } from './observeRoom.ts';
import { Preparation } from './Preparation.ts';
import type { RoomCommands } from './RoomCommands.ts';
import type { RoomEvents } from './RoomEvents.ts';
import type { RoomOptions } from './RoomOptions.ts';
import { RoomState } from './RoomState.ts';
import type { RoomStats } from './RoomStats.ts';
import { receivedStats } from './receivedStats.ts';
import type { Participant, State, Stream } from './State.ts';
import { type LocalTracks, type SubscriptionKinds, sourcesFrom } from './streamArguments.ts';
import { streamId, type Topic } from './Topic.ts';

/**
 * A room: connect to it, publish streams, receive those of others. Make one with `createRoom` or
 * `initialize`. Everything there is to know is in {@link getState}; commands return when they are done,
 * and throw a `RoomError` when they cannot be.
 */
export class Room implements RoomCommands {
  /** Our own microphone, camera, screens and speaker; they can be turned on before the room is connected. */
  readonly devices: RoomCommands['devices'];
  readonly chat: RoomCommands['chat'];
  readonly hands: RoomCommands['hands'];
  readonly reactions: RoomCommands['reactions'];
  /** What others know of us. */
  readonly participant: SelfCommands;
  /** How streams and connections do, and what has happened lately. */
  readonly stats: RoomStats;
  /** Deciding for others, for those whose token grants `moderate`. */
  readonly moderation: RoomCommands['moderation'];
  /** Recording the room, for those whose token grants `record`. */
  readonly recording: RoomCommands['recording'];
  readonly #options: RoomOptions;
  /** What is heard of the room. */
  readonly audio: RoomCommands['audio'];
  readonly #history: History;
  readonly #events = new Emitter<RoomEvents>((event, args) => recordEvent(this.#history, event, args));
  readonly #state = new RoomState(this.#events, () => this.#mixedAudio.read());
  readonly #speakers = new Speakers(this.#state);
  readonly #demands = new Demands();
  readonly #mixedAudio: MixedAudio;
  readonly #quality: QualityManager;
  readonly #tokens: Tokens;
  readonly #preparation: Preparation;
  readonly #lobby: Lobby;
  readonly #connection: Connection;

  constructor(options: RoomOptions) {
    this.#options = options;
    const environment = { ...browserEnvironment, ...options.environment };
    const history = new History(environment.now);
    this.#history = history;
    const signalling = recordSignalling(options.signalling ?? parlourSignalling, { history, now: environment.now });
    const { quality, stats } = observeRoom({
      roomId: () => this.id,
      history,
      state: this.#state,
      events: this.#events,
      environment,
    });
    this.#quality = quality;
    this.stats = stats;
    this.#mixedAudio = new MixedAudio({ state: this.#state, demands: this.#demands, surroundings: environment.audio });
    const playback: Playback = new Playback(environment.audio, {
      blocked: (blocked) => this.#state.setDevice('speaker', { ...this.getState().devices.speaker, blocked }),
      sinkFailed: (error) => devices.speaker.handleFailed(error),
      awake: () => this.#mixedAudio.handleAwake(),
      mix: () => this.#mixedAudio.made,
    });
    this.audio = playback;
    const storage = options.deviceStorage === undefined ? browserDeviceStorage : options.deviceStorage;
    const devices = new LocalDevicesManager(this.#state, environment, storage, playback);
    this.devices = devices;
    const conversation = new Conversation(this.#state, environment, options.context);
    this.chat = conversation.messages;
    this.hands = conversation.self;
    this.reactions = conversation.reactions;
    this.participant = conversation.self;
    this.#preparation = new Preparation(signalling, environment.createDevice, options);
    this.#tokens = new Tokens(
      options.tokenSource ?? null,
      (claims, refreshToken) => refreshClientToken(serverUrlOf(options, claims), claims.roomId, refreshToken),
      environment.setTimer,
    );
    if (options.clientToken !== undefined) this.#tokens.set({ token: options.clientToken });
    const shared = { options, environment, signalling, tokens: this.#tokens, preparation: this.#preparation, devices };
    this.#lobby = new Lobby(shared);
    this.#connection = new Connection({
      ...shared,
      lobby: this.#lobby,
      state: this.#state,
      speakers: this.#speakers,
      demands: this.#demands,
      conversation,
      mixedAudio: this.#mixedAudio,
      quality: this.#quality,
    });
    const asking = askingOf(this.#connection, this.#state);
    this.moderation = new Moderation(asking);
    this.recording = new Recording(asking);
  }

  /** Id of the room, or an empty string while only the token source knows it. */
  get id(): string {
    return this.#options.roomId ?? this.#tokens.known?.roomId ?? '';
  }

  /** Everything about the room at this moment; never changes, a later one is another object. */
  getState(): State {
    return this.#state.get();
  }

  /** Ourselves. @throws RoomError `not-connected` before the first connection */
  getLocalParticipant(): Participant {
    const { participants, localParticipantId } = this.getState();
    const participant = participants.get(localParticipantId);
    if (!participant) throw roomError('not-connected');
    return participant;
  }

  /** Our own streams, by key. */
  getLocalStreams(): ReadonlyMap<string, Stream> {
    return this.getParticipantStreams(this.getState().localParticipantId);
  }

  /** The streams of a participant, by key; none of one that is not there. */
  getParticipantStreams(participantId: string): ReadonlyMap<string, Stream> {
    const { participants } = this.getState();
    const keys = Object.keys(participants.get(participantId)?.streams ?? {});
    return new Map(
      keys.flatMap((key) => {
        const stream = this.getParticipantStream(participantId, key);
        return stream ? [[key, stream] as const] : [];
      }),
    );
  }

  getParticipantStream(participantId: string, key: string): Stream | undefined {
    return this.getState().streams.get(streamId(participantId, key));
  }

  /** Calls `listener` whenever the event happens. @returns Undoes it. */
  on<Name extends keyof RoomEvents>(event: Name, listener: (...args: RoomEvents[Name]) => void): () => void {
    return this.#events.on(event, listener);
  }

  once<Name extends keyof RoomEvents>(event: Name, listener: (...args: RoomEvents[Name]) => void): () => void {
    return this.#events.once(event, listener);
  }

  off<Name extends keyof RoomEvents>(event: Name, listener: (...args: RoomEvents[Name]) => void): void {
    this.#events.off(event, listener);
  }

  /** Calls `listener` with each new state and the parts of it that changed. @returns Undoes it. */
  subscribeChanges(listener: (state: State, topics: ReadonlySet<Topic>) => void): () => void {
    return this.#state.subscribe(listener);
  }

  subscribeAudioLevel(participantId: string, listener: (level: number) => void): () => void {
    return this.#speakers.subscribe(participantId, listener);
  }

  async prepare(): Promise<void> {
    this.#preparation.preload();
    const { serverUrl } = this.#options;
    const token = serverUrl === undefined ? await this.#tokens.current() : this.#tokens.known;
    if (token) checkRoom(this.#options, token);
    await this.#preparation.media(serverUrlOf(this.#options, token ?? { url: null }));
  }

  holdLobby(): () => void {
    return this.#connection.session ? () => {} : this.#lobby.hold();
  }

  /**
   * Joins the room. In a connected room it does nothing. A participant can be in a room once: joining from another tab
   * or device takes over, and the older one ends with `session_terminated` and the error `joined-elsewhere`.
   *
   * @throws RoomError why not: `token-…`, `room-not-found`, `room-full`, `not-allowed`, `unreachable`, `timed-out`, …
   */
  connect(): Promise<void> {
    return this.#connection.connect();
  }

  /** Leaves the room; a connection that is being made is called off. Twice does no harm. */
  disconnect(): Promise<void> {
    return this.#connection.disconnect();
  }

  hold(): () => void {
    return this.#connection.hold();
  }

  /** Uses a new token from now on, in a connected room too. @throws RoomError `token-invalid`, `token-wrong-room` */
  async updateClientToken(clientToken: string): Promise<void> {
    const claims = readToken(clientToken);
    if (this.id !== '') checkRoom({ roomId: this.id }, claims);
    await bringToken(clientToken, this.#tokens, this.getState().status, this.#connection.session?.renewal);
  }

  /** Publishes a stream. Without tracks it is there with both kinds off. @throws RoomError `stream-exists`, `not-allowed`, `censored` */
  async addStream(key: string, tracks: LocalTracks = {}): Promise<void> {
    const { streams } = this.#connection.connected();
    const sources = sourcesFrom(key, tracks);
    streams.requireUncensored(key, sources);
    await streams.add(key, sources);
  }

  /** Replaces both kinds of a stream; a kind that is missing is turned off. @throws RoomError `stream-not-found` */
  async updateStream(key: string, tracks: LocalTracks): Promise<void> {
    await this.#connection.connected().streams.update(key, sourcesFrom(key, tracks));
  }

  /** Unpublishes a stream; its tracks go on. Removing what is not there does no harm. */
  async removeStream(key: string): Promise<void> {
    await this.#connection.session?.streams.remove(key);
  }

  /** Receives a stream at its best, whatever is on screen. Twice: the second call replaces the first. */
  async addSubscription(participantId: string, key: string, kinds: SubscriptionKinds): Promise<void> {
    this.#connection.connected();
    if (participantId === this.getState().localParticipantId) throw roomError('own-stream');
    if (!this.getState().participants.has(participantId)) throw roomError('participant-not-found');
    this.#demands.addExplicit(participantId, key, kinds);
  }

  /** Changes which kinds are received. @throws RoomError `stream-not-found` unless it was added */
  async updateSubscription(participantId: string, key: string, kinds: SubscriptionKinds): Promise<void> {
    this.#connection.connected();
    this.#demands.updateExplicit(participantId, key, kinds);
  }

  async removeSubscription(participantId: string, key: string): Promise<void> {
    this.#demands.removeExplicit(participantId, key);
  }

  subscribeDemand(demand: Demand): DemandHandle {
    return this.#demands.add(demand);
  }

  /** The browser's own statistics of a stream that we send or receive, by kind. */
  async getWebRTCStatsForStream(
    participantId: string,
    key: string,
  ): Promise<Partial<Record<MediaKind, RTCStatsReport>>> {
    const session = this.#connection.connected();
    if (participantId === this.getState().localParticipantId) return session.media.publisher.getStats(key);
    return receivedStats(session, participantId, key);
  }

  /** Sends a message, as `chat.send` does. */
  sendMessage(message: Message, recipients?: readonly string[]): Promise<void> {
    return this.chat.send(message, recipients);
  }

  /**
   * Has `network_metrics_report` come every 2 s while the room is connected, for these participants and those that were
   * enabled before. Nothing is measured before the first, nor after {@link disableNetworkMetricsReport}.
   *
   * @param options - `includeStreams`: the quality of each stream's audio and video, too. @default false
   */
  async enableNetworkMetricsReport(
    participantIds: readonly string[],
    { includeStreams = false }: { includeStreams?: boolean } = {},
  ): Promise<void> {
    (await this.#quality.reports()).enable(participantIds, includeStreams);
  }

  /** @param participantIds - @default everybody for whom it was enabled */
  async disableNetworkMetricsReport(participantIds?: readonly string[]): Promise<void> {
    (await this.#quality.reports()).disable(participantIds);
  }
}
