import type { Environment } from '../Environment.ts';
import type { RoomState } from '../RoomState.ts';
import { streamId } from '../Topic.ts';

/** How long somebody may take to come back, in milliseconds: the longest wait between two tries, and a join. */
const GRACE = 15_000;

interface Dependencies {
  readonly state: RoomState;
  readonly environment: Pick<Environment, 'setTimer'>;
  /** Somebody did not come back. */
  readonly left: (participantId: string) => void;
  /** A stream of somebody who came back did not. */
  readonly unpublished: (participantId: string, key: string) => void;
}

/**
 * Those whom the room lost together with us, when its server or its media began anew: they come back as we do, and
 * until then they are shown as reconnecting, with their streams, instead of leaving and joining.
 */
export class Absentees {
  readonly #to: Dependencies;
  readonly #people = new Set<string>();
  readonly #streams = new Map<string, { readonly participantId: string; readonly key: string }>();
  #undoTimer: (() => void) | null = null;

  constructor(dependencies: Dependencies) {
    this.#to = dependencies;
  }

  /** Somebody of before is not there yet. */
  expect(participantId: string): void {
    const { state } = this.#to;
    const participant = state.get().participants.get(participantId);
    if (!participant) return;
    this.#people.add(participantId);
    state.batch(() => {
      state.setParticipant({ ...participant, connection: 'reconnecting', isSpeaking: false });
      state.emit('participant_updated', participantId);
    });
    this.#wait();
  }

  /** A stream of before is not there yet. */
  expectStream(participantId: string, key: string): void {
    this.#streams.set(streamId(participantId, key), { participantId, key });
    this.#wait();
  }

  /** @returns Whether somebody who joins is one of those who were expected. */
  returned(participantId: string): boolean {
    return this.#people.delete(participantId);
  }

  /** @returns Whether a stream that is published, or ends, is one of those that were expected. */
  streamReturned(participantId: string, key: string): boolean {
    return this.#streams.delete(streamId(participantId, key));
  }

  close(): void {
    this.#undoTimer?.();
    this.#people.clear();
    this.#streams.clear();
  }

  #wait(): void {
    this.#undoTimer ??= this.#to.environment.setTimer(GRACE, () => {
      this.#undoTimer = null;
      this.#to.state.batch(() => {
        for (const id of this.#people) this.#to.left(id);
        for (const { participantId, key } of this.#streams.values()) this.#to.unpublished(participantId, key);
      });
      this.#people.clear();
      this.#streams.clear();
    });
  }
}
