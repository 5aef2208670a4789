import type { RoomState } from '../../RoomState.ts';
import { streamId } from '../../Topic.ts';
import { describeSubscription, type SubscribedStream, sameSubscription } from './describeSubscription.ts';
import type { KindSubscription } from './KindSubscription.ts';

/** Writes subscriptions and received tracks into the state, and tells of their beginning, change and end. */
export class ShownSubscriptions {
  readonly #state: RoomState;
  readonly #allowed: () => boolean;
  /** Ids of the streams whose subscription was told to have started. */
  readonly started: Set<string>;

  /** @param started - What a connection before this one has told of; nobody is told of it again. */
  constructor(state: RoomState, allowed: () => boolean, started: ReadonlySet<string> = new Set()) {
    this.#state = state;
    this.#allowed = allowed;
    this.started = new Set(started);
  }

  show(stream: SubscribedStream, now: number): void {
    const { participantId, key } = stream;
    const { participants, subscriptions } = this.#state.get();
    const before = subscriptions.get(participantId)?.get(key);
    this.showTracks(stream, now);
    const after = describeSubscription(stream, this.#allowed(), now);
    // The demands of somebody who has left stay until their tiles are gone.
    if (after === null || !participants.has(participantId)) {
      this.end(stream);
      return;
    }
    if (sameSubscription(before, after)) return;
    this.#state.batch(() => {
      this.#state.setSubscription(after);
      if (after.status === 'started' && !this.started.has(after.id)) {
        this.started.add(after.id);
        this.#state.emit('subscription_started', participantId, key);
      } else if (before && (before.audio !== after.audio || before.video !== after.video)) {
        this.#state.emit('subscription_reconfigured', participantId, key);
      }
      if (before?.reason !== after.reason) {
        this.#state.emit('subscription_changed', participantId, key, after.reason ?? null);
      }
    });
  }

  end({ participantId, key }: Pick<SubscribedStream, 'participantId' | 'key'>): void {
    if (!this.#state.get().subscriptions.get(participantId)?.has(key)) return;
    this.#state.batch(() => {
      this.#state.removeSubscription(participantId, key);
      if (this.started.delete(streamId(participantId, key))) this.#state.emit('subscription_ended', participantId, key);
    });
  }

  /** Puts the received tracks into the stream, those that somebody wants. */
  showTracks({ participantId, key, audio, video }: SubscribedStream, now: number): void {
    const stream = this.#state.get().streams.get(streamId(participantId, key));
    if (!stream) return;
    // What a connection before this one has left stays until there is something newer: better than nothing.
    const shown = (kind: KindSubscription, left: MediaStreamTrack | undefined) =>
      kind.broughtTrack ? (kind.shown(now) ? kind.track : null) : (left ?? null);
    const [audioTrack, videoTrack] = [shown(audio, stream.audioTrack), shown(video, stream.videoTrack)];
    if ((stream.audioTrack ?? null) === audioTrack && (stream.videoTrack ?? null) === videoTrack) return;
    const { audioTrack: _audio, videoTrack: _video, ...rest } = stream;
    this.#state.setStream({
      ...rest,
      ...(audioTrack && { audioTrack }),
      ...(videoTrack && { videoTrack }),
      isConfigured: audioTrack !== null || videoTrack !== null,
    });
  }
}
