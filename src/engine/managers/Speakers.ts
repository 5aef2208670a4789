import type { RoomState } from '../RoomState.ts';

type LevelListener = (level: number) => void;

/** Who speaks, and how loud everybody is. Levels change many times a second, so they never enter the state. */
export class Speakers {
  readonly #state: RoomState;
  readonly #listeners = new Map<string, Set<LevelListener>>();
  readonly #audible = new Set<string>();
  #speaking: { participantId: string; key: string } | null = null;

  constructor(state: RoomState) {
    this.#state = state;
  }

  handleActiveSpeaker(participantId: string | null, key: string | null): void {
    const before = this.#speaking;
    if ((before?.participantId ?? null) === participantId && (before?.key ?? null) === key) return;
    if (before && before.participantId !== participantId) {
      this.#setSpeaking(before.participantId, false);
      this.#state.emit('audio_activity', before.participantId, null);
    }
    this.#speaking = participantId === null ? null : { participantId, key: key ?? 'self' };
    if (this.#speaking) {
      this.#setSpeaking(this.#speaking.participantId, true);
      this.#state.setActiveSpeaker(this.#speaking.participantId);
      this.#state.emit('audio_activity', this.#speaking.participantId, this.#speaking.key);
    }
    this.#state.emit('speaker_changed', this.#speaking ? [this.#speaking.participantId] : []);
  }

  /** Somebody who was there before us may be the one who speaks. */
  handleListed(participantId: string): void {
    if (this.#speaking?.participantId === participantId) this.#setSpeaking(participantId, true);
  }

  /** Calls listeners of those who are heard, and of those who were a moment ago and are silent now. */
  handleLevels(levels: readonly (readonly [participantId: string, level: number])[]): void {
    const heard = new Set<string>();
    for (const [participantId, level] of levels) {
      heard.add(participantId);
      this.#tell(participantId, level);
    }
    for (const participantId of this.#audible) if (!heard.has(participantId)) this.#tell(participantId, 0);
    this.#audible.clear();
    for (const participantId of heard) this.#audible.add(participantId);
  }

  handleLeft(participantId: string): void {
    this.#audible.delete(participantId);
    if (this.#speaking?.participantId === participantId) this.handleActiveSpeaker(null, null);
    if (this.#state.get().activeSpeakerId === participantId) this.#state.setActiveSpeaker(null);
  }

  /** Everybody is silent: the connection has ended. */
  handleDisconnected(): void {
    this.handleLevels([]);
    if (this.#speaking) this.#setSpeaking(this.#speaking.participantId, false);
    this.#speaking = null;
  }

  /** Calls `listener` with the level of a participant, from 0 to 1, whenever it changes. */
  subscribe(participantId: string, listener: LevelListener): () => void {
    const listeners = this.#listeners.get(participantId) ?? new Set();
    this.#listeners.set(participantId, listeners);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(participantId);
    };
  }

  #tell(participantId: string, level: number): void {
    for (const listener of this.#listeners.get(participantId) ?? []) listener(level);
  }

  #setSpeaking(participantId: string, isSpeaking: boolean): void {
    const participant = this.#state.get().participants.get(participantId);
    if (participant && participant.isSpeaking !== isSpeaking)
      this.#state.setParticipant({ ...participant, isSpeaking });
  }
}
