import type { NotificationData, QualityLevel } from '../../../protocol/index.ts';
import type { RoomState } from '../../RoomState.ts';

/**
 * Whose connection is how good. Of others the SFU tells how well it receives them. Of our own the worst counts of that,
 * of what we receive, and of what the browser's statistics say while somebody has them read.
 */
export class ConnectionQualities {
  readonly #state: Pick<RoomState, 'get' | 'batch' | 'setConnectionQuality'>;
  readonly #producers = new Map<string, QualityLevel>();
  readonly #consumers = new Map<string, QualityLevel>();
  #sending: QualityLevel = 5;
  #receiving: QualityLevel = 5;
  #measured: QualityLevel | null = null;

  constructor(state: Pick<RoomState, 'get' | 'batch' | 'setConnectionQuality'>) {
    this.#state = state;
  }

  handleChanged({ participants, producers, consumers, receiving }: NotificationData<'qualityChanged'>): void {
    for (const [id, level] of producers) keep(this.#producers, id, level);
    for (const [id, level] of consumers) keep(this.#consumers, id, level);
    this.#receiving = receiving ?? this.#receiving;
    const { localParticipantId } = this.#state.get();
    for (const [id, level] of participants) {
      if (id === localParticipantId) this.#sending = level;
      else this.#state.setConnectionQuality(id, level);
    }
    this.#showOwn();
  }

  handleLeft(participantId: string): void {
    this.#state.setConnectionQuality(participantId, 5);
  }

  /** What our own statistics say; null when nobody reads them. */
  handleMeasured(level: QualityLevel | null): void {
    this.#measured = level;
    this.#showOwn();
  }

  /** Of what was told before nothing counts. */
  clear(): void {
    this.#producers.clear();
    this.#consumers.clear();
    this.#sending = 5;
    this.#receiving = 5;
    this.#state.batch(() => {
      for (const id of this.#state.get().connectionQualities.keys()) this.#state.setConnectionQuality(id, 5);
    });
  }

  /** How well the SFU receives one of our producers. */
  ofProducer(id: string): QualityLevel {
    return this.#producers.get(id) ?? 5;
  }

  /** How well we receive a consumer, as the SFU knows it. */
  ofConsumer(id: string): QualityLevel {
    return this.#consumers.get(id) ?? 5;
  }

  #showOwn(): void {
    const { localParticipantId, connection } = this.#state.get();
    if (localParticipantId === '' || connection.status === 'disconnected') return;
    const level = Math.min(this.#sending, this.#receiving, this.#measured ?? 5) as QualityLevel;
    this.#state.setConnectionQuality(localParticipantId, level);
  }
}

/** Only what is not without fault takes room. */
function keep(levels: Map<string, QualityLevel>, id: string, level: QualityLevel): void {
  if (level === 5) levels.delete(id);
  else levels.set(id, level);
}
