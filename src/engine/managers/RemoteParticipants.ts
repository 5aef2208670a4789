import {
  type Censored,
  censorshipOf,
  type MediaKind,
  type ParticipantInfo,
  type StreamInfo,
} from '../../protocol/index.ts';
import type { RoomState } from '../RoomState.ts';
import type { Participant, Stream } from '../State.ts';
import { streamId } from '../Topic.ts';

/** A participant of the wire as the state has it. */
export function participantFrom(info: ParticipantInfo, origin: Participant['origin']): Participant {
  return {
    id: info.id,
    ...(info.context !== undefined && { context: info.context }),
    ...(info.name !== undefined && { name: info.name }),
    ...(info.metadata !== undefined && { metadata: info.metadata }),
    streams: {},
    canReceiveMessages: info.canReceiveMessages,
    origin,
    isSpeaking: false,
    connection: info.connection,
    joinedAt: new Date(info.joinedAt),
    ...(info.handRaisedAt !== undefined && { handRaisedAt: new Date(info.handRaisedAt) }),
    grants: info.grants,
    ...(info.censored && Object.keys(info.censored).length > 0 && { censored: info.censored }),
  };
}

/** Keeps the participants of others and their streams in the state, as the server tells of them. */
export class RemoteParticipants {
  readonly #state: RoomState;

  constructor(state: RoomState) {
    this.#state = state;
  }

  /** Somebody who was there before us; nobody is told. */
  handleListed(info: ParticipantInfo): void {
    // Told twice (by a page of the roster and by its joining, say), it keeps the streams that it has.
    const { participants, streams } = this.#state.get();
    const { streams: known = {}, isSpeaking = false } = participants.get(info.id) ?? {};
    this.#state.setParticipant({ ...participantFrom(info, info.origin), streams: known, isSpeaking });
    for (const stream of info.streams) {
      const before = streams.get(streamId(info.id, stream.key));
      this.#state.setStream(remoteStream(info.id, stream, before, info.origin));
    }
  }

  handleJoined(info: ParticipantInfo): void {
    this.handleListed(info);
    this.#state.emit('participant_joined', info.id);
    for (const stream of info.streams) this.#state.emit('stream_published', info.id, stream.key);
  }

  /**
   * Somebody who is there after a connection was made anew: told as what has changed since.
   *
   * @param missing - Called for a stream that is not there any more, or not yet.
   */
  handleRelisted(info: ParticipantInfo, missing: (key: string) => void): void {
    const known = this.#state.get().participants.get(info.id);
    if (!known) {
      this.handleJoined(info);
      return;
    }
    this.handleUpdated(info);
    for (const key of Object.keys(known.streams)) {
      if (!info.streams.some((stream) => stream.key === key)) missing(key);
    }
    for (const stream of info.streams) {
      if (stream.key in known.streams) this.handleStreamUpdated(info.id, stream);
      else this.handlePublished(info.id, stream);
    }
  }

  handleUpdated(info: ParticipantInfo): void {
    const known = this.#state.get().participants.get(info.id);
    if (!known) return;
    const { streams, isSpeaking, origin } = known;
    this.#state.setParticipant({ ...participantFrom(info, origin), streams, isSpeaking });
    this.#state.emit('participant_updated', info.id);
  }

  /** Moderators keep these off from now on, and what else was kept off no more. */
  handleCensored(participantId: string, censored: Censored): void {
    const known = this.#state.get().participants.get(participantId);
    if (!known) return;
    const { censored: _, ...rest } = known;
    this.#state.setParticipant({ ...rest, ...(Object.keys(censored).length > 0 && { censored }) });
    // Our own streams have a manager of their own.
    if (known.origin === 'local') return;
    for (const [key, id] of Object.entries(known.streams)) {
      const before = this.#state.get().streams.get(id);
      if (!before) continue;
      const isCensored = (kind: MediaKind) => censorshipOf(censored, key, kind) !== null;
      const after = { ...before, isAudioCensored: isCensored('audio'), isVideoCensored: isCensored('video') };
      this.#state.setStream(after);
      this.#tellChanges(before, after);
    }
  }

  handleLeaving(participantId: string, reason: 'kicked' | null): void {
    this.#state.emit('participant_leaving', participantId, reason);
  }

  /** Call it after the subscriptions to this participant have ended. */
  handleLeft(participantId: string): void {
    const participant = this.#state.get().participants.get(participantId);
    if (!participant) return;
    for (const key of Object.keys(participant.streams)) this.handleUnpublished(participantId, key);
    this.#state.removeParticipant(participantId);
    this.#state.emit('participant_left', participantId);
  }

  handlePublished(participantId: string, info: StreamInfo): void {
    const participant = this.#state.get().participants.get(participantId);
    if (!participant) return;
    this.#state.setStream(remoteStream(participantId, info, undefined, participant.origin));
    this.#state.emit('stream_published', participantId, info.key);
  }

  handleStreamUpdated(participantId: string, info: StreamInfo): void {
    const before = this.#state.get().streams.get(streamId(participantId, info.key));
    if (!before) return;
    const after = remoteStream(participantId, info, before, before.origin);
    this.#state.setStream(after);
    this.#tellChanges(before, after);
  }

  /** Call it after the subscription to this stream has ended. */
  handleUnpublished(participantId: string, key: string): void {
    const id = streamId(participantId, key);
    if (!this.#state.get().streams.has(id)) return;
    this.#state.removeStream({ id, participantId, key });
    this.#state.emit('stream_unpublished', participantId, key);
  }

  #tellChanges(before: Stream, after: Stream): void {
    const { isAudioEnabled, isVideoEnabled, isAudioCensored, isVideoCensored } = before;
    this.#tell(after, 'audio', isAudioEnabled, after.isAudioEnabled, isAudioCensored, after.isAudioCensored);
    this.#tell(after, 'video', isVideoEnabled, after.isVideoEnabled, isVideoCensored, after.isVideoCensored);
  }

  #tell(
    { participantId, key }: Stream,
    kind: MediaKind,
    wasEnabled: boolean,
    isEnabled: boolean,
    wasCensored: boolean,
    isCensored: boolean,
  ): void {
    if (wasEnabled !== isEnabled)
      this.#state.emit(isEnabled ? 'track_enabled' : 'track_disabled', participantId, key, kind);
    if (wasCensored !== isCensored) {
      this.#state.emit(isCensored ? 'track_censored' : 'track_uncensored', participantId, key, kind);
    }
  }
}

/** A stream of the wire as the state has it; received tracks are kept. */
function remoteStream(
  participantId: string,
  { key, audio, video }: StreamInfo,
  before: Stream | undefined,
  origin: Stream['origin'],
): Stream {
  return {
    id: streamId(participantId, key),
    key,
    participantId,
    origin,
    isAudioEnabled: audio?.enabled ?? false,
    isVideoEnabled: video?.enabled ?? false,
    isAudioCensored: audio?.censored ?? false,
    isVideoCensored: video?.censored ?? false,
    ...(before?.audioTrack && { audioTrack: before.audioTrack }),
    ...(before?.videoTrack && { videoTrack: before.videoTrack }),
    isConfigured: before?.isConfigured ?? false,
    ...(video?.width && video.height && { videoSize: { width: video.width, height: video.height } }),
  };
}
