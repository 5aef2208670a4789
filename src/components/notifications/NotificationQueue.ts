import type { Announcement, AnnouncementKind } from '../announcer/AnnouncementKind.ts';

/** Something that happened, for as long as it is shown. */
export interface Notification {
  readonly id: number;
  readonly kind: AnnouncementKind;
  readonly text: string;
}

interface Options {
  /** How many are shown at once. */
  readonly limit: number;
  /** Milliseconds for which each is shown. */
  readonly duration: number;
}

/** Who comes and goes may be missed when there is no end of it; what else waits for its turn does not get lost. */
const MOST_WAITING = 20;
const DISPENSABLE: ReadonlySet<AnnouncementKind> = new Set(['joined', 'left']);

interface Shown {
  readonly notification: Notification;
  timer: ReturnType<typeof setTimeout> | undefined;
  remaining: number;
  since: number;
}

/** Shows a few things at a time, each for a while, and lets the rest wait. While somebody looks at them no time passes. */
export class NotificationQueue {
  readonly #options: Options;
  readonly #listeners = new Set<() => void>();
  #shown: Shown[] = [];
  #waiting: Notification[] = [];
  #snapshot: readonly Notification[] = [];
  #count = 0;
  #paused = false;

  constructor(options: Options) {
    this.#options = options;
  }

  readonly get = (): readonly Notification[] => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  add(news: readonly Announcement[]): void {
    for (const { kind, text } of news) {
      this.#count += 1;
      this.#waiting.push({ id: this.#count, kind, text });
    }
    while (this.#waiting.length > MOST_WAITING) {
      const index = this.#waiting.findIndex(({ kind }) => DISPENSABLE.has(kind));
      if (index < 0) break;
      this.#waiting.splice(index, 1);
    }
    this.#fill();
  }

  readonly dismiss = (id: number): void => {
    const found = this.#shown.find(({ notification }) => notification.id === id);
    clearTimeout(found?.timer);
    this.#shown = this.#shown.filter((one) => one !== found);
    this.#fill();
  };

  /** Somebody looks at them. */
  readonly pause = (): void => {
    if (this.#paused) return;
    this.#paused = true;
    for (const one of this.#shown) {
      clearTimeout(one.timer);
      one.remaining -= performance.now() - one.since;
    }
  };

  readonly resume = (): void => {
    if (!this.#paused) return;
    this.#paused = false;
    for (const one of this.#shown) this.#start(one);
  };

  close(): void {
    for (const { timer } of this.#shown) clearTimeout(timer);
    this.#shown = [];
    this.#waiting = [];
    this.#tell();
  }

  #fill(): void {
    while (this.#shown.length < this.#options.limit) {
      const notification = this.#waiting.shift();
      if (!notification) break;
      const one: Shown = { notification, timer: undefined, remaining: this.#options.duration, since: 0 };
      this.#shown.push(one);
      if (!this.#paused) this.#start(one);
    }
    this.#tell();
  }

  #start(one: Shown): void {
    one.since = performance.now();
    one.timer = setTimeout(() => this.dismiss(one.notification.id), Math.max(0, one.remaining));
  }

  #tell(): void {
    this.#snapshot = this.#shown.map(({ notification }) => notification);
    for (const listener of this.#listeners) listener();
  }
}
