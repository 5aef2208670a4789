import { roomError } from '../../errors/index.ts';
import { type Publisher, type StreamSources, sends } from '../../media/index.ts';
import { censorshipOf, type MediaKind, PRESENTATION } from '../../protocol/index.ts';
import { CommandQueue } from '../CommandQueue.ts';
import type { Environment } from '../Environment.ts';
import type { RoomState } from '../RoomState.ts';
import { isGranted, type Rights, refusalOf } from '../rights.ts';
import type { Stream } from '../State.ts';
import { streamId } from '../Topic.ts';

interface LocalStream {
  sources: StreamSources;
  /** Which kinds of them give something, as far as we have told. */
  enabled: Enabled;
  /** Ends what watches the tracks of `sources`. */
  unwatch: () => void;
  /** That it is there has been told. */
  published?: boolean;
}

interface Enabled {
  readonly audio: boolean;
  readonly video: boolean;
}

/** How often tracks are looked at, in milliseconds. */
const LOOK = 200;

type Publishing = Pick<Publisher, 'publish' | 'update' | 'unpublish' | 'tracksOf'>;

/** Our own streams in a connected room. */
export class LocalStreams {
  readonly #state: RoomState;
  readonly #publisher: Publishing;
  readonly #participantId: string;
  readonly #streams = new Map<string, LocalStream>();
  #closed = false;
  /** By key: a stream that is published again waits until the one before it is gone. */
  readonly #queues = new Map<string, CommandQueue>();
  readonly #setTimer: Environment['setTimer'];
  /** Calls off the next look; null while there is nothing to look at. */
  #unlook: (() => void) | null = null;

  constructor(
    state: RoomState,
    publisher: Publishing,
    participantId: string,
    { setTimer }: Pick<Environment, 'setTimer'>,
  ) {
    this.#setTimer = setTimer;
    this.#state = state;
    this.#publisher = publisher;
    this.#participantId = participantId;
  }

