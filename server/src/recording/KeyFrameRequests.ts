/** The waits between one request and the next, in milliseconds; the last one is repeated. */
const WAITS_MS = [500, 1_000, 2_000, 4_000, 8_000] as const;

/**
 * Asks for a key frame until a picture comes. The SFU asks its sender once, or twice, when a video begins or goes on;
 * a sender that was not ready by then never hears of it, and nobody here looks at the picture and asks again.
 */
export class KeyFrameRequests {
  readonly #ask: () => void;
  #timer: NodeJS.Timeout | null = null;

  /** @param ask asks for one. */
  constructor(ask: () => void) {
    this.#ask = ask;
  }

  /** A picture should come from now on. */
  begin(): void {
    this.end();
    this.#wait(0);
  }

  /** A picture has come, or none is expected any more. Idempotent. */
  end(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #wait(count: number): void {
    this.#timer = setTimeout(
      () => {
        this.#ask();
        this.#wait(count + 1);
      },
      WAITS_MS[Math.min(count, WAITS_MS.length - 1)],
    ).unref();
  }
}
