import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPath } from '../../../../src/media/stats/readPath.ts';
import { readTracks } from '../../../../src/media/stats/readTracks.ts';
import { TrackRates } from '../../../../src/media/stats/TrackRates.ts';

const report = (...entries: Record<string, unknown>[]) =>
  new Map(entries.map((entry, index) => [String(entry.id ?? index), entry]));

describe('what the browser tells of tracks', () => {
  it('is read of received audio, without what was made up in silence', () => {
    const [audio] = readTracks(
      report(
        {
          type: 'inbound-rtp',
          kind: 'audio',
          trackIdentifier: 'a',
          codecId: 'C1',
          timestamp: 5,
          packetsReceived: 10,
          packetsLost: 2,
          packetsDiscarded: 1,
          bytesReceived: 900,
          jitter: 0.004,
          totalSamplesReceived: 4800,
          concealedSamples: 480,
          silentConcealedSamples: 400,
        },
        { id: 'C1', type: 'codec', mimeType: 'audio/opus' },
      ),
    );
    expect(audio).toMatchObject({
      trackId: 'a',
      kind: 'audio',
      codec: 'opus',
      direction: 'inbound',
      at: 5,
      packets: 10,
      packetsLost: 2,
      packetsDiscarded: 1,
      bytes: 900,
      jitter: 0.004,
      samples: 4800,
      concealedSamples: 80,
      frames: null,
    });
  });

  it('adds up the layers of sent video, with what the other end reports of each', () => {
    const layer = (rid: string, bytesSent: number, frameHeight: number, qualityLimitationReason: string) => ({
      id: rid,
      type: 'outbound-rtp',
      kind: 'video',
      mediaSourceId: 'source',
      bytesSent,
      packetsSent: bytesSent / 100,
      framesEncoded: bytesSent / 10,
      frameWidth: frameHeight * 2,
      frameHeight,
      qualityLimitationReason,
    });
    const [video, ...others] = readTracks(
      report(
        { id: 'source', type: 'media-source', kind: 'video', trackIdentifier: 'camera' },
        layer('low', 100, 180, 'none'),
        layer('high', 900, 720, 'bandwidth'),
        { id: 'r1', type: 'remote-inbound-rtp', localId: 'low', packetsLost: 1, roundTripTime: 0.05, jitter: 0.001 },
        { id: 'r2', type: 'remote-inbound-rtp', localId: 'high', packetsLost: 3, roundTripTime: 0.07 },
      ),
    );
    expect(others).toEqual([]);
    expect(video).toMatchObject({
      trackId: 'camera',
      direction: 'outbound',
      bytes: 1000,
      packets: 10,
      packetsLost: 4,
      roundTripTime: 0.07,
      jitter: 0.001,
      frames: 90,
      width: 1440,
      height: 720,
      limitation: 'bandwidth',
    });
  });

  it('leaves out what belongs to no track, and what is neither audio nor video', () => {
    expect(
      readTracks(
        report(
          { type: 'inbound-rtp', kind: 'video' },
          { type: 'inbound-rtp', kind: 'text', trackIdentifier: 'a' },
          { type: 'outbound-rtp', kind: 'video', mediaSourceId: 'nobody' },
          { type: 'data-channel', trackIdentifier: 'a', kind: 'audio' },
        ),
      ),
    ).toEqual([]);
  });
});

describe('what the browser tells of the way', () => {
  const pair = {
    id: 'pair',
    type: 'candidate-pair',
    localCandidateId: 'local',
    currentRoundTripTime: 0.05,
    availableOutgoingBitrate: 800_000,
  };

  it('is that of the pair in use', () => {
    const stats = report(
      { ...pair, id: 'other', currentRoundTripTime: 1 },
      pair,
      { id: 'local', type: 'local-candidate', candidateType: 'host', protocol: 'udp' },
      { id: 't', type: 'transport', selectedCandidatePairId: 'pair', iceState: 'connected', dtlsState: 'connected' },
    );
    expect(readPath(stats)).toEqual({
      roundTripTime: 50,
      availableBitrate: 800_000,
      protocol: 'udp',
      relayed: false,
      iceState: 'connected',
      dtlsState: 'connected',
    });
  });

  it('is found without an entry for the transport, and says when it is relayed and how', () => {
    const local = {
      id: 'local',
      type: 'local-candidate',
      candidateType: 'relay',
      protocol: 'udp',
      relayProtocol: 'tls',
    };
    expect(readPath(report({ ...pair, nominated: true, state: 'succeeded' }, local))).toMatchObject({
      relayed: true,
      protocol: 'tls',
      iceState: null,
    });
    expect(readPath(report({ ...pair, selected: true }, local))?.roundTripTime).toBe(50);
  });

  it('is not known before there is one', () => {
    expect(readPath(report(pair))).toBeNull();
    expect(readPath(new Map())).toBeNull();
  });
});

it('no report, whatever is in it, makes more of it than numbers, or fails', () => {
  const value = fc.oneof(fc.double(), fc.string(), fc.constant(null), fc.boolean(), fc.constant({}), fc.integer());
  const entry = fc.record(
    {
      type: fc.constantFrom('inbound-rtp', 'outbound-rtp', 'media-source', 'candidate-pair', 'transport', 'x'),
      id: fc.constantFrom('a', 'b'),
      kind: fc.constantFrom('audio', 'video', 'text'),
      trackIdentifier: fc.constantFrom('t', 'u', ''),
      mediaSourceId: fc.constantFrom('a', 'b'),
      localId: fc.constantFrom('a', 'b'),
      timestamp: value,
      packetsReceived: value,
      packetsSent: value,
      packetsLost: value,
      bytesReceived: value,
      concealedSamples: value,
      totalSamplesReceived: value,
      framesDecoded: value,
      totalFreezesDuration: value,
      currentRoundTripTime: value,
      selectedCandidatePairId: value,
    },
    { requiredKeys: ['type'] },
  );
  const reports = fc.array(fc.oneof(fc.tuple(fc.string(), entry), fc.jsonValue()), { maxLength: 6 });
  fc.assert(
    fc.property(reports, reports, (first, second) => {
      const rates = new TrackRates();
      rates.update(first, readPath(first));
      for (const stats of rates.update(second, readPath(second)).values()) {
        expect([0, 1, 2, 3, 4, 5]).toContain(stats.quality);
        expect(stats.packetLoss).toBeGreaterThanOrEqual(0);
        expect(stats.packetLoss).toBeLessThanOrEqual(1);
        expect(stats.bitrate).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 3_000 },
  );
});
