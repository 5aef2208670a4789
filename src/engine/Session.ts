import type { Tokens } from '../auth/index.ts';
import { isRoomErrorCode, type RoomError, roomError } from '../errors/index.ts';
import { MediaSession, type PreparedMedia } from '../media/index.ts';
import type { DisconnectReason, ParticipantInfo } from '../protocol/index.ts';
import type { SignallingConnection } from '../signalling/index.ts';
import { askToLeave } from './askToLeave.ts';
import type { Environment } from './Environment.ts';
import { Lifetime } from './Lifetime.ts';
import { loadWatching } from './loadWatching.ts';
import type { Conversation } from './managers/conversation/Conversation.ts';
import type { LocalDevicesManager } from './managers/devices/LocalDevicesManager.ts';
import { Interruptions } from './managers/Interruptions.ts';
import { LocalStreams } from './managers/LocalStreams.ts';
import { OwnRights } from './managers/OwnRights.ts';
import type { QualityManager } from './managers/quality/QualityManager.ts';
import { participantFrom, RemoteParticipants } from './managers/RemoteParticipants.ts';
import { Roster } from './managers/Roster.ts';
import type { Speakers } from './managers/Speakers.ts';
import { Subscriptions } from './managers/subscriptions/Subscriptions.ts';
import { TokenRenewal } from './managers/TokenRenewal.ts';
import type { RoomState } from './RoomState.ts';
import { ServerNews } from './ServerNews.ts';
import { whenLoaded } from './whenLoaded.ts';

interface SessionOptions {
  readonly connection: SignallingConnection;
  readonly prepared: PreparedMedia;
  /** What a lobby has opened already. */
  readonly media: MediaSession | null;
  readonly state: RoomState;
  readonly speakers: Speakers;
  readonly quality: QualityManager;
  readonly tokens: Tokens;
  readonly environment: Environment;
  readonly conversation: Conversation;
  readonly devices: Pick<LocalDevicesManager, 'microphone' | 'camera' | 'screen'>;
  /** The session that this one takes the place of; the state still shows what it left. */
  readonly previous: Session | null;
  /** Everybody who was there before us is in the state now. */
  readonly listed: () => void;
  /** The connection broke and is being mended; nothing is lost yet. */
  readonly interrupted: (attempt: number, cause: string) => void;
  /** It is mended. */
  readonly resumed: () => void;
  /** The connection has ended, and not by {@link Session.leave}. */
  readonly ended: (reason: DisconnectReason, error?: RoomError) => void;
}

/** One connection to a room, from its join to its end: it hands what the server tells to the managers. */
export class Session {
  readonly streams: LocalStreams;
  readonly subscriptions: Subscriptions;
  readonly media: MediaSession;
  readonly renewal: TokenRenewal;
  readonly rights: OwnRights;
  readonly #options: Omit<SessionOptions, 'previous'>;
  /** Until everybody is listed; a session that kept it would keep all that were before it, too. */
  #previous: Session | null;
  readonly #news: ServerNews;
  readonly #participants: RemoteParticipants;
  readonly #interruptions: Interruptions;
  readonly #roster: Roster;
  readonly #lifetime = new Lifetime();
  #leaving = false;
  /** The server ended it, and everybody's connection with ours. */
  #endedForAll = false;

