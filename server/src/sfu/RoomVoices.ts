import type { AudioVolume, RoomMediaEvents } from '../rooms/RoomMedia.ts';

/** The most people whose levels are told at a time; nobody follows more voices. */
export const LEVELS_AT_A_TIME = 20;
export const LEVELS_INTERVAL_MS = 200;
/** An observer that is early by less is on time. */
const EARLY_MS = 50;

/** What counts as silent here, in dBov. */
const SILENT_DBOV = -60;
/** By how much somebody on another router must be louder than who dominates, lately, to take over: as two who talk at once. */
const LOUDER_DB = 3;
/** The part that the latest level has in how loud somebody is lately: half of it is there after a second. */
const LATEST = 0.15;

/**
 * Who is heard in a room that spans several routers. Each observes its own people; here their levels become one list,
 * told as often as that of one router, and of those who dominate on each the loudest dominates the room.
 */
export class RoomVoices {
  readonly #events: RoomMediaEvents;
  /** By router: who is heard there. */
  readonly #heard = new Map<object, readonly AudioVolume[]>();
  /** By router: who dominates there. */
  readonly #dominant = new Map<object, string>();
  /** How loud those who dominate are lately, in dBov. */
  readonly #lately = new Map<string, number>();
  #told: { router: object; producerId: string } | null = null;
  #toldAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | null = null;

  constructor(events: RoomMediaEvents) {
    this.#events = events;
  }

  /** Several times a second who is heard on a router, and once nobody. */
  volumes(router: object, volumes: readonly AudioVolume[]): void {
    if (volumes.length === 0) this.#heard.delete(router);
    else this.#heard.set(router, volumes);
    const wait = this.#toldAt + LEVELS_INTERVAL_MS - performance.now();
    // One router keeps the time by itself: only a second one within the interval waits.
    if (this.#timer) return;
    if (wait <= EARLY_MS) this.#tell();
    else this.#timer = setTimeout(() => this.#tell(), wait).unref();
  }

  /** Somebody else dominates on a router. */
  dominantSpeaker(router: object, producerId: string): void {
    const before = this.#dominant.get(router);
    if (before !== undefined) this.#lately.delete(before);
    this.#dominant.set(router, producerId);
    // On one router its observer knows best, and so it does where nobody else speaks.
    if (!this.#told || this.#told.router === router || !this.#isHeard(this.#told.producerId)) {
      this.#dominates(router, producerId);
    }
  }

  /** A router is gone with its people. */
  forget(router: object): void {
    this.#heard.delete(router);
    const producerId = this.#dominant.get(router);
    if (producerId !== undefined) this.#lately.delete(producerId);
    this.#dominant.delete(router);
    if (this.#told?.router === router) this.#told = null;
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #tell(): void {
    this.#timer = null;
    this.#toldAt = performance.now();
    const all = [...this.#heard.values()].flat();
    this.#events.audioVolumes(all.sort((a, b) => b.decibels - a.decibels).slice(0, LEVELS_AT_A_TIME));
    this.#compare();
  }

  #compare(): void {
    if (this.#told && this.#dominant.size < 2) return;
    let loudest: { router: object; producerId: string; level: number } | null = null;
    for (const [router, producerId] of this.#dominant) {
      const before = this.#lately.get(producerId) ?? SILENT_DBOV;
      const level = before + (this.#levelOf(producerId) - before) * LATEST;
      this.#lately.set(producerId, level);
      if (level > (loudest?.level ?? SILENT_DBOV)) loudest = { router, producerId, level };
    }
    if (!loudest || loudest.producerId === this.#told?.producerId) return;
    const told = this.#told ? (this.#lately.get(this.#told.producerId) ?? SILENT_DBOV) : SILENT_DBOV;
    if (loudest.level > told + LOUDER_DB) this.#dominates(loudest.router, loudest.producerId);
  }

  #dominates(router: object, producerId: string): void {
    this.#told = { router, producerId };
    this.#events.dominantSpeaker(producerId);
  }

  #isHeard(producerId: string): boolean {
    return this.#levelOf(producerId) > SILENT_DBOV;
  }

  #levelOf(producerId: string): number {
    for (const volumes of this.#heard.values()) {
      const volume = volumes.find((one) => one.producerId === producerId);
      if (volume) return volume.decibels;
    }
    return SILENT_DBOV;
  }
}