  /**
   * What a moderator keeps off is published as well, and kept off by the server.
   *
   * @throws RoomError `stream-exists`, or what the server refuses it with; nothing of it remains then.
   */
  async add(key: string, sources: StreamSources): Promise<void> {
    if (this.#streams.has(key))
      throw roomError('stream-exists', `The stream "${key}" is published already. Use updateStream(), or another key.`);
    const stream: LocalStream = { sources, enabled: enabledOf(sources), unwatch: () => {} };
    this.#streams.set(key, stream);
    // Shown at once; the answer decides whether it stays.
    this.#show(key, stream);
    try {
      await this.#queue(key).run(() => this.#publisher.publish(key, sources));
    } catch (error) {
      if (this.#streams.get(key) === stream) this.#forget(key, stream);
      throw error;
    }
    if (this.#streams.get(key) !== stream) return;
    stream.published = true;
    this.#state.emit('stream_published', this.#participantId, key);
  }

  /**
   * @throws RoomError `stream-not-found`, `censored` (a kind that a moderator keeps off cannot be turned on), or what
   * the server refuses it with; a kind that it refuses stays as it was.
   */
  async update(key: string, sources: StreamSources): Promise<void> {
    const stream = this.#streams.get(key);
    if (!stream)
      throw roomError(
        'stream-not-found',
        `There is no local stream "${key}" to update. Publish it with addStream() first.`,
      );
    this.requireUncensored(key, sources, stream.sources);
    const before = stream.enabled;
    stream.sources = sources;
    this.#show(key, stream);
    const { enabled: now } = stream;
    try {
      await this.#queue(key).run(async () => {
        // It waited for one before it, and the connection has ended meanwhile.
        if (this.#closed) throw roomError('aborted');
        await this.#publisher.update(key, sources);
      });
    } catch (error) {
      // The connection after this one publishes what was wanted.
      if (!this.#closed && this.#streams.get(key) === stream && stream.sources === sources) {
        stream.sources = this.#sent(key, sources);
        this.#show(key, stream);
        this.#tellEnabled(key, before, stream.enabled);
      }
      throw error;
    }
    if (this.#streams.get(key) === stream) this.#tellEnabled(key, before, now);
  }

  /** Removing what is not there does no harm. */
  async remove(key: string): Promise<void> {
    const stream = this.#streams.get(key);
    if (!stream) return;
    this.#forget(key, stream);
    if (stream.published) this.#state.emit('stream_unpublished', this.#participantId, key);
    await this.#queue(key).run(() => this.#publisher.unpublish(key));
  }

  /** @throws RoomError `censored` when a kind is to be turned on that a moderator keeps off. */
  requireUncensored(key: string, wanted: StreamSources, before: StreamSources = {}): void {
    const rights = this.#rights();
    for (const kind of ['audio', 'video'] as const) {
      const refusal = rights && wanted[kind] && !before[kind] ? refusalOf(rights, key, kind) : null;
      if (refusal?.code === 'censored') throw refusal;
    }
  }

  /** What is published, by key; also after {@link close}, for the connection that comes after. */
  get sources(): ReadonlyMap<string, StreamSources> {
    return new Map([...this.#streams].map(([key, { sources }]) => [key, sources]));
  }

  /**
   * Publishes again what a connection before this one had published. It has been in the state all the time, so
   * nobody is told; what is not granted any more is off, and what the server does not take is unpublished.
   */
  restore(sources: ReadonlyMap<string, StreamSources>): void {
    for (const [key, before] of sources) {
      const source = this.#granted(key, before);
      const stream: LocalStream = { sources: source, enabled: enabledOf(source), unwatch: () => {}, published: true };
      this.#streams.set(key, stream);
      this.#show(key, stream);
      this.#queue(key)
        .run(() => this.#publisher.publish(key, source))
        .catch(() => {
          if (this.#closed || this.#streams.get(key) !== stream) return;
          this.#forget(key, stream);
          this.#state.emit('stream_unpublished', this.#participantId, key);
        });
    }
  }

  /**
   * Grants or censorship have changed. What is not granted any more is turned off, and a presentation ended, since an
   * empty one is none. What is censored keeps its track: nobody receives it until that is over.
   */
  handleRights(): void {
    for (const [key, stream] of this.#streams) {
      const { audio, video } = stream.sources;
      const granted = this.#granted(key, stream.sources);
      if (granted.audio === audio && granted.video === video) this.#show(key, stream);
      else if (key === PRESENTATION) void this.remove(key).catch(() => {});
      else void this.update(key, granted).catch(() => {});
    }
  }

  /** The connection has ended: the tracks are no longer ours to watch. */
  close(): void {
    this.#closed = true;
    this.#unlook?.();
    for (const [key, stream] of this.#streams) {
      stream.unwatch();
      // Whoever publishes it is told that it was called off; the next connection does not publish it unasked.
      if (!stream.published) this.#forget(key, stream);
    }
  }

  #queue(key: string): CommandQueue {
    const queue = this.#queues.get(key) ?? new CommandQueue();
    this.#queues.set(key, queue);
    return queue;
  }

  /** What is sent, after not all of what was wanted could be. */
  #sent(key: string, wanted: StreamSources): StreamSources {
    const { audio, video } = this.#publisher.tracksOf(key);
    return { ...(audio && { audio }), ...(video && { video: { ...wanted.video, track: video } }) };
  }

  #show(key: string, stream: LocalStream): void {
    stream.unwatch();
    stream.unwatch = this.#watch(key, stream);
    stream.enabled = enabledOf(stream.sources);
    this.#lookLater();
    this.#state.batch(() => {
      const id = streamId(this.#participantId, key);
      const before = this.#state.get().streams.get(id);
      const after = localStream(this.#participantId, key, stream.sources, this.#rights());
      this.#state.setStream(after);
      if (before) this.#tellCensored(key, before, after);
    });
  }

  #forget(key: string, stream: LocalStream): void {
    stream.unwatch();
    this.#streams.delete(key);
    this.#state.removeStream({ id: streamId(this.#participantId, key), participantId: this.#participantId, key });
  }

  /** A track that ends (its device was unplugged, say) is announced like one that is turned off. */
  #watch(key: string, { sources: { audio, video } }: LocalStream): () => void {
    const abort = new AbortController();
    const gone = (without: StreamSources) => void this.update(key, without).catch(() => {});
    const { signal } = abort;
    audio?.addEventListener('ended', () => gone(video ? { video } : {}), { signal });
    video?.track.addEventListener('ended', () => gone(audio ? { audio } : {}), { signal });
    for (const track of [audio, video?.track]) {
      for (const type of ['mute', 'unmute']) track?.addEventListener(type, () => this.#look(), { signal });
    }
    return () => abort.abort();
  }

  #tellEnabled(key: string, before: Enabled, now: Enabled): void {
    for (const kind of ['audio', 'video'] as const) {
      if (now[kind] === before[kind]) continue;
      this.#state.emit(now[kind] ? 'track_enabled' : 'track_disabled', this.#participantId, key, kind);
    }
  }

  #tellCensored(key: string, before: Stream, after: Stream): void {
    const tell = (kind: MediaKind, was: boolean, is: boolean) => {
      if (was !== is) this.#state.emit(is ? 'track_censored' : 'track_uncensored', this.#participantId, key, kind);
    };
    tell('audio', before.isAudioCensored, after.isAudioCensored);
    tell('video', before.isVideoCensored, after.isVideoCensored);
  }

  #rights(): Rights | undefined {
    return this.#state.get().participants.get(this.#participantId);
  }

