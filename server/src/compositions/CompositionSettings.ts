import { availableParallelism } from 'node:os';
import { ConfigError } from '../settings/ConfigError.ts';
import { type Environment, readInteger, readText } from '../settings/readSetting.ts';
import type { Size } from './ffmpeg/videoGraph.ts';

/** How compositions are made. */
export interface CompositionSettings {
  /** How many are made at the same time. */
  readonly concurrency: number;
  /** Threads of each. */
  readonly threads: number;
  /** The largest picture: no side is longer than its longer one, and none has more pixels. */
  readonly largest: Size;
}

const SMALLEST_SIDE = 16;
const LONGEST_SIDE = 7680;

/** Reads the settings of compositions. By default they take half of the processors: calls go on beside them. */
export function readCompositionSettings(env: Environment): CompositionSettings {
  const threads = Math.max(1, Math.floor(availableParallelism() / 2));
  return {
    concurrency: readInteger(env, 'PARLOUR_COMPOSITIONS', { min: 1, max: 64, fallback: 1 }),
    threads: readInteger(env, 'PARLOUR_COMPOSITION_THREADS', { min: 1, max: 64, fallback: threads }),
    largest: readSize(env, 'PARLOUR_COMPOSITION_MAX_RESOLUTION') ?? { width: 1280, height: 720 },
  };
}

function readSize(env: Environment, name: string): Size | null {
  const text = readText(env, name);
  if (text === undefined) return null;
  const [, width = 0, height = 0] = (/^(\d{1,5})x(\d{1,5})$/.exec(text) ?? []).map(Number);
  const fits = (side: number) => side >= SMALLEST_SIDE && side <= LONGEST_SIDE;
  if (!fits(width) || !fits(height)) {
    throw new ConfigError(
      `${name} is "${text}": it must be like 1920x1080, each side ${SMALLEST_SIDE} to ${LONGEST_SIDE}.`,
    );
  }
  return { width, height };
}
