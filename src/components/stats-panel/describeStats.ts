import type { StreamStats, VideoStats } from '../../engine/index.ts';
import type { AllMessages } from '../../i18n/index.ts';

/** Names of the values that are written for audio and video. */
export type StatName =
  | 'resolution'
  | 'frameRate'
  | 'bitrate'
  | 'loss'
  | 'jitter'
  | 'roundTrip'
  | 'codec'
  | 'limitation';

/** The values of one kind as they are written; null: there is nothing to write. */
export type StatTexts = Readonly<Record<StatName, string | null>>;

/** Writes numbers as a language does, with their units. */
export interface StatFormats {
  readonly number: Intl.NumberFormat;
  readonly bitrate: Intl.NumberFormat;
  readonly percent: Intl.NumberFormat;
  readonly milliseconds: Intl.NumberFormat;
}

export function statFormats(tag: string): StatFormats {
  const unit = (name: string) => new Intl.NumberFormat(tag, { style: 'unit', unit: name, maximumFractionDigits: 0 });
  return {
    number: new Intl.NumberFormat(tag, { maximumFractionDigits: 0, useGrouping: false }),
    bitrate: unit('kilobit-per-second'),
    percent: new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 }),
    milliseconds: unit('millisecond'),
  };
}

function limitationOf(video: VideoStats | null, messages: AllMessages): string | null {
  const limitation = video?.limitation;
  return limitation && limitation !== 'none' ? messages[`stats.reason.${limitation}`] : null;
}

/** How one kind of a stream goes, in words; null while none of it flows. */
export function describeStats(
  stats: StreamStats,
  kind: 'audio' | 'video',
  formats: StatFormats,
  messages: AllMessages,
): StatTexts | null {
  const found = stats[kind];
  if (!found) return null;
  const video = found.kind === 'video' ? found : null;
  const optional = (value: number | null | undefined, format: Intl.NumberFormat) =>
    value === null || value === undefined ? null : format.format(value);
  const size = video?.width && video.height ? [video.width, video.height] : null;
  return {
    resolution: size?.map((length) => formats.number.format(length)).join(' × ') ?? null,
    frameRate: optional(video?.framesPerSecond, formats.number),
    bitrate: formats.bitrate.format(found.bitrate / 1000),
    loss: formats.percent.format(found.packetLoss),
    jitter: optional(found.jitter, formats.milliseconds),
    roundTrip: optional(found.roundTripTime, formats.milliseconds),
    codec: found.codec,
    limitation: limitationOf(video, messages),
  };
}
