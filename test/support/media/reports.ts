type Counters = Record<string, unknown>;

function report(entries: readonly Counters[]): RTCStatsReport {
  return new Map(entries.map((entry, index) => [String(entry.id ?? index), entry])) as unknown as RTCStatsReport;
}

/** Reports as a browser gives them of a received track: each reading says what `at` gives for that second, from 1. */
export function receiving(trackId: string, kind: 'audio' | 'video', at: (second: number) => Counters) {
  let second = 0;
  return async (): Promise<RTCStatsReport> => {
    second += 1;
    const common = { type: 'inbound-rtp', kind, trackIdentifier: trackId, timestamp: second * 1_000 };
    return report([{ ...common, ...at(second) }]);
  };
}

/** The same of a sent track, with what the SFU reports of it. */
export function sending(trackId: string, kind: 'audio' | 'video', at: (second: number) => Counters) {
  let second = 0;
  return async (): Promise<RTCStatsReport> => {
    second += 1;
    const { packetsLost, roundTripTime, ...sent } = at(second);
    return report([
      { id: 'source', type: 'media-source', kind, trackIdentifier: trackId },
      { id: 'out', type: 'outbound-rtp', kind, mediaSourceId: 'source', timestamp: second * 1_000, ...sent },
      { id: 'remote', type: 'remote-inbound-rtp', localId: 'out', packetsLost, roundTripTime },
    ]);
  };
}
