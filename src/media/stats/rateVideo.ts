import type { QualityLevel } from '../../protocol/index.ts';

/** What the rating of video depends on. */
interface VideoConditions {
  /** Part of the packets that were lost: 0 to 1. */
  readonly loss: number;
  /** Part of the time for which the picture stood still: 0 to 1. */
  readonly frozen: number;
  /** Null where pictures need not move: a screen. */
  readonly framesPerSecond: number | null;
  /** Bits per second that may be sent, where that is what limits the picture; null otherwise. */
  readonly bitrate: number | null;
}

/** As few frames as the SFU sends of a face on purpose, for a small tile. */
const ENOUGH_FRAMES = 7;
const FRAMES_DEVIATION = 0.8;
/** Lost packets are sent again: a part of this halves the quality, and a half more. */
const LOSS_SCALE = 0.25;
const FREEZE_SCALE = 0.2;
/** Bits per second at which 63 % of the quality are there. */
const BITRATE_SCALE = 150_000;

/** Mean opinion scores that correspond to R of 50, 60, …, 90: ITU-T G.107, Annex B. */
const SCORE_OF_LEVEL = [2.58, 3.1, 3.6, 4.03, 4.34] as const;

/**
 * Quality of video as a mean opinion score, `V = 1 + 4 · F · L · Z · B`. It has the shape of ITU-T G.1070
 * (https://www.itu.int/rec/T-REC-G.1070), where each factor lies between 0 and 1: frames
 * `F = exp(−(ln f − ln 7)² / (2 · 0.8²))` below 7 a second, loss `L = exp(−loss / 0.25)`, and ours in addition: standing
 * pictures `Z = exp(−frozen / 0.2)`, too little bandwidth `B = 1 − exp(−bitrate / 150,000)`. The constants are ours:
 * those of G.1070 are for codecs of 2007.
 *
 * The level is that of audio with the same mean opinion score, see `rateAudio`.
 */
export function rateVideo({ loss, frozen, framesPerSecond, bitrate }: VideoConditions): QualityLevel {
  const frames = framesPerSecond === null || framesPerSecond >= ENOUGH_FRAMES ? 1 : bellOf(framesPerSecond);
  const bandwidth = bitrate === null ? 1 : 1 - Math.exp(-Math.max(0, bitrate) / BITRATE_SCALE);
  const score =
    1 +
    4 * frames * Math.exp(-Math.max(0, loss) / LOSS_SCALE) * Math.exp(-Math.max(0, frozen) / FREEZE_SCALE) * bandwidth;
  return SCORE_OF_LEVEL.filter((least) => score >= least).length as QualityLevel;
}

function bellOf(framesPerSecond: number): number {
  if (framesPerSecond <= 0) return 0;
  return Math.exp(-(Math.log(framesPerSecond / ENOUGH_FRAMES) ** 2) / (2 * FRAMES_DEVIATION ** 2));
}
