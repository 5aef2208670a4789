import type { NotificationData, QualityLevel } from '../../../src/protocol/index.ts';

/** What the SFU thinks of one participant's connection: of each producer, and of each consumer. */
export class ParticipantQuality {
  /** Called when a level has changed. */
  onChange: () => void = () => {};
  /** What everybody was told of this participant. */
  told: QualityLevel = 5;
  readonly #producers = new Levels();
  readonly #consumers = new Levels();
  #receiving: QualityLevel = 5;

  producerScored(producerId: string, score: number): void {
    if (this.#producers.set(producerId, levelOf(score))) this.onChange();
  }

  consumerScored(consumerId: string, score: number): void {
    if (this.#consumers.set(consumerId, levelOf(score))) this.onChange();
  }

  forgetProducers(producerIds: readonly string[]): void {
    for (const id of producerIds) if (this.#producers.delete(id)) this.onChange();
  }

  forgetConsumers(consumerIds: readonly string[]): void {
    for (const id of consumerIds) if (this.#consumers.delete(id)) this.onChange();
  }

  /** The worst of these producers; the best level for none, since nothing is known to be wrong. */
  worstOf(producerIds: readonly string[]): QualityLevel {
    return Math.min(5, ...producerIds.map((id) => this.#producers.get(id))) as QualityLevel;
  }

  /**
   * What this participant itself was not told yet; null when that is nothing.
   *
   * @param consumers how many it has, those included of which nothing is known.
   */
  takeChanges(
    consumers: number,
  ): Pick<NotificationData<'qualityChanged'>, 'producers' | 'consumers' | 'receiving'> | null {
    const changes = { producers: this.#producers.takeChanges(), consumers: this.#consumers.takeChanges() };
    const receiving = this.#consumers.meanOf(consumers);
    const turned = receiving !== this.#receiving;
    this.#receiving = receiving;
    if (changes.producers.length + changes.consumers.length === 0 && !turned) return null;
    return { ...changes, ...(turned && { receiving }) };
  }
}

/** Levels by id, 5 unless told otherwise, and which of them have changed. */
class Levels {
  readonly #levels = new Map<string, QualityLevel>();
  readonly #changed = new Set<string>();

  get(id: string): QualityLevel {
    return this.#levels.get(id) ?? 5;
  }

  set(id: string, level: QualityLevel): boolean {
    if (this.get(id) === level) return false;
    this.#levels.set(id, level);
    this.#changed.add(id);
    return true;
  }

  /** @returns whether it was anything but the best. */
  delete(id: string): boolean {
    const counted = this.get(id) < 5;
    this.#levels.delete(id);
    this.#changed.delete(id);
    return counted;
  }

  /** @param count of all, those included of which nothing is known. */
  meanOf(count: number): QualityLevel {
    const missing = [...this.#levels.values()].reduce<number>((sum, level) => sum + 5 - level, 0);
    return count === 0 ? 5 : (Math.max(0, Math.round(5 - missing / count)) as QualityLevel);
  }

  takeChanges(): [string, QualityLevel][] {
    const changes = [...this.#changed].map((id): [string, QualityLevel] => [id, this.get(id)]);
    this.#changed.clear();
    return changes;
  }
}

/**
 * mediasoup's scores from 0 to 10 in halves: 10 and 9 are without fault. A score is the fourth power of the part of the
 * packets that arrived by themselves, weighted over the last 24 reports: 5 % loss are an 8, 10 % a 7, 30 % a 2.
 */
function levelOf(score: number): QualityLevel {
  return Math.ceil(Math.min(10, Math.max(0, score)) / 2) as QualityLevel;
}
