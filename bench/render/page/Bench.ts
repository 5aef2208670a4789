import type { ReactElement } from 'react';

/** Everybody on one page, or as the grid does it when nobody says how. */
export type BenchLayout = 'everybody' | 'default';

export type EventName = 'speaker' | 'joinOrLeave' | 'level' | 'mute';

/** One of the two that are compared. */
export interface Side {
  /**
   * Makes a room of that many people, oneself included, who are all there: each with a microphone that is on and a camera
   * that is off. Nothing is rendered yet, and nobody receives media: what is measured is the kit.
   */
  prepare(count: number): Promise<void>;
  /** What is rendered of it. */
  element(layout: BenchLayout): ReactElement;
  /** Does the n-th of many events, by handing the room what its server would tell it. */
  readonly events: Readonly<Record<EventName, (n: number) => void>>;
}

/** What the measuring side calls. */
export interface BenchWindow {
  readonly bench: {
    prepare(count: number): Promise<void>;
    /** Renders it, until there is nothing left to be done. */
    mount(layout: BenchLayout): Promise<void>;
    /** Runs events one after the other, each in a task of its own, as many in a frame as told; `null`: the same without events. */
    run(event: EventName | null, of: { first: number; count: number; perFrame: number }): Promise<void>;
    /** Commits and rendered components of one event. */
    count(event: EventName, n: number): Promise<{ commits: number; rendered: string[] }>;
    /** Frames in a second while that many events a second happen. */
    frames(eventsPerSecond: number, seconds: number): Promise<number>;
    /** How many tiles are mounted. */
    tiles(): number;
  };
}
