import type { LiveParticipant } from './LiveParticipant.ts';
import type { LiveProducer, LiveStream } from './LiveStream.ts';
import type { AudioVolume } from './RoomMedia.ts';
import { SpeakerTracker } from './SpeakerTracker.ts';

/** Tells everyone in a room who speaks and how loud people are. */
export class RoomAudience {
  readonly #participants: ReadonlyMap<string, LiveParticipant>;
  readonly #audio = new Map<string, LiveStream>();
  readonly #tracker = new SpeakerTracker((producerId) => this.#speakerChanged(producerId));

  constructor(participants: ReadonlyMap<string, LiveParticipant>) {
    this.#participants = participants;
  }

  /** The participant who speaks, null when nobody does. */
  get activeSpeakerId(): string | null {
    const producerId = this.#tracker.active;
    return producerId === null ? null : (this.#audio.get(producerId)?.participantId ?? null);
  }

  add(stream: LiveStream, producer: LiveProducer): void {
    if (producer.kind === 'audio') this.#audio.set(producer.id, stream);
  }

  silence(producerId: string): void {
    this.#tracker.producerSilenced(producerId);
  }

  remove(producerIds: readonly string[]): void {
    for (const id of producerIds) {
      if (this.#audio.delete(id)) this.#tracker.producerSilenced(id);
    }
  }

  clear(): void {
    this.#audio.clear();
    this.#tracker.close();
  }

  dominantSpeaker(producerId: string): void {
    if (this.#audio.has(producerId)) this.#tracker.dominantSpeaker(producerId);
  }

  audioVolumes(volumes: readonly AudioVolume[]): void {
    this.#tracker.heard(volumes.map(({ producerId }) => producerId));
    const levels = new Map<string, number>();
    for (const { producerId, decibels } of volumes) {
      const id = this.#audio.get(producerId)?.participantId;
      if (id !== undefined) levels.set(id, Math.max(levels.get(id) ?? 0, levelOf(decibels)));
    }
    // One object for all: it is not numbered, so it is the same for everybody.
    const data = { levels: [...levels] };
    for (const { outbox } of this.#participants.values()) outbox.notify('audioLevels', data);
  }

  #speakerChanged(producerId: string | null): void {
    const stream = producerId === null ? undefined : this.#audio.get(producerId);
    const data = { participantId: stream?.participantId ?? null, key: stream?.key ?? null };
    for (const { outbox } of this.#participants.values()) outbox.notify('activeSpeakerChanged', data);
  }
}

/**
 * dBov as linear amplitude, rounded to what a meter shows: the scale of `audioLevel` in WebRTC statistics
 * (https://www.w3.org/TR/webrtc-stats/#dom-rtcaudiosourcestats-audiolevel).
 */
function levelOf(decibels: number): number {
  return Math.round(10 ** (decibels / 20) * 10_000) / 10_000;
}
