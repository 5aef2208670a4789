import { rateAudio } from './rateAudio.ts';
import { rateVideo } from './rateVideo.ts';
import { readTracks } from './readTracks.ts';
import type { TrackCounters } from './TrackCounters.ts';
import type { AudioStats, PathStats, TrackStats, VideoStats } from './TrackStats.ts';

/** Turns what the browser counts into what happens: each reading is held against the one before. */
export class TrackRates {
  #before = new Map<string, TrackCounters>();

  /**
   * What has happened since the last reading, by track id. A track that is new is in it from its second reading on.
   *
   * @param isScreen - Tells of a track whose picture need not move.
   */
  update(
    report: Iterable<unknown>,
    path: PathStats | null,
    isScreen: (trackId: string) => boolean = () => false,
  ): Map<string, TrackStats> {
    const now = new Map(readTracks(report).map((counters) => [counters.trackId, counters]));
    const stats = new Map<string, TrackStats>();
    for (const [trackId, after] of now) {
      const before = this.#before.get(trackId);
      // Counters that run backwards are those of another sender or receiver of the track.
      if (!before || after.at <= before.at || after.packets < before.packets || after.bytes < before.bytes) continue;
      stats.set(
        trackId,
        after.kind === 'audio'
          ? audioBetween(before, after, path)
          : videoBetween(before, after, path, isScreen(trackId)),
      );
    }
    this.#before = now;
    return stats;
  }
}

function audioBetween(before: TrackCounters, after: TrackCounters, path: PathStats | null): AudioStats {
  const common = commonBetween(before, after, path);
  const concealment = ratio(before.concealedSamples, after.concealedSamples, before.samples, after.samples);
  const waited = ratio(
    before.jitterBufferDelay,
    after.jitterBufferDelay,
    before.jitterBufferEmitted,
    after.jitterBufferEmitted,
  );
  const playoutDelay = waited === null ? null : waited * 1000;
  const quality = rateAudio({
    // What had to be made up is what one hears of the loss: less than was lost, where it could be corrected.
    loss: concealment ?? common.packetLoss,
    roundTripTime: common.roundTripTime ?? 0,
    playoutDelay: playoutDelay ?? 0,
  });
  return { kind: 'audio', ...common, concealment, playoutDelay, quality };
}

function videoBetween(
  before: TrackCounters,
  after: TrackCounters,
  path: PathStats | null,
  isScreen: boolean,
): VideoStats {
  const common = commonBetween(before, after, path);
  const seconds = (after.at - before.at) / 1000;
  const frames = difference(before.frames, after.frames);
  const framesPerSecond = frames === null ? null : frames / seconds;
  const standing = difference(before.freezeSeconds, after.freezeSeconds);
  const frozen = standing === null ? null : Math.min(1, standing / seconds);
  const { width, height, limitation } = after;
  const quality = rateVideo({
    loss: common.packetLoss,
    frozen: isScreen ? 0 : (frozen ?? 0),
    framesPerSecond: isScreen ? null : framesPerSecond,
    bitrate: limitation === 'bandwidth' ? (path?.availableBitrate ?? null) : null,
  });
  return { kind: 'video', ...common, width, height, framesPerSecond, frozen, limitation, quality };
}

function commonBetween(before: TrackCounters, after: TrackCounters, path: PathStats | null) {
  const packets = after.packets - before.packets;
  const lost = Math.max(0, after.packetsLost - before.packetsLost);
  const late = Math.max(0, after.packetsDiscarded - before.packetsDiscarded);
  // What was sent contains what got lost of it; what arrived does not.
  const expected = after.direction === 'outbound' ? packets : packets + lost;
  const roundTripTime = after.roundTripTime === null ? (path?.roundTripTime ?? null) : after.roundTripTime * 1000;
  return {
    direction: after.direction,
    bitrate: ((after.bytes - before.bytes) * 8 * 1000) / (after.at - before.at),
    packets,
    packetLoss: expected > 0 ? Math.min(1, (lost + late) / expected) : 0,
    jitter: after.jitter === null ? null : after.jitter * 1000,
    roundTripTime,
    codec: after.codec,
  };
}

function difference(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : Math.max(0, after - before);
}

/** How much of one counter came on one of another; null where nothing did. */
function ratio(
  partBefore: number | null,
  partAfter: number | null,
  wholeBefore: number | null,
  wholeAfter: number | null,
): number | null {
  const part = difference(partBefore, partAfter);
  const whole = difference(wholeBefore, wholeAfter);
  return part === null || whole === null || whole === 0 ? null : part / whole;
}
