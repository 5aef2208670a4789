import type { RoomStore } from '../../store/index.ts';

/** Which of a room's `<audio>` elements the browser refuses to play before the person has clicked something. */
export class AudioPlayback {
  readonly #refused = new Set<HTMLAudioElement>();
  readonly #listeners = new Set<() => void>();

  readonly isBlocked = (): boolean => this.#refused.size > 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Plays an element, and remembers it if the browser refuses. Any other failure is not about permission. */
  async play(element: HTMLAudioElement): Promise<void> {
    try {
      await element.play();
      this.forget(element);
    } catch (thrown) {
      if (thrown instanceof DOMException && thrown.name === 'NotAllowedError') {
        this.#refused.add(element);
        this.#notify();
      }
    }
  }

  forget(element: HTMLAudioElement): void {
    if (this.#refused.delete(element)) this.#notify();
  }

  /** To be called in a click: then the browser allows it. */
  async unblock(): Promise<void> {
    await Promise.all([...this.#refused].map((element) => this.play(element)));
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}

const playbacks = new WeakMap<RoomStore, AudioPlayback>();

/** The playback of a room: always the same one for the same store. */
export function audioPlaybackOf(store: RoomStore): AudioPlayback {
  let playback = playbacks.get(store);
  if (!playback) {
    playback = new AudioPlayback();
    playbacks.set(store, playback);
  }
  return playback;
}
