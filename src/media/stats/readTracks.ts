import type { MediaKind } from '../../protocol/index.ts';
import { entriesOf, numberOf, type StatsEntry, textOf } from './entries.ts';
import type { TrackCounters } from './TrackCounters.ts';
import type { QualityLimitation } from './TrackStats.ts';

/**
 * What a report says of each track, by the names of https://www.w3.org/TR/webrtc-stats/: of those that are received,
 * `inbound-rtp`; of those that are sent, the `outbound-rtp` of all their layers together, with what the other end
 * reports of them in `remote-inbound-rtp`.
 */
export function readTracks(report: Iterable<unknown>): TrackCounters[] {
  const entries = entriesOf(report);
  const codecs = new Map(entries.filter(({ type }) => type === 'codec').map((entry) => [entry.id, entry]));
  return [...readReceived(entries, codecs), ...readSent(entries, codecs)];
}

/** Entries by their id. */
type Codecs = ReadonlyMap<unknown, StatsEntry>;

function readReceived(entries: readonly StatsEntry[], codecs: Codecs): TrackCounters[] {
  return entries.flatMap((entry): TrackCounters[] => {
    const trackId = textOf(entry, 'trackIdentifier');
    const kind = kindOf(entry);
    if (entry.type !== 'inbound-rtp' || trackId === null || kind === null) return [];
    const concealed = numberOf(entry, 'concealedSamples');
    return [
      {
        ...countersOf(entry, trackId, kind, codecs),
        direction: 'inbound',
        bytes: numberOf(entry, 'bytesReceived') ?? 0,
        packets: numberOf(entry, 'packetsReceived') ?? 0,
        packetsLost: numberOf(entry, 'packetsLost') ?? 0,
        packetsDiscarded: numberOf(entry, 'packetsDiscarded') ?? 0,
        jitter: numberOf(entry, 'jitter'),
        jitterBufferDelay: numberOf(entry, 'jitterBufferDelay'),
        jitterBufferEmitted: numberOf(entry, 'jitterBufferEmittedCount'),
        samples: numberOf(entry, 'totalSamplesReceived'),
        concealedSamples: concealed === null ? null : concealed - (numberOf(entry, 'silentConcealedSamples') ?? 0),
        frames: numberOf(entry, 'framesDecoded'),
        freezeSeconds: numberOf(entry, 'totalFreezesDuration'),
        freezes: numberOf(entry, 'freezeCount'),
      },
    ];
  });
}

function readSent(entries: readonly StatsEntry[], codecs: Codecs): TrackCounters[] {
  const sources = new Map(entries.filter(({ type }) => type === 'media-source').map((entry) => [entry.id, entry]));
  const reports = new Map(entries.filter(({ type }) => type === 'remote-inbound-rtp').map((one) => [one.localId, one]));
  const byTrack = new Map<string, TrackCounters>();
  for (const entry of entries) {
    const trackId = textOf(sources.get(entry.mediaSourceId), 'trackIdentifier');
    const kind = kindOf(entry);
    if (entry.type !== 'outbound-rtp' || trackId === null || kind === null) continue;
    const remote = reports.get(entry.id);
    const layer: TrackCounters = {
      ...countersOf(entry, trackId, kind, codecs),
      direction: 'outbound',
      bytes: numberOf(entry, 'bytesSent') ?? 0,
      packets: numberOf(entry, 'packetsSent') ?? 0,
      packetsLost: numberOf(remote, 'packetsLost') ?? 0,
      jitter: numberOf(remote, 'jitter'),
      roundTripTime: numberOf(remote, 'roundTripTime'),
      frames: numberOf(entry, 'framesEncoded'),
      limitation: limitationOf(entry),
    };
    const others = byTrack.get(trackId);
    byTrack.set(trackId, others ? together(others, layer) : layer);
  }
  return [...byTrack.values()];
}

/** What both directions have, and nothing of the rest. */
function countersOf(entry: StatsEntry, trackId: string, kind: MediaKind, codecs: Codecs): TrackCounters {
  return {
    trackId,
    kind,
    direction: 'inbound',
    at: numberOf(entry, 'timestamp') ?? 0,
    bytes: 0,
    packets: 0,
    packetsLost: 0,
    packetsDiscarded: 0,
    jitter: null,
    roundTripTime: null,
    jitterBufferDelay: null,
    jitterBufferEmitted: null,
    samples: null,
    concealedSamples: null,
    frames: null,
    freezeSeconds: null,
    freezes: null,
    width: numberOf(entry, 'frameWidth'),
    height: numberOf(entry, 'frameHeight'),
    limitation: null,
    // `video/VP8`: the kind is known.
    codec: textOf(codecs.get(entry.codecId), 'mimeType')?.replace(/^.*\//, '') ?? null,
  };
}

/** Two layers of a track: what is counted adds up, of the rest the larger or the worse counts. */
function together(a: TrackCounters, b: TrackCounters): TrackCounters {
  return {
    ...a,
    at: Math.max(a.at, b.at),
    bytes: a.bytes + b.bytes,
    packets: a.packets + b.packets,
    packetsLost: a.packetsLost + b.packetsLost,
    jitter: largest(a.jitter, b.jitter),
    roundTripTime: largest(a.roundTripTime, b.roundTripTime),
    // Layers are made of the same pictures; one that is switched off stands still.
    frames: largest(a.frames, b.frames),
    width: largest(a.width, b.width),
    height: largest(a.height, b.height),
    limitation: a.limitation === null || a.limitation === 'none' ? b.limitation : a.limitation,
    codec: a.codec ?? b.codec,
  };
}

function largest(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}

function kindOf({ kind }: StatsEntry): MediaKind | null {
  return kind === 'audio' || kind === 'video' ? kind : null;
}

function limitationOf(entry: StatsEntry): QualityLimitation | null {
  const reason = textOf(entry, 'qualityLimitationReason');
  return reason === 'none' || reason === 'cpu' || reason === 'bandwidth' || reason === 'other' ? reason : null;
}
