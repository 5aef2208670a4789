import type { LiveProducer, LiveStream } from './LiveStream.ts';
import type { ProducerDemands } from './ProducerDemands.ts';
import type { RoomMedia } from './RoomMedia.ts';
import type { TrackRecorder, TrackRecording } from './TrackRecorder.ts';

/** What {@link RoomRecording} needs of its room. */
interface RoomRecordingOptions {
  roomId: string;
  recorder: TrackRecorder;
  demands: Pick<ProducerDemands, 'set'>;
  /** The session that goes on. */
  session(): Promise<string>;
  /** The media of the room. */
  media(): Promise<RoomMedia>;
  /** It is on from now, or off. */
  onChange(active: boolean): void;
}

interface Track {
  readonly stream: LiveStream;
  readonly producer: LiveProducer;
  recording: TrackRecording | null;
}

/**
 * Records every track of a room while that is on. It is one more viewer of each video, who wants all of it: else what
 * nobody looks at would not be sent.
 */
export class RoomRecording {
  readonly #options: RoomRecordingOptions;
  readonly #tracks = new Map<string, Track>();
  #enabled: boolean | null = null;

  constructor(options: RoomRecordingOptions) {
    this.#options = options;
  }

  get active(): boolean {
    return this.#enabled ?? false;
  }

  /**
   * What the room's setting says as somebody enters, for a session that has not been told by {@link setEnabled} since.
   * Nobody else is there then: whoever enters is told with all else.
   */
  begin(enabled: boolean): void {
    if (this.#enabled === null) this.#apply(enabled);
  }

  setEnabled(enabled: boolean): void {
    if (this.#apply(enabled)) this.#options.onChange(enabled);
  }

  /** The session is over: for the next one the room's setting counts again. */
  forget(): void {
    this.#enabled = null;
  }

  /** @returns Whether it was otherwise before. */
  #apply(enabled: boolean): boolean {
    const changed = this.active !== enabled;
    this.#enabled = enabled;
    if (changed) this.#follow(enabled);
    return changed;
  }

  #follow(enabled: boolean): void {
    for (const track of this.#tracks.values()) {
      if (enabled) this.#start(track);
      else this.#stop(track);
    }
  }

  /** Tracks that are new. */
  add(stream: LiveStream, producers: readonly LiveProducer[]): void {
    for (const producer of producers) {
      const track: Track = { stream, producer, recording: null };
      this.#tracks.set(producer.id, track);
      if (this.active) this.#start(track);
    }
  }

  /** Tracks that are over. */
  remove(producerIds: readonly string[]): void {
    for (const id of producerIds) {
      const track = this.#tracks.get(id);
      this.#tracks.delete(id);
      if (track) this.#stop(track);
    }
  }

  #start(track: Track): void {
    const { roomId, recorder, demands, session, media } = this.#options;
    const { stream, producer } = track;
    // That of this moment: it may be closed before it is tapped.
    const opened = media();
    const { id, kind } = producer;
    if (kind === 'video') demands.set(id, this, { spatialLayer: producer.media.spatialLayers - 1 });
    track.recording = recorder.record({
      roomId,
      session: session(),
      participantId: stream.participantId,
      streamKey: stream.key,
      kind,
      openTap: async (options) => (await opened).openTap({ ...options, producerId: id }),
    });
  }

  #stop(track: Track): void {
    if (track.producer.kind === 'video') this.#options.demands.set(track.producer.id, this, null);
    track.recording?.stop();
    track.recording = null;
  }
}
