import type { TrackStats } from '../../../media/index.ts';
import type { QualityLevel } from '../../../protocol/index.ts';

/**
 * The level of a track that should flow.
 *
 * @param measured - Null before the second reading.
 * @param told - What the SFU knows of it.
 */
export function flowQuality(
  measured: TrackStats | null,
  direction: 'inbound' | 'outbound',
  told: QualityLevel,
): QualityLevel {
  if (!measured) return told;
  // What should come and does not is as bad as can be. We may send nothing since nobody looks.
  if (measured.packets === 0) return direction === 'inbound' ? 0 : told;
  return Math.min(measured.quality, told) as QualityLevel;
}