  constructor({ previous, ...options }: SessionOptions) {
    const { connection, prepared, state, tokens, environment, devices } = options;
    const { self } = connection.answer;
    this.#options = options;
    this.#previous = previous;
    this.#lifetime.add(() => connection.close());
    this.media = options.media ?? new MediaSession(prepared, connection.answer, connection, environment);
    this.#interruptions = new Interruptions(options);
    this.media.watchPaths(this.#interruptions.paths);
    this.#lifetime.add(() => this.media.close());
    this.#lifetime.add(environment.onNetworkChange(() => this.media.networkChanged()));
    this.streams = new LocalStreams(state, this.media.publisher, self.id, environment);
    this.#lifetime.add(() => this.streams.close());
    this.#participants = new RemoteParticipants(state);
    this.#roster = new Roster({
      state,
      environment,
      participants: this.#participants,
      rejoined: previous !== null,
      lostTogether: this.#lostTogether,
      listed: (info) => this.#listed(info),
      complete: () => {
        this.#previous = null;
        options.listed();
        options.quality.handleConnected(this);
        this.#watch();
      },
      left: (id) => this.#news.left(id, null),
      unpublished: (id, key) => this.#news.unpublished(id, key),
    });
    this.#lifetime.add(() => this.#roster.close());
    this.subscriptions = new Subscriptions({
      state,
      signalling: connection,
      subscriber: this.media.subscriber,
      stats: this.media.stats.receive,
      environment,
      allowed: () => (state.get().participants.get(self.id) ?? self).grants.subscribe,
      ...(previous && { started: previous.subscriptions.started }),
    });
    this.#lifetime.add(() => this.subscriptions.close());
    this.rights = new OwnRights(this, { state, devices, participantId: self.id });
    this.#news = new ServerNews({
      ...options,
      selfId: self.id,
      roster: this.#roster,
      participants: this.#participants,
      subscriptions: this.subscriptions,
      sentLayers: this.media.sentLayers,
      rights: this.rights,
      disconnecting: (reason, code) => this.#disconnecting(reason, code),
    });
    this.renewal = new TokenRenewal({
      tokens,
      signalling: connection,
      environment,
      renewed: () => state.emit('token_refreshed'),
      failed: (error) => state.emit('token_refresh_failed', error),
    });
    this.#lifetime.add(() => this.renewal.close());
  }

  /** How the server is asked for what no manager of this session asks. */
  get signalling(): Pick<SignallingConnection, 'request' | 'answer'> {
    return this.#options.connection;
  }

  /**
   * Takes in the answer of the join, then everything that has arrived since. What is received from the start is
   * negotiated first: whoever renders the room meanwhile would hold that up.
   *
   * @param prepared - What else is to be done before.
   */
  async start(prepared?: Promise<void>): Promise<void> {
    const { initial, self } = this.#options.connection.answer;
    const { state } = this.#options;
    if (initial.consumers.length === 0) {
      if (self.grants.subscribe) this.media.connectReceiving();
      state.batch(() => this.#begin());
      return;
    }
    const [bring] = await Promise.all([this.subscriptions.negotiate(initial), prepared]);
    if (this.#lifetime.ended) return;
    state.batch(() => {
      this.#begin();
      bring();
    });
  }

  #begin(): void {
    const { connection, state, speakers, tokens } = this.#options;
    const { answer } = connection;
    this.#enter(answer.self);
    speakers.handleActiveSpeaker(answer.activeSpeakerId, null);
    state.setRecording(answer.recording);
    // Who waits is told after this, if anybody does.
    state.setWaiting([]);
    this.#roster.handleListed(answer.participants, answer.participantsRemaining);
    this.renewal.start(answer.tokenExpiresAt - answer.now);
    connection.start({
      onNotification: (notification) => state.batch(() => this.#news.handle(notification)),
      onInterrupted: (cause, attempt) => this.#interruptions.handleBroken('signalling', attempt, cause),
      onResumed: () => {
        this.media.recover();
        this.renewal.handleResumed();
        this.#interruptions.handleMended('signalling');
      },
      currentToken: async (expired) => (await (expired ? tokens.fresh() : tokens.current())).token,
      onLost: (cause) =>
        this.#end('network_error', roomError('unreachable', `The connection to the room server was lost: ${cause}.`)),
    });
  }

  /** Tells the server that we go, without waiting long for its answer, and ends. */
  async leave(): Promise<void> {
    const { connection, environment } = this.#options;
    this.#leaving = true;
    await askToLeave(connection, environment);
    this.close();
  }

  close(): void {
    this.#lifetime.end();
    this.#options.speakers.handleDisconnected();
    this.#options.quality.handleDisconnected();
  }

  #end(reason: DisconnectReason, error?: RoomError): void {
    // Whatever ends it while we leave: it was us.
    if (this.#lifetime.ended || this.#leaving) return;
    this.#options.state.batch(() => {
      this.close();
      this.#options.ended(reason, error);
    });
  }

  #watch(): void {
    const { environment } = this.#options;
    const undo = whenLoaded(loadWatching, environment, ({ DeviceLimits, FrozenVideos }) => {
      this.#lifetime.add(DeviceLimits.watch({ environment, stats: this.media.stats, videos: this.subscriptions }));
      this.subscriptions.repairFrozen(FrozenVideos);
    });
    this.#lifetime.add(undo);
  }

  #enter(self: ParticipantInfo): void {
    const { state } = this.#options;
    const previous = this.#previous;
    const { localParticipantId, participants } = state.get();
    // A token for somebody else: what was there is not ours any more.
    if (previous && self.id !== localParticipantId) state.clear();
    const { streams = {} } = participants.get(self.id) ?? {};
    state.setLocalParticipantId(self.id);
    state.setParticipant({ ...participantFrom(self, 'local'), streams: previous ? streams : {} });
    this.rights.handleChange();
  }

  #listed(info: ParticipantInfo): void {
    this.#options.speakers.handleListed(info.id);
    for (const stream of info.streams) this.subscriptions.handleStream(info.id, stream);
  }

  /** Whether the others lost their connections when we did: the server told so, or knows nothing of the session. */
  get #lostTogether(): boolean {
    const { connection } = this.#options;
    const previous = this.#previous;
    if (!previous) return false;
    return previous.#endedForAll || previous.#options.connection.answer.sessionId !== connection.answer.sessionId;
  }

  #disconnecting(reason: DisconnectReason, code: string | undefined): void {
    this.#endedForAll = reason === 'network_error';
    if (reason === 'kicked') this.#participants.handleLeaving(this.#options.connection.answer.self.id, 'kicked');
    this.#end(reason, isRoomErrorCode(code) ? roomError(code) : undefined);
  }
}
