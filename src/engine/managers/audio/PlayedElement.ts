import type { RoomError } from '../../../errors/index.ts';
import { setSinkOf } from '../../../media/index.ts';

interface Callbacks {
  /** Whether the browser refuses to play it has changed. */
  blocked(): void;
  /** What it plays may be something else now, or nothing. */
  changed(): void;
  /** It cannot use the chosen speaker, and uses the system's default. */
  sinkFailed(error: RoomError): void;
}

/** An element that plays sound: started as soon as the browser allows it, by the chosen speaker. */
export class PlayedElement {
  readonly element: HTMLMediaElement;
  /** The browser wants a click first. */
  blocked = false;
  readonly #to: Callbacks;
  readonly #ended = new AbortController();

  /** @param persistent - Whoever pauses it, it goes on: nobody else may. */
  constructor(element: HTMLMediaElement, sinkId: string, persistent: boolean, callbacks: Callbacks) {
    this.element = element;
    this.#to = callbacks;
    const { signal } = this.#ended;
    element.addEventListener('canplay', () => void this.play(), { signal });
    for (const type of ['playing', 'pause', 'emptied']) element.addEventListener(type, callbacks.changed, { signal });
    // iOS pauses it for a call or for Siri, and leaves it so: https://github.com/twilio/twilio-video.js/issues/1232
    if (persistent) element.addEventListener('pause', () => void this.play(), { signal });
    if (sinkId !== '') this.setSink(sinkId).catch(callbacks.sinkFailed);
    if (element.srcObject && element.paused) void this.play();
  }

  async play(): Promise<void> {
    if (!this.element.srcObject || this.#ended.signal.aborted) return;
    try {
      await this.element.play();
      this.#setBlocked(false);
    } catch (thrown) {
      // Any other failure is not about permission.
      if ((thrown as { name?: string } | null)?.name === 'NotAllowedError') this.#setBlocked(true);
    }
  }

  /** @throws RoomError */
  setSink(sinkId: string): Promise<void> {
    return setSinkOf(this.element, sinkId);
  }

  close(): void {
    this.#ended.abort();
    this.#setBlocked(false);
  }

  #setBlocked(blocked: boolean): void {
    if (blocked === this.blocked || (blocked && this.#ended.signal.aborted)) return;
    this.blocked = blocked;
    this.#to.blocked();
  }
}
