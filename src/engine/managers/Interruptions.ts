import type { PathListener } from '../../media/index.ts';

/** What a connection consists of: each may break without the other. */
type Part = 'signalling' | 'sending' | 'receiving';

interface Callbacks {
  readonly interrupted: (attempt: number, cause: string) => void;
  readonly resumed: () => void;
}

/** Makes one story of the parts of a connection that break and are mended: it is mended when all of it is. */
export class Interruptions {
  readonly #callbacks: Callbacks;
  readonly #broken = new Set<Part>();

  constructor(callbacks: Callbacks) {
    this.#callbacks = callbacks;
  }

  /** Takes in what the media's two ways tell. */
  get paths(): Record<'send' | 'receive', PathListener> {
    return {
      send: this.#path('sending', 'our audio and video do not get through'),
      receive: this.#path('receiving', 'no audio and video get through to us'),
    };
  }

  handleBroken(part: Part, attempt: number, cause: string): void {
    this.#broken.add(part);
    this.#callbacks.interrupted(attempt, cause);
  }

  handleMended(part: Part): void {
    if (this.#broken.delete(part) && this.#broken.size === 0) this.#callbacks.resumed();
  }

  #path(part: Part, cause: string): PathListener {
    return {
      onPathLost: (attempt) => this.handleBroken(part, attempt, cause),
      onPathFound: () => this.handleMended(part),
    };
  }
}
