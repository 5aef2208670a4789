import type { LiveParticipant } from './LiveParticipant.ts';
import type { LiveProducer, LiveStream } from './LiveStream.ts';
import type { AudioVolume } from './RoomMedia.ts';
import { SpeakerTracker } from './SpeakerTracker.ts';
import { tell } from './tell.ts';

/** A room up to this size hears of levels as often as they are measured; in a larger one that would cost too much… */
const SMALL = 200;
/** …and the time in between grows with it: half a second for a thousand people. */
const INTERVAL_OF_ONE_MS = 0.5;
/** So long somebody who was heard counts as speaking: pauses between words are shorter. */
const SPEAKING_MS = 1_000;

/** Tells everyone in a room who speaks and how loud people are. */
export class RoomAudience {
  readonly #participants: ReadonlyMap<string, LiveParticipant>;
  readonly #audio = new Map<string, LiveStream>();
  /** The loudest of each since levels were told last. */
  readonly #levels = new Map<string, number>();
  /** When each producer was heard last, by a clock that only goes forward. */
  readonly #heard = new Map<string, number>();
  #telling: NodeJS.Timeout | null = null;
  readonly #tracker = new SpeakerTracker((producerId) => this.#speakerChanged(producerId));

  constructor(participants: ReadonlyMap<string, LiveParticipant>) {
    this.#participants = participants;
  }

  /** The participant who speaks, null when nobody does. */
  get activeSpeakerId(): string | null {
    const producerId = this.#tracker.active;
    return producerId === null ? null : (this.#audio.get(producerId)?.participantId ?? null);
  }

  /** The participants who speak: they were heard a moment ago. */
  get speaking(): ReadonlySet<string> {
    const since = performance.now() - SPEAKING_MS;
    const heard = [...this.#heard].filter(([, at]) => at > since);
    return new Set(heard.flatMap(([id]) => this.#audio.get(id)?.participantId ?? []));
  }

  add(stream: LiveStream, producer: LiveProducer): void {
    if (producer.kind === 'audio') this.#audio.set(producer.id, stream);
  }

  silence(producerId: string): void {
    this.#tracker.producerSilenced(producerId);
  }

  remove(producerIds: readonly string[]): void {
    for (const id of producerIds) {
      this.#heard.delete(id);
      if (this.#audio.delete(id)) this.#tracker.producerSilenced(id);
    }
  }

  clear(): void {
    this.#audio.clear();
    this.#levels.clear();
    this.#heard.clear();
    this.#stopTelling();
    this.#tracker.close();
  }

  dominantSpeaker(producerId: string): void {
    if (this.#audio.has(producerId)) this.#tracker.dominantSpeaker(producerId);
  }

  audioVolumes(volumes: readonly AudioVolume[]): void {
    this.#tracker.heard(volumes.map(({ producerId }) => producerId));
    const now = performance.now();
    for (const { producerId } of volumes) if (this.#audio.has(producerId)) this.#heard.set(producerId, now);
    // The last word is that nobody is heard.
    if (volumes.length === 0) this.#levels.clear();
    for (const { producerId, decibels } of volumes) {
      const id = this.#audio.get(producerId)?.participantId;
      if (id !== undefined) this.#levels.set(id, Math.max(this.#levels.get(id) ?? 0, levelOf(decibels)));
    }
    const { size } = this.#participants;
    if (size <= SMALL) this.#tellLevels();
    else this.#telling ??= setTimeout(() => this.#tellLevels(), size * INTERVAL_OF_ONE_MS).unref();
  }

  #tellLevels(): void {
    this.#stopTelling();
    const levels = [...this.#levels];
    this.#levels.clear();
    tell(this.#participants.values(), 'audioLevels', { levels });
  }

  #stopTelling(): void {
    if (this.#telling) clearTimeout(this.#telling);
    this.#telling = null;
  }

  #speakerChanged(producerId: string | null): void {
    const stream = producerId === null ? undefined : this.#audio.get(producerId);
    const data = { participantId: stream?.participantId ?? null, key: stream?.key ?? null };
    tell(this.#participants.values(), 'activeSpeakerChanged', data);
  }
}

/**
 * dBov as linear amplitude, rounded to what a meter shows: the scale of `audioLevel` in WebRTC statistics
 * (https://www.w3.org/TR/webrtc-stats/#dom-rtcaudiosourcestats-audiolevel).
 */
function levelOf(decibels: number): number {
  return Math.round(10 ** (decibels / 20) * 10_000) / 10_000;
}
