/** What a page offers to whoever measures it, the same for both sides. */
export interface Bench {
  /** Makes a room of that many people, who are all there; nothing is rendered yet. */
  prepare(count: number): Promise<void>;
  /** Renders it: everybody on one page, or as the grid does it when nobody says how. */
  mount(layout: 'everybody' | 'default'): Promise<void>;
  unmount(): Promise<void>;
  /** Does the n-th of many events. */
  readonly events: Readonly<Record<EventName, (n: number) => unknown>>;
}

export type EventName = 'speaker' | 'joinOrLeave' | 'level' | 'mute';

/** What the measuring side calls. */
export interface BenchWindow {
  bench: Bench;
  /** Runs that many events one after the other, each in a frame of its own; `null` runs as many frames without. */
  run(event: EventName | null, count: number): Promise<void>;
  /** Commits and rendered components of one event. */
  count(event: EventName, n: number): Promise<{ commits: number; rendered: number }>;
  /** Frames in a second while that many events a second happen. */
  frames(eventsPerSecond: number, seconds: number): Promise<number>;
}

/** The end of what an event brings about: everything that waits for a promise, for the next frame, or for what follows it. */
export const nextFrame = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
