import type { QualityLevel } from '../../../src/protocol/index.ts';
import type { LiveParticipant } from './LiveParticipant.ts';
import { Notice } from './Notice.ts';

/** Levels that change in the meantime go into one message. */
const TOLD_EVERY_MS = 1_000;

/**
 * Tells everybody in a room whose connection is bad, and each one what the SFU thinks of its own streams: once a second
 * at most, and only what has changed. While nothing changes, nothing runs.
 */
export class RoomQuality {
  readonly #participants: ReadonlyMap<string, LiveParticipant>;
  #timer: NodeJS.Timeout | null = null;

  constructor(participants: ReadonlyMap<string, LiveParticipant>) {
    this.#participants = participants;
  }

  /** Somebody has come in: it is told of those whose connection is bad. */
  entered(participant: LiveParticipant): void {
    participant.quality.onChange = () => this.changed();
    const bad = [...this.#participants.values()].filter(({ quality }) => quality.told < 5);
    if (bad.length === 0) return;
    participant.outbox.notify('qualityChanged', {
      participants: bad.map(({ id, quality }): [string, QualityLevel] => [id, quality.told]),
      producers: [],
      consumers: [],
    });
  }

  /** A level has changed, or one that counted counts no more. */
  changed(): void {
    this.#timer ??= setTimeout(() => this.#tell(), TOLD_EVERY_MS).unref();
  }

  /** Nobody is left to be told. */
  clear(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #tell(): void {
    this.#timer = null;
    const participants = [...this.#participants.values()].flatMap((participant): [string, QualityLevel][] => {
      const { quality } = participant;
      const sent = participant.producers.filter(({ enabled }) => enabled).map(({ id }) => id);
      const level = quality.worstOf(sent);
      if (level === quality.told) return [];
      quality.told = level;
      return [[participant.id, level]];
    });
    // To most it is the same.
    const notice = new Notice('qualityChanged', { participants, producers: [], consumers: [] }, { shared: true });
    for (const { quality, outbox, subscriptions } of this.#participants.values()) {
      const own = quality.takeChanges(subscriptions.count());
      if (own) outbox.notify('qualityChanged', { participants, ...own });
      else if (participants.length > 0) outbox.tell(notice);
    }
  }
}
