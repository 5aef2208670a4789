/** A stretch of time in seconds. */
export interface SecondsSpan {
  readonly from: number;
  readonly to: number;
}

/** Where a packet follows so long after the one before it, in seconds, the camera or microphone was off. */
export const PAUSE_SECS = 2;

/** A packet of a recording, in seconds. */
export interface PacketTime {
  readonly at: number;
  /** 0 where the file does not tell. */
  readonly duration: number;
}

/** Collects when a recording has something to show or to be heard. Packets are added in the order of the file. */
export class SpanFinder {
  readonly #spans: { from: number; to: number }[] = [];

  add({ at, duration }: PacketTime): void {
    const last = this.#spans.at(-1);
    const to = at + duration;
    if (last === undefined || at - last.to > PAUSE_SECS) this.#spans.push({ from: at, to });
    else last.to = Math.max(last.to, to);
  }

  /** The spans, in seconds from the given moment on. */
  since(start: number): SecondsSpan[] {
    return this.#spans.map(({ from, to }) => ({ from: Math.max(0, from - start), to: to - start }));
  }
}