  #granted(key: string, { audio, video }: StreamSources): StreamSources {
    const rights = this.#rights();
    const granted = (kind: MediaKind) => !rights || isGranted(rights, key, kind);
    return { ...(audio && granted('audio') && { audio }), ...(video && granted('video') && { video }) };
  }

  /**
   * `track.enabled` is a plain property of the application's own object: setting it fires no event, and a setter of ours
   * put over it would miss clones and change what is not ours. So it is read, a few properties a few times a second, as
   * long as a track is published.
   */
  #lookLater(): void {
    const tracks = [...this.#streams.values()].some(({ sources: { audio, video } }) => audio || video);
    if (this.#unlook || this.#closed || !tracks) return;
    this.#unlook = this.#setTimer(LOOK, () => {
      this.#unlook = null;
      this.#look();
      this.#lookLater();
    });
  }

  /** Announces what has been enabled or disabled since. */
  #look(): void {
    for (const [key, stream] of this.#streams) {
      const { audio, video } = enabledOf(stream.sources);
      if (audio === stream.enabled.audio && video === stream.enabled.video) continue;
      // One that is refused is not tried again until it changes again.
      void this.update(key, stream.sources).catch(() => {});
    }
  }
}

function enabledOf({ audio, video }: StreamSources): Enabled {
  return {
    audio: audio !== undefined && sends(audio),
    video: video !== undefined && sends(video.track, video.content),
  };
}

function localStream(participantId: string, key: string, sources: StreamSources, rights: Rights | undefined): Stream {
  const { audio, video } = sources;
  const enabled = enabledOf(sources);
  return {
    id: streamId(participantId, key),
    key,
    participantId,
    origin: 'local',
    isAudioEnabled: enabled.audio,
    isVideoEnabled: enabled.video,
    isAudioCensored: censorshipOf(rights?.censored, key, 'audio') !== null,
    isVideoCensored: censorshipOf(rights?.censored, key, 'video') !== null,
    ...(audio && { audioTrack: audio }),
    ...(video && { videoTrack: video.track }),
    isConfigured: true,
  };
}
