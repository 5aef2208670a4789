import { roomError } from '../../errors/index.ts';
import type { RequestData, WaitAnswer, WaitingInfo } from '../../protocol/index.ts';

interface Place {
  readonly info: WaitingInfo;
  readonly decided: (admitted: boolean) => void;
}

/** Those who wait in front of a room until a moderator decides. */
export class FakeWaitingRoom {
  /** Whether clients have to be let in. */
  closed = false;
  readonly #onChange: () => void;
  readonly #places = new Map<string, Place>();
  readonly #admitted = new Set<string>();

  /** @param onChange - Others wait than before. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get waiting(): readonly WaitingInfo[] {
    return [...this.#places.values()].map(({ info }) => info);
  }

  /** @throws RoomError `not-admitted` */
  requireAdmission(participantId: string): void {
    if (this.closed && !this.#admitted.has(participantId)) throw roomError('not-admitted');
  }

  /** Somebody comes who has to be let in. @param decided - Called when a moderator has decided. */
  add(info: WaitingInfo, decided: (admitted: boolean) => void): void {
    this.#places.set(info.id, { info, decided });
    this.#onChange();
  }

  /** A client waits. @throws RoomError `turned-away`, or what calls it off */
  wait(info: WaitingInfo, signal: AbortSignal): Promise<WaitAnswer> {
    if (!this.closed || this.#admitted.has(info.id)) return Promise.resolve({ admitted: true });
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => {
        if (this.#places.delete(info.id)) this.#onChange();
        reject(signal.reason);
      });
      this.add(info, (admitted) => (admitted ? resolve({ admitted }) : reject(roomError('turned-away'))));
    });
  }

  admit(whom: RequestData<'admit'>['participants']): void {
    this.#decide(whom, true);
  }

  turnAway(whom: RequestData<'turnAway'>['participants']): void {
    this.#decide(whom, false);
  }

  #decide(whom: RequestData<'admit'>['participants'], admitted: boolean): void {
    const ids = whom === 'all' ? [...this.#places.keys()] : whom.filter((id) => this.#places.has(id));
    if (ids.length === 0) return;
    const places = ids.flatMap((id) => this.#places.get(id) ?? []);
    for (const id of ids) {
      this.#places.delete(id);
      if (admitted) this.#admitted.add(id);
    }
    this.#onChange();
    for (const { decided } of places) decided(admitted);
  }
}
