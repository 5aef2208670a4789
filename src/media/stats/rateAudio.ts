import type { QualityLevel } from '../../protocol/index.ts';

/** What the rating of audio depends on. */
interface AudioConditions {
  /** Part of the sound that was lost: 0 to 1. */
  readonly loss: number;
  /** Milliseconds to the SFU and back. */
  readonly roundTripTime: number;
  /** Milliseconds that sound waits before it is played. */
  readonly playoutDelay: number;
}

/** R without any fault, at the defaults of G.107. */
const R_BEST = 93.2;
/**
 * How well the codec bears random loss (`Bpl`). There is no figure for Opus; ours lies between G.711 without (4.3) and
 * with (25.1) concealment, ITU-T G.113 Appendix I, since it conceals and has forward error correction. `Ie` is 0.
 */
const LOSS_ROBUSTNESS = 20;

/**
 * Quality of speech by the E-model, ITU-T G.107 (https://www.itu.int/rec/T-REC-G.107): `R = R0 − Id − Ie,eff`, with
 * the impairment by loss `Ie,eff = Ie + (95 − Ie) · Ppl / (Ppl + Bpl)` of its section 7.5, and for delay the fit of
 * Cole and Rosenbluth (https://doi.org/10.1145/505666.505669): `Id = 0.024 d + 0.11 (d − 177.3)` for what is over
 * 177.3 ms. The delay is that of our own leg, without what codec and devices add: the other end's is not known here.
 *
 * The level is the category of R in ITU-T G.109: 90 and more is 5 (best), 80 is 4 (high), 70 is 3 (medium), 60 is 2
 * (low), 50 is 1 (poor), less is 0.
 */
export function rateAudio({ loss, roundTripTime, playoutDelay }: AudioConditions): QualityLevel {
  const delay = roundTripTime / 2 + playoutDelay;
  const byDelay = 0.024 * delay + 0.11 * Math.max(0, delay - 177.3);
  const percent = Math.min(1, Math.max(0, loss)) * 100;
  const byLoss = (95 * percent) / (percent + LOSS_ROBUSTNESS);
  const r = R_BEST - byDelay - byLoss;
  return Math.min(5, Math.max(0, Math.floor((r - 40) / 10))) as QualityLevel;
}
