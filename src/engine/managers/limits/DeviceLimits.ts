import type { TransportStats } from '../../../media/index.ts';
import type { Environment } from '../../Environment.ts';
import { NO_LIMITS, type VideoLimits } from '../subscriptions/chooseLayers.ts';
import { browserConditions } from './browserConditions.ts';
import { CpuStats } from './CpuStats.ts';
import type { DeviceConditions } from './DeviceConditions.ts';

/** From no limit to what any device can take. */
export const STEPS: readonly VideoLimits[] = [
  NO_LIMITS,
  { maxHeight: 360, maxFrameRate: 30, maxVideos: 25 },
  { maxHeight: 360, maxFrameRate: 15, maxVideos: 9 },
  { maxHeight: 180, maxFrameRate: 15, maxVideos: 4 },
];
/** Where the user wants few data to be used, and where the battery is low: how many steps at least. */
const SAVE_DATA_STEP = 2;
const LOW_BATTERY_STEP = 1;

/** How long the processor may be too busy until there is a step less, each time; a moment is none. */
export const WORSE_AFTER = 4_000;
/** How long it must have been well until there is a step more: much longer, or the two would chase each other. */
export const BETTER_AFTER = 20_000;

interface Dependencies {
  readonly environment: Pick<Environment, 'now' | 'setTimer' | 'watchConditions'>;
  readonly stats: {
    readonly send: Pick<TransportStats, 'subscribe'>;
    readonly receive: Pick<TransportStats, 'subscribe'>;
  };
  /** Takes the limits that are in force from now on. */
  readonly videos: { handleLimits(limits: VideoLimits): void };
}

/**
 * What the device can take of other people's videos: less, step by step, while its processor is too busy, and more
 * again slowly; less from the start where the user saves data or the battery is low.
 */
export class DeviceLimits {
  readonly #to: Dependencies;
  readonly #cpu = new CpuStats();
  readonly #undoWatch: () => void;
  #undoStats: (() => void) | null = null;
  #undoTimer: (() => void) | null = null;
  #conditions: DeviceConditions = { pressure: 'nominal', saveData: false, batteryLow: false };
  /** By the statistics, kind of transport by kind. */
  #hard = { send: false, receive: false };
  #busy = false;
  #step = 0;
  #told = 0;

  /** @returns Ends it. */
  static watch(dependencies: Dependencies): () => void {
    const limits = new DeviceLimits(dependencies);
    return () => limits.close();
  }

  private constructor(dependencies: Dependencies) {
    this.#to = dependencies;
    const { watchConditions = browserConditions } = this.#to.environment;
    this.#undoWatch = watchConditions((conditions) => {
      this.#conditions = conditions;
      this.#readStats(conditions.pressure === null);
      this.#look();
    });
  }

  close(): void {
    this.#undoWatch();
    this.#readStats(false);
    this.#undoTimer?.();
    this.#undoTimer = null;
  }

  #readStats(needed: boolean): void {
    if (needed === (this.#undoStats !== null)) return;
    this.#undoStats?.();
    this.#undoStats = null;
    this.#hard = { send: false, receive: false };
    if (!needed) return;
    const undo = [
      this.#to.stats.receive.subscribe((report, now) => {
        this.#hard.receive = this.#cpu.receivingIsHard(report, now);
        this.#look();
      }),
      this.#to.stats.send.subscribe((report) => {
        this.#hard.send = this.#cpu.sendingIsHard(report);
        this.#look();
      }),
    ];
    this.#undoStats = () => {
      for (const one of undo) one();
    };
  }

  #look(): void {
    const { pressure } = this.#conditions;
    const busy = pressure === 'serious' || pressure === 'critical' || this.#hard.send || this.#hard.receive;
    if (busy !== this.#busy) {
      this.#busy = busy;
      this.#undoTimer?.();
      this.#undoTimer = null;
    }
    this.#schedule();
    this.#tell();
  }

  /** The next step, if it stays as it is. */
  #schedule(): void {
    const next = this.#step + (this.#busy ? 1 : -1);
    if (this.#undoTimer || !STEPS[next]) return;
    this.#undoTimer = this.#to.environment.setTimer(this.#busy ? WORSE_AFTER : BETTER_AFTER, () => {
      this.#undoTimer = null;
      this.#step = next;
      this.#schedule();
      this.#tell();
    });
  }

  #tell(): void {
    const { saveData, batteryLow } = this.#conditions;
    const step = Math.max(this.#step, saveData ? SAVE_DATA_STEP : 0, batteryLow ? LOW_BATTERY_STEP : 0);
    if (step === this.#told) return;
    this.#told = step;
    this.#to.videos.handleLimits(STEPS[step] as VideoLimits);
  }
}
